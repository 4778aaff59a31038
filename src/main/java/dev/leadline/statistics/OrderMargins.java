package dev.leadline.statistics;

import java.util.Arrays;

/** The margins of a segment's orders: their sums, and those above 0 by size. */
public final class OrderMargins {

    /** The score of the upper quartile. */
    private static final double UPPER_QUARTILE = 0.6744897501960817;

    private final MarginStatistics statistics;
    /** The smallest first. */
    private final double[] gains;

    private OrderMargins(MarginStatistics statistics, double[] gains) {
        this.statistics = statistics;
        this.gains = gains;
    }

    /**
     * @param margins of first deals, finite
     * @return their sizes
     * @throws IllegalArgumentException if a margin is not finite
     */
    public static OrderMargins of(double... margins) {
        MarginStatistics statistics = MarginStatistics.of(margins);
        double[] gains = new double[(int) statistics.positives()];
        int count = 0;
        for (double margin : margins) {
            if (margin > 0) {
                gains[count++] = margin;
            }
        }
        Arrays.sort(gains);
        return new OrderMargins(statistics, gains);
    }

    /** @return the sums of all, those at a loss too */
    public MarginStatistics statistics() {
        return statistics;
    }

    /** @return how many brought a margin above 0 */
    public int count() {
        return gains.length;
    }

    /** @return the median of those above 0; NaN without one */
    public double median() {
        return quantile(0.5);
    }

    /** @return the largest; 0 without one above 0 */
    public double largest() {
        return gains.length == 0 ? 0 : gains[gains.length - 1];
    }

    /** How far their logarithms are spread, as a standard deviation, by those between median and upper quartile: a few huge ones do not matter. */
    double upperSpread() {
        return Math.log(quantile(0.75) / median()) / UPPER_QUARTILE;
    }

    private double quantile(double q) {
        if (gains.length == 0) {
            return Double.NaN;
        }
        double place = q * (gains.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, gains.length - 1);
        return gains[below] + (place - below) * (gains[above] - gains[below]);
    }

    /** The largest but so many. */
    double largestBut(int others) {
        return gains[gains.length - 1 - others];
    }

    /** How many are so large at least. */
    int atLeast(double size) {
        int low = 0;
        int high = gains.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gains[middle] < size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return gains.length - low;
    }

    /** The sums of those that are so large at least. */
    MarginStatistics from(double size) {
        return MarginStatistics.of(Arrays.copyOfRange(gains, gains.length - atLeast(size), gains.length));
    }

    /** The sums without those above 0 that are smaller. */
    MarginStatistics without(double size) {
        return statistics.minus(MarginStatistics.of(Arrays.copyOf(gains, gains.length - atLeast(size))));
    }
}
