package dev.leadline.decision;

import dev.leadline.analysis.stability.Assessment;
import dev.leadline.workspace.Policy;
import java.time.LocalDate;
import java.util.List;

/** What is still needed, and when to look again. */
final class Outlook {

    private static final int WEEK = 7;
    private static final int LONGEST_WAIT = 180;
    private static final int CYCLES = 2;

    private final Policy policy;
    private final LocalDate asOf;

    Outlook(Policy policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /** The deals still missing and when they will be here; null where deals are not what is missing. */
    Recommendation.Needed needed(Appraisal appraisal) {
        long missing = policy.minimumDeals() - appraisal.estimates().deals();
        if (missing <= 0) {
            return null;
        }
        double rate = appraisal.estimates().rate().quantile(0.5);
        Double perDay = appraisal.estimates().inquiriesPerDay(0.9).estimate();
        long inquiries = (long) Math.ceil(missing / rate);
        boolean endless = perDay == null || perDay <= 0 || inquiries / perDay > 36_500;
        return new Recommendation.Needed(
                missing, inquiries, endless ? null : asOf.plusDays((long) Math.ceil(inquiries / perDay)));
    }

    LocalDate nextReview(Judgement judgement, Appraisal appraisal, Recommendation.Needed needed) {
        LocalDate soonest = asOf.plusDays(WEEK);
        LocalDate latest = asOf.plusDays(LONGEST_WAIT);
        LocalDate wished =
                switch (judgement.reason()) {
                    case LEARNING -> needed == null || needed.until() == null ? soonest : needed.until();
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
        LocalDate last = alarms.get(alarms.size() - 1).week();
        return last.plusWeeks((long) CYCLES * appraisal.stability().cycleWeeks() + 1);
    }
}
