package dev.leadline.analysis.series;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.ShownSegments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /metrics/series}. */
@Schema(description = "Metrics per segment and day, week or month in which the inquiries were received.")
record Series(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(
                enumeration = {"day", "week", "month"},
                examples = "week")
        String interval,

        List<SegmentSeries> segments,

        @Schema(description = ShownSegments.TOTAL) SegmentSeries total,

        @Schema(description = ShownSegments.TRUNCATED, examples = "false")
        boolean truncated,

        @Schema(description = ShownSegments.COUNT, examples = "12")
        int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {

    /** One segment over time. */
    @Schema(description = "One segment over time.")
    record SegmentSeries(
            @Schema(description = SegmentView.SEGMENT, examples = "{\"product\": \"Pump casing\"}")
            Map<String, Object> segment,

            @Schema(
                    description = SegmentView.COST_BASIS,
                    enumeration = {"direct", "allocated"},
                    examples = "direct")
            String costBasis,

            @Schema(description = "In order of time; they tile `from` to `to`.")
            List<Point> buckets) {}

    /**
     * A bucket with its figures.
     *
     * @param spend kept by day to a double's precision and rounded to 4 decimals here, so that the buckets may differ from the
     *     window's exact spend in the last decimal
     */
    @Schema(name = "SeriesBucket", description = "The inquiries received in one day, week or month.")
    record Point(
            @Schema(examples = "2026-09-07") LocalDate start,

            @Schema(description = "Included.", examples = "2026-09-13")
            LocalDate end,

            @Schema(description = "False if it had not ended by `asOf`, or `from` or `to` cuts it.", examples = "true")
            boolean complete,

            @Schema(description = "Rounded to 4 decimals.", examples = "3812.4")
            BigDecimal spend,

            @Schema(description = "Valid inquiries.", examples = "57")
            long inquiries,

            Estimate costPerInquiry,

            @Schema(
                    description = "Its inquiries with a deal by `asOf`; young ones have had little time.",
                    examples = "2")
            long deals,

            @Schema(description = "The share of its inquiries that will have become deals by the horizon.")
            Estimate conversionRate,

            @Schema(description = "How much of the outcome has had time to come, 0 to 1.", examples = "0.61")
            double maturity) {}
}
