package dev.leadline.statistics;

/**
 * How much more than by chance the counts of a series vary from one point to the next: the variance over the mean, at least 1.
 * From neighbours, so that a change of level, or a drift, hardly adds to it: the mean absolute difference over that of independent
 * Poisson counts, squared.
 *
 * <p>Source: J. von Neumann, R. H. Kent, H. R. Bellinson, B. I. Hart (1941), The mean square successive difference, Annals of
 * Mathematical Statistics 12, 153-162; with absolute differences, as in the moving range of a chart of single values, so that one
 * spike counts for less.
 */
final class NeighbourDispersion {

    /** Mean of the absolute value of a standard normal score. */
    private static final double MEAN_ABSOLUTE_SCORE = Math.sqrt(2 / Math.PI);

    private NeighbourDispersion() {}

    /**
     * @param count by point, not negative
     * @param exposure what each count arose from, above 0; as long as {@code count}
     * @return variance over mean, at least 1; 1 where there are no two neighbours
     */
    static double of(double[] count, double[] exposure) {
        double sum = 0;
        int pairs = 0;
        for (int j = 1; j < count.length; j++) {
            double rate = (count[j - 1] + count[j]) / (exposure[j - 1] + exposure[j]);
            if (rate > 0) {
                double gap = count[j] / exposure[j] - count[j - 1] / exposure[j - 1];
                sum += Math.abs(gap) / Math.sqrt(rate * (1 / exposure[j] + 1 / exposure[j - 1]));
                pairs++;
            }
        }
        double scale = pairs == 0 ? 1 : sum / pairs / MEAN_ABSOLUTE_SCORE;
        return Math.max(1, scale * scale);
    }
}
