package dev.leadline.decision;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.stability.Assessment;
import dev.leadline.analysis.stability.VolumeSpread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do about a segment, and why. */
@Schema(description = "What to do about a segment, and why.")
public record Recommendation(
        @Schema(examples = "{\"product\": \"Pump casing\"}") Map<String, Object> segment,
        Action action,
        Reason reason,

        @Schema(
                examples =
                        "Pump casing: an inquiry earns about 187.10 and costs 65.48; to reach your target of 30 % it may cost up to 143.92. The target is met with probability over 0.99 (152 deals from 2954 inquiries), and volume and cost are stable. Replicate it in: region Bavaria, region Lombardy.")
        String explanation,

        @Schema(
                description =
                        "Probability that the return over the cycle reaches the target; null while nothing is known, no inquiry"
                                + " has come, or no spend is on record. Where the cost is only allocated it is one that the true share"
                                + " can but make surer; null where that may put it on either side of one half.",
                nullable = true,
                examples = "0.991")
        Double probabilityOfTarget,

        ExpectedLosses expectedLoss,
        Evidence evidence,

        @Schema(description = "The weak link against its peers, as `/diagnoses` names it.")
        Bottleneck bottleneck,

        @Schema(description = "With SCALE: where to replicate, best first.")
        List<ReplicationTarget> replicateTo,

        @Schema(
                description =
                        "What is still missing, with HOLD; null where that cannot be said: WITHIN_RANGE may stay so.",
                nullable = true)
        Needed needed,

        @Schema(
                description = "With SCALE: since when, at most 26 weeks back.",
                nullable = true,
                examples = "2026-10-04")
        LocalDate scaleSince,

        @Schema(description = "When to look again.", examples = "2026-11-27")
        LocalDate nextReview) {

    @Schema(description = "What either choice loses on average in 30 days at the present volume, in the currency.")
    record ExpectedLosses(
            @Schema(
                    description = "By buying the same again, where an inquiry costs more than it may.",
                    nullable = true,
                    examples = "12.4")
            Double scale,

            @Schema(
                    description = "By not buying it, where it would have been worth it.",
                    nullable = true,
                    examples = "18340.5")
            Double hold) {}

    @Schema(description = "The figures a recommendation rests on.")
    record Evidence(
            @Schema(
                    enumeration = {"direct", "allocated"},
                    examples = "direct")
            String costBasis,

            @Schema(description = "First day of the cohorts used.", examples = "2024-11-21")
            LocalDate from,

            @Schema(description = "Valid inquiries of these cohorts.", examples = "2954")
            long inquiries,

            @Schema(
                    description =
                            "First deals of these cohorts within the horizon; where dealsTrackedFrom is set, those closed since then. What"
                                    + " /metrics counts beyond that decides nothing.",
                    examples = "152")
            long deals,

            @Schema(description = "Few deals: fewer than 50.")
            boolean fewDeals,

            @Schema(examples = "193432.18") BigDecimal spend,
            @Schema(examples = "0.87") double maturity,
            @Schema(examples = "74") int historyWeeks,

            @Schema(description = "The decision cycle in weeks.", examples = "5")
            int cycleWeeks,

            @Schema(examples = "0.3") double targetRoi,

            @Schema(description = "Over the whole window, as `/metrics` and `/diagnoses` show it.")
            Estimate costPerInquiry,

            @Schema(
                    description =
                            "What an inquiry costs since `costSince`: this is compared with the most it may cost.")
            Estimate presentCostPerInquiry,

            @Schema(
                    description =
                            "Since when the cost has had its present level; null where it has not changed in the window.",
                    nullable = true,
                    examples = "2026-05-04")
            LocalDate costSince,

            Estimate conversionRate,
            Estimate marginPerInquiry,
            Estimate maxAffordableCostPerInquiry,
            Estimate projectedRoi,
            @Schema(nullable = true, examples = "0.06") Double largestDealShare,

            @Schema(
                    description = "Probability of the target without the largest deal.",
                    nullable = true,
                    examples = "0.985")
            Double probabilityWithoutLargestDeal,

            StabilityEvidence stability) {}

    @Schema(description = "Whether volume and cost are stable, and whether the volume can be foreseen.")
    record StabilityEvidence(Assessment.Summary volume, Assessment.Summary cost, VolumeSpread volumeSpread) {}

    @Schema(description = "What is still needed before more can be said.")
    record Needed(
            @Schema(description = "What it is, in words.", examples = "deals and weeks of history")
            String what,

            @Schema(
                    description =
                            "With LEARNING: deals still missing. With RESTS_ON_*: deals expected by then. Otherwise 0.",
                    examples = "8")
            long deals,

            @Schema(
                    description = "New inquiries expected by then at the present pace.",
                    nullable = true,
                    examples = "153")
            Long inquiries,

            @Schema(
                    description =
                            "Until about when, at the present pace: when deals and history will be enough, when it can be stable again"
                                    + " at the earliest, when its inquiries will have shown enough, or when to ask again. Null: not within ten"
                                    + " years, or it is not a matter of time.",
                    nullable = true,
                    examples = "2027-02-14")
            LocalDate until) {}
}
