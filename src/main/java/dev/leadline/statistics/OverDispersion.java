package dev.leadline.statistics;

import java.time.DayOfWeek;

/**
 * How much more daily counts vary than a Poisson count would: phi = max(1, Pearson's chi-squared / degrees of
 * freedom), the expected count of a day being the mean of its weekday. From sums by weekday, so that leaving out some days is one
 * subtraction.
 *
 * <p>Source: P. McCullagh and J. A. Nelder (1989), Generalized Linear Models, 2nd ed., section 6.2.3 on
 * quasi-likelihood.
 */
public final class OverDispersion {

    private static final int WEEKDAYS = DayOfWeek.values().length;

    private final int[] days = new int[WEEKDAYS];
    private final double[] sum = new double[WEEKDAYS];
    private final double[] sumOfSquares = new double[WEEKDAYS];

    private OverDispersion() {}

    /**
     * The sums of chosen days.
     *
     * @param dailyCounts counts of consecutive days, none negative
     * @param weekdayOfFirst weekday of the first day, 1 (Monday) to 7 (Sunday)
     * @param used which of the days to use; as long as {@code dailyCounts}
     * @return what {@link #phi()} is computed from
     * @throws IllegalArgumentException if a count is negative, the weekday is none, or the lengths differ
     */
    public static OverDispersion of(long[] dailyCounts, int weekdayOfFirst, boolean[] used) {
        Check.argument(weekdayOfFirst >= 1 && weekdayOfFirst <= WEEKDAYS, "weekdayOfFirst", "1 to 7", weekdayOfFirst);
        Check.argument(used.length == dailyCounts.length, "used", "as long as dailyCounts", used.length);
        OverDispersion sums = new OverDispersion();
        int weekday = weekdayOfFirst - 1;
        for (int i = 0; i < dailyCounts.length; i++) {
            Check.argument(dailyCounts[i] >= 0, "dailyCounts", "not negative", dailyCounts[i]);
            if (used[i]) {
                double count = dailyCounts[i];
                sums.days[weekday]++;
                sums.sum[weekday] += count;
                sums.sumOfSquares[weekday] += count * count;
            }
            weekday = weekday == WEEKDAYS - 1 ? 0 : weekday + 1;
        }
        return sums;
    }

    /**
     * The sums without some of the days.
     *
     * @param part sums of days that are all among these
     * @return those of the other days
     */
    public OverDispersion minus(OverDispersion part) {
        OverDispersion rest = new OverDispersion();
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            rest.days[weekday] = days[weekday] - part.days[weekday];
            rest.sum[weekday] = sum[weekday] - part.sum[weekday];
            rest.sumOfSquares[weekday] = sumOfSquares[weekday] - part.sumOfSquares[weekday];
        }
        return rest;
    }

    /** @return phi, at least 1; 1 where the days are too few to tell */
    public double phi() {
        double chiSquared = 0;
        int degrees = 0;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            if (sum[weekday] > 0) {
                degrees += days[weekday] - 1;
                // Of whole numbers, so that the difference is exact.
                double scatter = days[weekday] * sumOfSquares[weekday] - sum[weekday] * sum[weekday];
                chiSquared += scatter / sum[weekday];
            }
        }
        return degrees == 0 ? 1 : Math.max(1, chiSquared / degrees);
    }
}
