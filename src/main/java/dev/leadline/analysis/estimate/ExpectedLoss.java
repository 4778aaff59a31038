package dev.leadline.analysis.estimate;

import dev.leadline.statistics.MarginPerInquiryPosterior;

/**
 * What is lost on average by either choice, as the posterior has it.
 *
 * @param scale if more is bought: the mean of what an inquiry costs above what it may, where it does
 * @param hold if no more is bought: the mean of what an inquiry would have earned above its cost, where it would
 */
public record ExpectedLoss(double scale, double hold) {

    private static final int CELLS = 160;
    /** So little of the margin's distribution lies beyond either end of the grid. */
    private static final double TAIL = 0.0002;

    /**
     * The mean shortfall and surplus of a margin against what is needed, by the trapezoid rule over an even grid that spans the
     * margin's distribution.
     *
     * @param needed margins that may be needed
     * @param weights the probability of each
     */
    static ExpectedLoss of(MarginPerInquiryPosterior margin, double[] needed, double[] weights) {
        double lowest = margin.quantile(TAIL);
        double highest = margin.quantile(1 - TAIL);
        double[] at = new double[CELLS + 1];
        double[] atLeast = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            at[i] = lowest + i * (highest - lowest) / CELLS;
            atLeast[i] = margin.probabilityAtLeast(at[i]);
        }
        double shortfall = 0;
        double surplus = 0;
        for (int node = 0; node < needed.length; node++) {
            double need = needed[node];
            double below = Math.max(0, need - highest);
            double above = Math.max(0, lowest - need);
            for (int i = 1; i <= CELLS; i++) {
                double mean = (atLeast[i - 1] + atLeast[i]) / 2;
                double split = Math.min(at[i], Math.max(at[i - 1], need));
                below += (split - at[i - 1]) * (1 - mean);
                above += (at[i] - split) * mean;
            }
            shortfall += below * weights[node];
            surplus += above * weights[node];
        }
        return new ExpectedLoss(shortfall, surplus);
    }

    /** Both times a factor, for another unit. */
    public ExpectedLoss times(double factor) {
        return new ExpectedLoss(scale * factor, hold * factor);
    }
}
