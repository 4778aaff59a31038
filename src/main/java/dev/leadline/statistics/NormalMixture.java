package dev.leadline.statistics;

/**
 * A mixture of normal distributions.
 *
 * @param weights of the components, of sum 1
 * @param means of the components
 * @param deviations standard deviations of the components, above 0
 */
record NormalMixture(double[] weights, double[] means, double[] deviations) {

    /**
     * The quantile that a standard normal distribution has at a score. It lies between those of the components.
     */
    double quantile(double score) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            double one = means[i] + score * deviations[i];
            lowest = Math.min(lowest, one);
            highest = Math.max(highest, one);
        }
        double q = StandardNormal.cumulative(score);
        return RisingRoot.of(x -> cumulative(x) - q, lowest, highest);
    }

    private double cumulative(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StandardNormal.cumulative((x - means[i]) / deviations[i]);
        }
        return sum;
    }
}
