package dev.leadline.analysis.estimate;

import dev.leadline.statistics.MarginPerInquiryPosterior;

/**
 * What is lost on average by either choice, as the posterior has it.
 *
 * @param scale if more is bought: the mean of what an inquiry costs above what it may, where it does
 * @param hold if no more is bought: the mean of what an inquiry would have earned above its cost, where it would
 */
public record ExpectedLoss(double scale, double hold) {

    private static final double LOWEST = -6;
    private static final double HIGHEST = 4;
    private static final double STEP = 0.125;

    /**
     * The mean shortfall and surplus of a margin against what is needed, by the trapezoid rule over the margin's
     * distribution on a logarithmic grid around its mean.
     *
     * @param needed margins that may be needed
     * @param weights the probability of each
     */
    static ExpectedLoss of(MarginPerInquiryPosterior margin, double[] needed, double[] weights) {
        int points = 1 + (int) Math.round((HIGHEST - LOWEST) / STEP);
        double[] at = new double[points];
        double[] atLeast = new double[points];
        double scale = Math.max(Math.abs(margin.mean()), 1e-9);
        for (int i = 0; i < points; i++) {
            at[i] = scale * Math.exp(LOWEST + i * STEP);
            atLeast[i] = margin.probabilityAtLeast(at[i]);
        }
        double shortfall = 0;
        double surplus = 0;
        for (int node = 0; node < needed.length; node++) {
            double need = needed[node];
            double below = Math.min(need, at[0]) * (1 - atLeast[0]);
            double above = Math.max(0, at[0] - need) * atLeast[0];
            for (int i = 1; i < points; i++) {
                double mean = (atLeast[i - 1] + atLeast[i]) / 2;
                double split = Math.min(at[i], Math.max(at[i - 1], need));
                below += (split - at[i - 1]) * (1 - mean);
                above += (at[i] - split) * mean;
            }
            below += Math.max(0, need - at[points - 1]);
            shortfall += below * weights[node];
            surplus += above * weights[node];
        }
        return new ExpectedLoss(Math.max(0, shortfall), Math.max(0, surplus));
    }

    /** Both times a factor, for another unit. */
    public ExpectedLoss times(double factor) {
        return new ExpectedLoss(scale * factor, hold * factor);
    }
}
