package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.ShownSegments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /cohorts}. */
@Schema(description = "Per segment and cohort: deals, margin and ROI by lag, observed and projected.")
record Cohorts(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(
                enumeration = {"week", "month"},
                examples = "month")
        String interval,

        List<SegmentCohorts> segments,

        @Schema(description = ShownSegments.TOTAL) SegmentCohorts total,

        @Schema(description = ShownSegments.TRUNCATED, examples = "false")
        boolean truncated,

        @Schema(description = ShownSegments.COUNT, examples = "12")
        int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {

    /** The cohorts of one segment. */
    @Schema(description = "The cohorts of one segment.")
    record SegmentCohorts(
            @Schema(description = SegmentView.SEGMENT, examples = "{\"product\": \"Pump casing\"}")
            Map<String, Object> segment,

            @Schema(
                    description = SegmentView.COST_BASIS,
                    enumeration = {"direct", "allocated"},
                    examples = "direct")
            String costBasis,

            @Schema(description = "In order of time; they tile `from` to `to`.")
            List<Cohort> cohorts) {}

    /** The inquiries of one week or month. */
    @Schema(description = "The inquiries received in one week or month.")
    record Cohort(
            @Schema(examples = "2026-05-01") LocalDate start,

            @Schema(description = "Included.", examples = "2026-05-31")
            LocalDate end,

            @Schema(description = "False if it had not ended by `asOf`, or `from` or `to` cuts it.", examples = "true")
            boolean complete,

            @Schema(description = "Valid inquiries.", examples = "243")
            long inquiries,

            @Schema(description = "Rounded to 4 decimals.", examples = "16320.55")
            BigDecimal spend,

            @Schema(description = "Cumulative, by days since the inquiry; none for a cohort that has not begun.")
            List<Point> points,

            Projection projection,

            @Schema(description = "What the figures lack, if anything.", nullable = true)
            String note) {}

    /** What a cohort has brought, or will have brought, by a lag. */
    @Schema(
            name = "CohortPoint",
            description =
                    "Cumulative figures at a lag: counted where the whole cohort has been observed so far, else what was"
                            + " observed plus what is expected of the rest.")
    record Point(
            @Schema(description = "Days since the inquiry.", examples = "90")
            int lagDays,

            @Schema(description = "True: counted. False: projected; null where nothing can be said.", examples = "true")
            boolean observed,

            @Schema(description = "Inquiries with a deal.", nullable = true, examples = "11")
            Double deals,

            @Schema(description = "deals / inquiries; null without inquiries.", nullable = true, examples = "0.0453")
            Double conversionRate,

            @Schema(description = "Of all their deals.", nullable = true, examples = "40211.7")
            BigDecimal margin,

            @Schema(description = "margin / spend - 1; null without spend.", nullable = true, examples = "1.46")
            Double roi) {}

    /** What a cohort will have brought by the horizon. */
    @Schema(
            name = "CohortProjection",
            description = "By the horizon: what was observed, and what is expected of the rest. The conversion rate is"
                    + " the rate behind these inquiries, shrunk to the segment's other cohorts, not deals / inquiries.")
    record Projection(
            @Schema(nullable = true, examples = "13.4") Double deals,
            Estimate conversionRate,
            @Schema(nullable = true, examples = "49870.2") BigDecimal margin,
            Estimate roi) {}
}
