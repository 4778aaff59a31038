package dev.leadline.analysis.metrics;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.stability.Assessment;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of one segment. */
@Schema(description = "The figures of one segment.")
record SegmentMetrics(
        @Schema(description = SegmentView.SEGMENT, examples = "{\"product\": \"Pump casing\"}")
        Map<String, Object> segment,

        @Schema(
                description = SegmentView.COST_BASIS,
                enumeration = {"direct", "allocated"},
                examples = "direct")
        String costBasis,

        @Schema(examples = "193432.18") BigDecimal spend,

        @Schema(description = "Valid inquiries of the window.", examples = "2954")
        long inquiries,

        @Schema(description = "Test and invalid inquiries; they count nowhere else.", examples = "118")
        long invalidInquiries,

        @Schema(description = "Inquiries of the window with a deal by `asOf`.", examples = "152")
        long deals,

        @Schema(examples = "1320405.5") BigDecimal revenue,
        @Schema(examples = "537606.02") BigDecimal margin,
        Estimate inquiriesPerDay,
        Estimate costPerInquiry,
        ConversionRate conversionRate,

        @Schema(description = "Margin an inquiry earns over the horizon.")
        Estimate marginPerInquiry,

        @Schema(description = "Margin a converting inquiry earns.")
        Estimate marginPerDeal,

        Roi roi,

        @Schema(description = "The most an inquiry may cost at the target.")
        Estimate maxAffordableCostPerInquiry,

        DaysToDeal daysToDeal,

        @Schema(
                description = "The largest deal's share of the margin; null without margin.",
                nullable = true,
                examples = "0.06")
        Double largestDealShare,

        StabilityVerdicts stability) {

    @Schema(description = "The share of inquiries that become deals.")
    record ConversionRate(
            @Schema(
                    description = "Deals so far / inquiries; unripe cohorts make it too low.",
                    nullable = true,
                    examples = "0.0515")
            Double observed,

            @Schema(description = "The share that will have closed by the horizon.")
            Estimate matured,

            @Schema(description = "How much of the outcome has had time to come, 0 to 1.", examples = "0.83")
            double maturity) {}

    @Schema(description = "Margin / spend - 1 of these inquiries.")
    record Roi(
            @Schema(description = "With the deals so far; null without spend.", nullable = true, examples = "1.78")
            Double observed,

            @Schema(description = "With what is still to come by the horizon.")
            Estimate projected) {}

    @Schema(description = "How long deals take.")
    record DaysToDeal(
            @Schema(nullable = true, examples = "31") Integer median,
            @Schema(nullable = true, examples = "104") Integer p90) {}

    @Schema(description = "Whether volume and cost are stable.")
    record StabilityVerdicts(Assessment.Summary volume, Assessment.Summary cost) {}
}
