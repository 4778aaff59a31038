package dev.leadline.statistics;

import java.util.Arrays;

/**
 * How much more daily counts vary than a Poisson count would: phi = max(1, Pearson's chi-squared / degrees of
 * freedom), the expected count of a day being the mean of its weekday.
 *
 * <p>Source: P. McCullagh and J. A. Nelder (1989), Generalized Linear Models, 2nd ed., section 6.2.3 on
 * quasi-likelihood.
 */
public final class OverDispersion {

    private static final int WEEKDAYS = 7;

    private OverDispersion() {}

    /**
     * Over-dispersion of every day given.
     *
     * @param dailyCounts counts of consecutive days, none negative
     * @param weekdayOfFirst weekday of the first day, 1 (Monday) to 7 (Sunday)
     * @return phi, at least 1; 1 where the days are too few to tell
     * @throws IllegalArgumentException if a count is negative or the weekday is none
     */
    public static double phi(long[] dailyCounts, int weekdayOfFirst) {
        boolean[] all = new boolean[dailyCounts.length];
        Arrays.fill(all, true);
        return phi(dailyCounts, weekdayOfFirst, all);
    }

    /**
     * Over-dispersion of chosen days, for example those with spend.
     *
     * @param dailyCounts counts of consecutive days, none negative
     * @param weekdayOfFirst weekday of the first day, 1 (Monday) to 7 (Sunday)
     * @param used which of the days to use; as long as {@code dailyCounts}
     * @return phi, at least 1; 1 where the days are too few to tell
     * @throws IllegalArgumentException if a count is negative, the weekday is none, or the lengths differ
     */
    public static double phi(long[] dailyCounts, int weekdayOfFirst, boolean[] used) {
        Check.argument(weekdayOfFirst >= 1 && weekdayOfFirst <= WEEKDAYS, "weekdayOfFirst", "1 to 7", weekdayOfFirst);
        Check.argument(used.length == dailyCounts.length, "used", "as long as dailyCounts", used.length);
        double[] sum = new double[WEEKDAYS];
        int[] days = new int[WEEKDAYS];
        for (int i = 0; i < dailyCounts.length; i++) {
            Check.argument(dailyCounts[i] >= 0, "dailyCounts", "not negative", dailyCounts[i]);
            if (used[i]) {
                int weekday = (weekdayOfFirst - 1 + i) % WEEKDAYS;
                sum[weekday] += dailyCounts[i];
                days[weekday]++;
            }
        }
        double chiSquared = 0;
        int degrees = 0;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            if (sum[weekday] > 0) {
                degrees += days[weekday] - 1;
                double mean = sum[weekday] / days[weekday];
                for (int i = Math.floorMod(weekday - weekdayOfFirst + 1, WEEKDAYS); i < used.length; i += WEEKDAYS) {
                    if (used[i]) {
                        chiSquared += (dailyCounts[i] - mean) * (dailyCounts[i] - mean) / mean;
                    }
                }
            }
        }
        return degrees == 0 ? 1 : Math.max(1, chiSquared / degrees);
    }
}
