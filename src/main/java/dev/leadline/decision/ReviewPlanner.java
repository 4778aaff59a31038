package dev.leadline.decision;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.stability.Assessment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What is still needed, and when to look again. */
final class ReviewPlanner {

    /** Days, about half a year: whatever is awaited, by then a market may be another. */
    private static final int LONGEST_WAIT = 180;
    /** Days, about ten years: what takes longer is not told, for it is as good as never. */
    private static final int LONGEST_FORECAST = 3650;

    private final Policy policy;
    private final LocalDate asOf;

    ReviewPlanner(Policy policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /**
     * What a segment that is held still lacks, and until about when; null where that cannot be said, for a return near its
     * target may stay there.
     */
    Recommendation.Needed needed(Reason reason, SegmentEvidence evidence) {
        return switch (reason) {
            case LEARNING -> toLearn(evidence);
            case UNSTABLE_VOLUME, UNSTABLE_COST ->
                new Recommendation.Needed("weeks without an adverse signal", 0, null, stableAgain(reason, evidence));
            case VOLATILE_VOLUME -> new Recommendation.Needed("a volume that can be foreseen", 0, null, null);
            case UNSTABLE_CONVERSION ->
                new Recommendation.Needed(
                        "deals from recent inquiries",
                        0,
                        null,
                        asOf.plusWeeks(evidence.stability().cycleWeeks()));
            case SHORT_SERIES ->
                new Recommendation.Needed("complete weeks with inquiries and spend", 0, null, enoughWeeks(evidence));
            case UNRIPE ->
                new Recommendation.Needed("time for these inquiries to show their outcome", 0, null, ripe(evidence));
            case VALUE_DOUBTFUL, RESTS_ON_ONE_DEAL, RESTS_ON_ONE_WEEK -> moreOfAll(evidence);
            case COST_NOT_KNOWN ->
                new Recommendation.Needed("spend with region, industry or market segment", 0, null, null);
            case WITHIN_RANGE, PROFITABLE_AND_STABLE, ABOVE_AFFORDABLE_COST -> null;
        };
    }

    /** The deals and the history still missing, and when they will be here. */
    private Recommendation.Needed toLearn(SegmentEvidence evidence) {
        if (!evidence.spendIsOnRecord() && evidence.estimates().inquiries() > 0) {
            return new Recommendation.Needed("spend on record", 0, null, null);
        }
        long missing = Math.max(0, policy.minimumDeals() - evidence.estimates().deals());
        int weeks = Math.max(0, policy.minimumCycles() * evidence.stability().cycleWeeks() - evidence.historyWeeks());
        if (missing == 0 && weeks == 0) {
            return new Recommendation.Needed("deals that show what an inquiry earns", 0, null, null);
        }
        int days = daysUntil(missing, evidence);
        boolean endless = days > LONGEST_FORECAST;
        Double perDay = evidence.inquiriesPerDay();
        return new Recommendation.Needed(
                "deals and weeks of history",
                missing,
                endless || perDay == null ? null : (long) Math.ceil(perDay * days),
                endless ? null : asOf.plusDays(Math.max(days, weeks * Week.DAYS)));
    }

    private LocalDate stableAgain(Reason reason, SegmentEvidence evidence) {
        return afterAlarms(
                reason == Reason.UNSTABLE_COST
                        ? evidence.stability().cost().adverse()
                        : evidence.stability().volume().adverse(),
                evidence);
    }

    private LocalDate enoughWeeks(SegmentEvidence evidence) {
        int volume = evidence.stability().volume().weeks();
        int weeks = evidence.isFree()
                ? volume
                : Math.min(volume, evidence.stability().cost().weeks());
        return asOf.plusWeeks(Math.max(1, Assessment.FEWEST_WEEKS - weeks));
    }

    /** The first day on which the inquiries that are here will have shown as much as FIX asks for. */
    private LocalDate ripe(SegmentEvidence evidence) {
        double enough = policy.fixMaturity().doubleValue();
        int days = 1;
        while (days < LONGEST_FORECAST && evidence.estimates().maturityWithin(days) < enough) {
            days++;
        }
        return asOf.plusDays(days);
    }

    /** How many more take the weight off one cannot be told; so much comes within a cycle, and then it is asked again. */
    private Recommendation.Needed moreOfAll(SegmentEvidence evidence) {
        int days = Week.DAYS * evidence.stability().cycleWeeks();
        long deals = (long) Math.ceil(evidence.estimates().dealsExpectedWithin(days));
        Double perDay = evidence.inquiriesPerDay();
        return new Recommendation.Needed(
                "more deals, from more weeks",
                Math.max(1, deals),
                perDay == null ? null : (long) Math.ceil(perDay * days),
                asOf.plusDays(days));
    }

    /** The first day by whose end so many deals are to be expected; beyond the longest forecast if none. */
    private static int daysUntil(long deals, SegmentEvidence evidence) {
        int low = 0;
        int high = LONGEST_FORECAST + 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (evidence.estimates().dealsExpectedWithin(middle) >= deals) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    LocalDate nextReview(Judgement judgement, SegmentEvidence evidence, Recommendation.Needed needed) {
        LocalDate soonest = asOf.plusDays(Week.DAYS);
        LocalDate latest = asOf.plusDays(LONGEST_WAIT);
        LocalDate wished =
                switch (judgement.reason()) {
                    case LEARNING ->
                        needed.deals() == 0 && needed.until() == null || evidence.spendsWithoutDeal()
                                ? soonest
                                : needed.until() == null ? latest : needed.until();
                    case UNSTABLE_VOLUME, UNSTABLE_COST -> stableAgain(judgement.reason(), evidence);
                    case UNSTABLE_CONVERSION,
                            UNRIPE,
                            VALUE_DOUBTFUL,
                            RESTS_ON_ONE_DEAL,
                            RESTS_ON_ONE_WEEK,
                            VOLATILE_VOLUME ->
                        asOf.plusWeeks(evidence.stability().cycleWeeks());
                    default -> soonest;
                };
        return wished.isBefore(soonest) ? soonest : wished.isAfter(latest) ? latest : wished;
    }

    /** When the last alarm will be two cycles old. */
    private static LocalDate afterAlarms(List<Assessment.Alarm> alarms, SegmentEvidence evidence) {
        LocalDate last = alarms.stream()
                .map(Assessment.Alarm::week)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.plusWeeks((long) Assessment.CYCLES * evidence.stability().cycleWeeks() + 1);
    }
}
