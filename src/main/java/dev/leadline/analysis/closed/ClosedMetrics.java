package dev.leadline.analysis.closed;

import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.MoneyBy;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.ShownSegments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /metrics/closed}. */
@Schema(description = "Money per segment and day, week or month on which it moved.")
record ClosedMetrics(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        MoneyBy moneyBy,

        @Schema(description = "How this differs from money by the day of the inquiry.", examples = ClosedMetrics.NOTE)
        String note,

        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(
                enumeration = {"day", "week", "month"},
                examples = "month")
        String interval,

        List<SegmentMoney> segments,

        @Schema(description = ShownSegments.TOTAL) SegmentMoney total,

        @Schema(description = ShownSegments.TRUNCATED, examples = "false")
        boolean truncated,

        @Schema(description = ShownSegments.COUNT, examples = "12")
        int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {

    static final String NOTE =
            "Each amount stands on the day it moved. /metrics counts deals by the day of their inquiry: do not set"
                    + " these deals against this spend, for most of them came of earlier spend.";

    /** The money of one segment. */
    @Schema(description = "The money of one segment.")
    record SegmentMoney(
            @Schema(description = SegmentView.SEGMENT, examples = "{\"product\": \"Pump casing\"}")
            Map<String, Object> segment,

            @Schema(
                    description = SegmentView.COST_BASIS,
                    enumeration = {"direct", "allocated"},
                    examples = "direct")
            String costBasis,

            @Schema(description = "Of the whole window.") ClosedMoney money,

            @Schema(description = "In order of time; they tile `from` to `to`.")
            List<Period> buckets) {}

    /** A bucket with its money. */
    @Schema(name = "ClosedBucket", description = "A day, week or month.")
    record Period(
            @Schema(examples = "2026-09-01") LocalDate start,

            @Schema(description = "Included.", examples = "2026-09-30")
            LocalDate end,

            @Schema(description = "False if it had not ended by `asOf`, or `from` or `to` cuts it.", examples = "true")
            boolean complete,

            @Schema(description = "Its spend is rounded to 4 decimals.")
            ClosedMoney money) {}
}
