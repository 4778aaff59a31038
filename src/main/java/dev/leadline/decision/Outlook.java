package dev.leadline.decision;

import dev.leadline.analysis.stability.Assessment;
import dev.leadline.workspace.Policy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What is still needed, and when to look again. */
final class Outlook {

    private static final int WEEK = 7;
    private static final int LONGEST_WAIT = 180;
    private static final int LONGEST_FORECAST = 3650;
    private static final int CYCLES = 2;

    private final Policy policy;
    private final LocalDate asOf;

    Outlook(Policy policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /** The deals and the history still missing, and when they will be here; null where they are not what is missing. */
    Recommendation.Needed needed(Appraisal appraisal) {
        long missing = Math.max(0, policy.minimumDeals() - appraisal.estimates().deals());
        int weeks = Math.max(0, policy.minimumCycles() * appraisal.stability().cycleWeeks() - appraisal.historyWeeks());
        if (missing == 0 && weeks == 0) {
            return null;
        }
        int days = daysUntil(missing, appraisal);
        boolean endless = days > LONGEST_FORECAST;
        Double perDay = appraisal.estimates().inquiriesPerDay(0.9).estimate();
        return new Recommendation.Needed(
                missing,
                endless || perDay == null ? null : (long) Math.ceil(perDay * days),
                endless ? null : asOf.plusDays(Math.max(days, weeks * WEEK)));
    }

    /** The first day by whose end so many deals are to be expected; beyond the longest forecast if none. */
    private static int daysUntil(long deals, Appraisal appraisal) {
        int low = 0;
        int high = LONGEST_FORECAST + 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (appraisal.estimates().dealsExpectedWithin(middle) >= deals) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    LocalDate nextReview(Judgement judgement, Appraisal appraisal, Recommendation.Needed needed) {
        LocalDate soonest = asOf.plusDays(WEEK);
        LocalDate latest = asOf.plusDays(LONGEST_WAIT);
        LocalDate wished =
                switch (judgement.reason()) {
                    case LEARNING ->
                        needed == null || appraisal.spendsWithoutDeal()
                                ? soonest
                                : needed.until() == null ? latest : needed.until();
                    case UNSTABLE_VOLUME ->
                        afterAlarms(appraisal.stability().volume().adverse(), appraisal);
                    case UNSTABLE_COST ->
                        afterAlarms(appraisal.stability().cost().adverse(), appraisal);
                    case UNRIPE, RESTS_ON_ONE_DEAL, RESTS_ON_ONE_WEEK ->
                        asOf.plusWeeks(appraisal.stability().cycleWeeks());
                    default -> soonest;
                };
        return wished.isBefore(soonest) ? soonest : wished.isAfter(latest) ? latest : wished;
    }

    /** When the last alarm will be two cycles old. */
    private static LocalDate afterAlarms(List<Assessment.Alarm> alarms, Appraisal appraisal) {
        LocalDate last = alarms.stream()
                .map(Assessment.Alarm::week)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.plusWeeks((long) CYCLES * appraisal.stability().cycleWeeks() + 1);
    }
}
