package dev.leadline.statistics;

import java.util.Arrays;

/**
 * Where the rate of a series of counts with exposure changed its level for good: the exact best segmentation by
 * dynamic programming on the Poisson deviance, divided by the over-dispersion, with a penalty for each change.
 *
 * <p>A point that departs from both its sides is a spike and no change: before the search it is put back to the
 * median rate of its neighbourhood (two points on either side). Segments have at least two points.
 *
 * <p>Source: B. Jackson et al. (2005), An algorithm for optimal partitioning of data on an interval, IEEE Signal
 * Processing Letters 12, 105-108.
 */
public final class ChangePoints {

    /** Points of a segment: what has lasted for one is a spike. */
    private static final int SHORTEST = 2;
    /** So many points on either side tell what is usual about a point. */
    private static final int REACH = 2;
    /** A point that departs from that by more standard deviations is a spike: the limit of a control chart. */
    private static final double SPIKE = 3;
    /** Of a change, times the logarithm of the number of weeks; by simulation, see {@link #of(ExposedSeries)}. */
    private static final double PENALTY = 3;
    /** In a shorter series a change costs as much as in one of half a year. */
    private static final int FEWEST_WEEKS = 26;

    private ChangePoints() {}

    /**
     * Change points with the penalty of 3 ln(number of weeks, at least 26). In simulated stable series of 12
     * to 104 weeks it finds one in 1 to 6 % of cases; a halving of 14 a week shows in a year of data in more than 90
     * %.
     *
     * @param series counts of consecutive weeks
     * @return the indices at which a new level begins, ascending; none where the series is too short to tell
     */
    public static int[] of(ExposedSeries series) {
        return of(series, PENALTY * Math.log(Math.max(FEWEST_WEEKS, series.length())));
    }

    /**
     * Change points with another penalty.
     *
     * @param penalty how much a change must lower the deviance (over-dispersion taken out) to count, not negative
     */
    static int[] of(ExposedSeries series, double penalty) {
        double dispersion = series.dispersion();
        double[] calm = withoutSpikes(series.count(), series.exposure(), dispersion);
        int[] starts = segment(calm, series.exposure(), penalty * dispersion);
        Arrays.setAll(starts, j -> series.index()[starts[j]]);
        return starts;
    }

    private static double[] withoutSpikes(double[] count, double[] exposure, double dispersion) {
        double[] calm = count.clone();
        double[] rates = new double[count.length];
        Arrays.setAll(rates, j -> count[j] / exposure[j]);
        for (int j = 0; j < count.length; j++) {
            double expected = medianRate(rates, j) * exposure[j];
            double spread = Math.sqrt(dispersion * Math.max(1, expected));
            if (Math.abs(count[j] - expected) > SPIKE * spread) {
                calm[j] = expected;
            }
        }
        return calm;
    }

    /** Median rate around a point; of two in the middle the one nearer to the point's own. */
    private static double medianRate(double[] rates, int at) {
        if (at >= REACH && at < rates.length - REACH) {
            return median(rates[at - 2], rates[at - 1], rates[at], rates[at + 1], rates[at + 2]);
        }
        double[] sorted = Arrays.copyOfRange(rates, Math.max(0, at - REACH), Math.min(rates.length, at + REACH + 1));
        Arrays.sort(sorted);
        double lower = sorted[(sorted.length - 1) / 2];
        double upper = sorted[sorted.length / 2];
        return Math.abs(rates[at] - lower) <= Math.abs(rates[at] - upper) ? lower : upper;
    }

    /** Without a branch to mispredict. */
    private static double median(double a, double b, double c, double d, double e) {
        double low = Math.max(Math.min(a, b), Math.min(c, d));
        double high = Math.min(Math.max(a, b), Math.max(c, d));
        // The median of all is that of the fifth and the two middle ones of the four.
        return Math.max(Math.min(low, high), Math.min(Math.max(low, high), e));
    }

    private static int[] segment(double[] count, double[] exposure, double penalty) {
        int points = count.length;
        double rate = sum(count) / sum(exposure);
        if (points == 0 || rate <= 0) {
            return new int[0];
        }
        // Running sums: what the rate of all expects before each point, and by how much more came.
        double[] expected = new double[points + 1];
        double[] excess = new double[points + 1];
        for (int j = 0; j < points; j++) {
            expected[j + 1] = expected[j] + rate * exposure[j];
            excess[j + 1] = excess[j] + count[j] - rate * exposure[j];
        }
        double[] best = new double[points + 1];
        int[] previous = new int[points + 1];
        best[1] = Double.POSITIVE_INFINITY;
        for (int end = SHORTEST; end <= points; end++) {
            double least = cost(expected[end], excess[end]);
            if (mayPay(expected, excess, best, end, penalty, least)) {
                for (int start = SHORTEST; start <= end - SHORTEST; start++) {
                    double usual = expected[end] - expected[start];
                    double more = excess[end] - excess[start];
                    if (mostGain(usual, more, best[start] + penalty - least) > 0) {
                        double cost = best[start] + penalty + cost(usual, more);
                        if (cost < least) {
                            least = cost;
                            previous[end] = start;
                        }
                    }
                }
            }
            best[end] = least;
        }
        int[] starts = new int[points];
        int found = 0;
        for (int start = previous[points]; start > 0; start = previous[start]) {
            starts[found++] = start;
        }
        int[] sorted = Arrays.copyOf(starts, found);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Whether any last segment may do better than none: hardly ever, and this loop has neither a branch nor a logarithm. */
    private static boolean mayPay(
            double[] expected, double[] excess, double[] best, int end, double penalty, double least) {
        double most = 0;
        for (int start = SHORTEST; start <= end - SHORTEST; start++) {
            double price = best[start] + penalty - least;
            most = Math.max(most, mostGain(expected[end] - expected[start], excess[end] - excess[start], price));
        }
        return most > 0;
    }

    /** What a segment gains at most by the bound of its cost, times what it expects; it costs so much to begin it. */
    private static double mostGain(double expected, double excess, double price) {
        return 2 * excess * excess - price * expected;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * Twice the negative log likelihood of a segment less that of the rate of all: 0 or less, and never below -2 excess^2 /
     * expected.
     */
    private static double cost(double expected, double excess) {
        double count = expected + excess;
        return 2 * excess - (count <= 0 ? 0 : 2 * count * Math.log(count / expected));
    }
}
