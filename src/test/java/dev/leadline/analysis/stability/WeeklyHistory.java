package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.demo.RandomSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A simulated segment by weeks: counts of a known mean, over-dispersed (negative binomial) and independent of each other.
 *
 * @param count how many weeks
 * @param usual mean inquiries of a usual week
 * @param dispersion variance of a week's inquiries over their mean, 1 or more
 * @param level by week the mean relative to the usual, at the spend of that week
 * @param spend by week the spend relative to the usual; 0 for a pause
 */
record WeeklyHistory(int count, double usual, double dispersion, IntToDoubleFunction level, IntToDoubleFunction spend) {

    static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final double USUAL_SPEND = 700;

    /** Nothing happens but chance. */
    static WeeklyHistory stable(int count, double usual, double dispersion) {
        return new WeeklyHistory(count, usual, dispersion, week -> 1, week -> 1);
    }

    /** The same, with as many inquiries for the money as this. */
    WeeklyHistory level(IntToDoubleFunction newLevel) {
        return new WeeklyHistory(count, usual, dispersion, newLevel, spend);
    }

    /** The same, with spend of this level; inquiries follow it. */
    WeeklyHistory spend(IntToDoubleFunction newSpend) {
        return new WeeklyHistory(count, usual, dispersion, level, newSpend);
    }

    Weeks weeks(RandomSource random) {
        double[] inquiries = new double[count];
        double[] spends = new double[count];
        double[] activeDays = new double[count];
        double[] activity = new double[count];
        for (int week = 0; week < count; week++) {
            double relative = spend.applyAsDouble(week);
            spends[week] = USUAL_SPEND * relative;
            activeDays[week] = relative > 0 ? Week.DAYS : 0;
            activity[week] = relative > 0 ? 1 : 0;
            inquiries[week] = random.count(usual * relative * level.applyAsDouble(week), dispersion);
        }
        return new Weeks(MONDAY, inquiries, spends, activeDays, activity);
    }

    /** What segments without a pause make together. */
    static Weeks sum(List<Weeks> segments) {
        int count = segments.get(0).count();
        double[] inquiries = new double[count];
        double[] spends = new double[count];
        for (Weeks segment : segments) {
            Arrays.setAll(inquiries, week -> inquiries[week] + segment.inquiries()[week]);
            Arrays.setAll(spends, week -> spends[week] + segment.spend()[week]);
        }
        return new Weeks(
                MONDAY,
                inquiries,
                spends,
                segments.get(0).activeDays(),
                segments.get(0).activity());
    }

    /** A segment that plays this history and beside which there is nothing. */
    Segment alone(RandomSource random) {
        Weeks weeks = weeks(random);
        return new Segment(weeks, new ControlSeries(new WeeksAndRest(weeks, weeks.without(weeks)), List::of));
    }

    /** A segment's weeks and what they are compared with. */
    record Segment(Weeks weeks, ControlSeries control) {

        Assessment volume(int cycleWeeks) {
            return WeeklyCharts.volume(weeks, control).assess(cycleWeeks);
        }

        WeeklySpread spread() {
            return WeeklySpread.of(WeeklyCharts.volume(weeks, control));
        }

        Assessment cost(int cycleWeeks) {
            return WeeklyCharts.cost(weeks, control).assess(cycleWeeks);
        }
    }
}
