package dev.leadline.analysis.stability;

import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.ChangePoints;
import dev.leadline.statistics.ControlChart;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.Direction;
import dev.leadline.statistics.LaneyUChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Judges a segment's weekly volume and cost. Only what is adverse and unexplained counts: fewer inquiries per unit of spend, or
 * fewer inquiries where the spend did not fall alike.
 *
 * @param volume of the number of inquiries a week
 * @param cost of the inquiries per unit of spend
 * @param cycleWeeks the decision cycle: median days to deal, 4 to 12 weeks
 */
public record Stability(Assessment volume, Assessment cost, int cycleWeeks) {

    static final int FEWEST_WEEKS = 8;
    private static final int FIRM_WEEKS = 12;
    private static final int SHORTEST_CYCLE = 4;
    private static final int LONGEST_CYCLE = 12;
    private static final int CYCLES = 2;

    /**
     * @param everything the whole workspace, from which the common factor of a week is taken
     * @param asOf the day at whose end it is judged
     * @param cycleWeeks see {@link #cycleWeeks(CumulativeConversion, int)}
     */
    public static Stability of(SegmentLedger segment, SegmentLedger everything, int asOf, int cycleWeeks) {
        Weeks weeks = Weeks.of(segment, asOf);
        Weeks rest = Weeks.of(everything, asOf).without(weeks);
        double[] spendLevel = divided(weeks.spend(), weeks.activeDays());
        double[] volumeExposure = times(
                divided(weeks.activeDays(), Weeks.DAYS),
                CommonFactor.of(rest.inquiries(), divided(rest.activeDays(), Weeks.DAYS)));
        double[] costExposure = times(weeks.spend(), CommonFactor.of(rest.inquiries(), rest.spend()));
        IntPredicate planned = week -> fellAlike(weeks.inquiries(), weeks.activeDays(), spendLevel, week);
        return new Stability(
                assess(weeks, volumeExposure, planned, cycleWeeks, "active week"),
                assess(weeks, costExposure, week -> false, cycleWeeks, "week with spend"),
                cycleWeeks);
    }

    /** The decision cycle in weeks: the median days to deal, at least 4 weeks and at most 12; 12 while no deal is known. */
    public static int cycleWeeks(CumulativeConversion timing, int horizon) {
        int days = timing.medianLag(timing.supported(horizon)).orElse(LONGEST_CYCLE * Weeks.DAYS);
        return Math.max(SHORTEST_CYCLE, Math.min(LONGEST_CYCLE, (days + Weeks.DAYS - 1) / Weeks.DAYS));
    }

    private static Assessment assess(
            Weeks weeks, double[] exposure, IntPredicate planned, int cycleWeeks, String unit) {
        int[] changes = ChangePoints.of(weeks.inquiries(), exposure);
        int since = changes.length == 0 ? 0 : changes[changes.length - 1];
        double[] current = exposure.clone();
        Arrays.fill(current, 0, since, 0);
        ControlChart chart = LaneyUChart.of(weeks.inquiries(), current);
        int used = (int) Arrays.stream(exposure).filter(e -> e > 0).count();
        int firstRecent = weeks.count() - CYCLES * cycleWeeks;
        List<Assessment.Alarm> adverse = new ArrayList<>();
        for (ControlChart.Signal signal : chart.signals()) {
            if (signal.direction() == Direction.LOW && signal.index() >= firstRecent && !planned.test(signal.index())) {
                adverse.add(new Assessment.Alarm(
                        weeks.monday(signal.index()), signal.rule().name()));
            }
        }
        if (changes.length > 0 && since >= firstRecent && fell(weeks, exposure, changes) && !planned.test(since)) {
            adverse.add(new Assessment.Alarm(weeks.monday(since), "CHANGE_POINT"));
        }
        List<LocalDate> mondays = Arrays.stream(changes).mapToObj(weeks::monday).toList();
        if (used < FEWEST_WEEKS) {
            String note = "Only " + used + " complete " + unit + (used == 1 ? "" : "s") + "; " + FEWEST_WEEKS
                    + " are needed.";
            return new Assessment(Verdict.INSUFFICIENT, used, true, List.of(), mondays, note, chart);
        }
        Verdict verdict = adverse.isEmpty() ? Verdict.STABLE : Verdict.UNSTABLE;
        boolean provisional = chart.points().size() < FIRM_WEEKS;
        return new Assessment(verdict, chart.points().size(), provisional, List.copyOf(adverse), mondays, null, chart);
    }

    /** Whether the last level lies below the one before it. */
    private static boolean fell(Weeks weeks, double[] exposure, int[] changes) {
        int since = changes[changes.length - 1];
        int before = changes.length < 2 ? 0 : changes[changes.length - 2];
        return rate(weeks.inquiries(), exposure, since, weeks.count())
                < rate(weeks.inquiries(), exposure, before, since);
    }

    /**
     * Whether spend a day in a week, against its mean of the weeks before, fell at least half as far (in logarithms) as the
     * inquiries a day did: then fewer inquiries are what was paid for.
     */
    private static boolean fellAlike(double[] inquiries, double[] activeDays, double[] spendLevel, int week) {
        double usualVolume = rate(inquiries, activeDays, 0, week);
        double usualSpend = mean(spendLevel, week);
        if (usualVolume <= 0 || usualSpend <= 0 || activeDays[week] <= 0) {
            return false;
        }
        double volume = Math.max(inquiries[week], 0.5) / activeDays[week] / usualVolume;
        double spend = spendLevel[week] / usualSpend;
        return spend < 1 && volume < 1 && Math.log(spend) <= Math.log(volume) / 2;
    }

    private static double mean(double[] values, int end) {
        return Arrays.stream(values, 0, end).filter(v -> v > 0).average().orElse(0);
    }

    private static double rate(double[] counts, double[] exposures, int from, int to) {
        double count = 0;
        double exposure = 0;
        for (int i = from; i < to; i++) {
            if (exposures[i] > 0) {
                count += counts[i];
                exposure += exposures[i];
            }
        }
        return exposure == 0 ? 0 : count / exposure;
    }

    private static double[] divided(double[] values, double by) {
        return Arrays.stream(values).map(v -> v / by).toArray();
    }

    private static double[] divided(double[] values, double[] by) {
        double[] result = new double[values.length];
        Arrays.setAll(result, i -> by[i] > 0 ? values[i] / by[i] : 0);
        return result;
    }

    private static double[] times(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, i -> a[i] * b[i]);
        return result;
    }
}
