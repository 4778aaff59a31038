package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.decision.Action;
import dev.leadline.decision.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /recommendations/track-record}. */
@Schema(description = "What past recommendations were followed by.")
record TrackRecord(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "0.3") double targetRoi,
        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(description = "The inquiries of so many weeks after a recommendation are its outcome.", examples = "8")
        int outcomeWeeks,

        @Schema(description = "The first week's end judged.", nullable = true, examples = "2025-10-05")
        LocalDate from,

        @Schema(
                description =
                        "The last day whose recommendations are old enough to judge: the inquiries after it are as old as the horizon.",
                examples = "2026-03-28")
        LocalDate to,

        @Schema(
                description = "Recommendations with an outcome: one per segment and week with spend after it.",
                examples = "276")
        int decisions,

        @Schema(description = "The outcome of each action.") List<ByAction> byAction,

        @Schema(
                description =
                        "How often the target was met, by `probabilityOfTarget`; bands without a case are left out. That"
                                + " probability is of the long run, not of these weeks, so the two differ by chance even where it"
                                + " is right; `meanPredictiveProbability` is what to expect of these weeks.")
        List<Band> calibration,

        @Schema(
                description =
                        "Mean squared distance between the probability given and what came true: 0 is perfect, 0.25 is a coin.",
                nullable = true,
                examples = "0.121")
        Double brierScore,

        @Schema(description = "The score of always stating the average share.", nullable = true, examples = "0.236")
        Double brierScoreOfConstant,

        @Schema(description = "How well the outcome itself was forecast.")
        Predictive predictive,

        @Schema(
                description =
                        "The same for a segment's first ten weeks in which its deals could be on record, and for the"
                                + " weeks after: in the first it is judged by what other segments bring.")
        List<ByDealRecords> byDealRecords,

        @Schema(description = "What two common rules would have done on the same data.")
        List<ByRule> usualRules,

        @Schema(description = "The recommendations, newest first.")
        List<Past> items,

        boolean truncated,

        @Schema(description = "What to keep in mind.", examples = "The weeks of one segment share inquiries.")
        String note,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {

    @Schema(description = "The outcome of some recommendations.")
    record Result(
            @Schema(examples = "84") int decisions,
            @Schema(examples = "4") int segments,

            @Schema(description = "Spend of the weeks after, in the currency.", examples = "84213.4")
            BigDecimal spend,

            @Schema(description = "Margin of their inquiries by the horizon, in the currency.", examples = "187342.1")
            BigDecimal margin,

            @Schema(description = "margin / spend - 1, over all together.", nullable = true, examples = "1.22")
            Double roi,

            @Schema(description = "Share of them that met the target.", nullable = true, examples = "0.94")
            Double metTarget) {}

    @Schema(description = "The outcome of an action.")
    record ByAction(
            Action action,
            Result result,

            @Schema(description = "How often a year a segment entered or left it.", nullable = true, examples = "0.8")
            Double changesPerYear) {}

    @Schema(description = "What a common rule would have done.")
    record ByRule(
            UsualRule rule,

            @Schema(description = "What it would have scaled.")
            Result scaled,

            @Schema(description = "What it would not.") Result rest,

            @Schema(
                    description = "How often a year it would have changed its mind about a segment.",
                    nullable = true,
                    examples = "17.3")
            Double changesPerYear) {}

    @Schema(description = "Recommendations whose probability lay in a band.")
    record Band(
            @Schema(examples = "0.9") double from,
            @Schema(examples = "1") double to,
            @Schema(examples = "71") int decisions,
            @Schema(examples = "0.97") double meanProbability,

            @Schema(
                    description = "Mean of the predictive probability of their outcomes; null if there is none.",
                    nullable = true,
                    examples = "0.91")
            Double meanPredictiveProbability,

            @Schema(examples = "0.93") double metTarget) {}

    @Schema(description = """
                    Predictive probabilities of the outcomes, and what came true. Each is the probability, by what was known on \
                    that day, that the margin which the spend of the weeks after brings in by the horizon meets the target: the chance \
                    of few orders of very different size is in it, so it can be compared with what came true. Null figures: no case.
                    """)
    record Predictive(
            @Schema(description = "Those with a predictive probability.", examples = "343")
            int decisions,

            @Schema(examples = "12") int segments,

            @Schema(
                    description = "As many independent outcomes at most would tell as much, given the inquiries that"
                            + " outcomes of one segment share.",
                    examples = "52.4")
            double effectiveDecisions,

            @Schema(nullable = true, examples = "0.64") Double meanProbability,

            @Schema(description = "Share of them that met the target.", nullable = true, examples = "0.61")
            Double metTarget,

            @Schema(
                    description = "Mean squared distance between the probability and what came true.",
                    nullable = true,
                    examples = "0.137")
            Double brierScore,

            @Schema(
                    description = "The score of always stating the share that came true.",
                    nullable = true,
                    examples = "0.236")
            Double brierScoreOfConstant,

            @Schema(
                    description = "Mean of minus the natural logarithm of the probability given to what came true: 0 is"
                            + " perfect, 0.693 is a coin.",
                    nullable = true,
                    examples = "0.422")
            Double logScore,

            @Schema(
                    description = "The score of always stating the share that came true.",
                    nullable = true,
                    examples = "0.665")
            Double logScoreOfConstant,

            @Schema(description = "By the probability; bands without a case are left out.")
            List<PredictiveBand> calibration) {}

    @Schema(description = "Recommendations whose predictive probability lay in a band.")
    record PredictiveBand(
            @Schema(examples = "0.75") double from,
            @Schema(examples = "0.9") double to,
            @Schema(examples = "71") int decisions,

            @Schema(description = "As for all of them.", examples = "14.2")
            double effectiveDecisions,

            @Schema(examples = "0.83") double meanProbability,
            @Schema(examples = "0.79") double metTarget) {}

    @Schema(description = "Recommendations by how long deals of the segment could have been on record.")
    record ByDealRecords(
            @Schema(description = "Complete weeks, included.", examples = "0")
            int fromWeeks,

            @Schema(description = "Complete weeks, not included; null: no end.", nullable = true, examples = "10")
            Integer toWeeks,

            @Schema(description = "By `probabilityOfTarget`.")
            List<Band> calibration,

            Predictive predictive) {}

    @Schema(description = "A recommendation and what followed.")
    record Past(
            @Schema(examples = "{\"product\": \"Pump casing\"}")
            Map<String, Object> segment,

            @Schema(examples = "2026-03-22") LocalDate day,
            Action action,
            Reason reason,

            @Schema(description = "As it was given; null while nothing was known.", nullable = true, examples = "0.991")
            Double probabilityOfTarget,

            @Schema(
                    description =
                            "The probability, by what was known then, that the weeks after meet the target for what was"
                                    + " spent in them; null while nothing was known.",
                    nullable = true,
                    examples = "0.942")
            Double predictiveProbability,

            @Schema(
                    description =
                            "Complete weeks since deals of the segment could be on record: since its first inquiry"
                                    + " or spend, or since `dealsTrackedFrom`.",
                    examples = "38")
            int weeksOfDealRecords,

            @Schema(description = "Inquiries of the weeks after.", examples = "143")
            long inquiries,

            @Schema(examples = "6123.5") BigDecimal spend,
            @Schema(examples = "14231.2") BigDecimal margin,
            @Schema(examples = "1.32") double roi,
            @Schema(examples = "true") boolean metTarget) {}
}
