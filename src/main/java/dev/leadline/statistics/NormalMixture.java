package dev.leadline.statistics;

/**
 * A mixture of normal distributions.
 *
 * @param weights of the components, of sum 1
 * @param means of the components
 * @param deviations standard deviations of the components, above 0
 */
record NormalMixture(double[] weights, double[] means, double[] deviations) {

    /** Of a last step, in standard deviations: what is left then is less by far. */
    private static final double PRECISION = 1e-7;

    private static final int MOST_STEPS = 20;

    /** The quantile that a standard normal distribution has at a score: by secants, begun at that of a normal distribution alike. */
    double quantile(double score) {
        double q = StandardNormal.cumulative(score);
        double deviation = Math.sqrt(variance());
        double x = mean() + score * deviation;
        double at = cumulative(x) - q;
        double slope = StandardNormal.density(score) / deviation;
        for (int step = 0; step < MOST_STEPS && slope > 0; step++) {
            double next = x - at / slope;
            if (Math.abs(next - x) < PRECISION * deviation) {
                return next;
            }
            double atNext = cumulative(next) - q;
            slope = (atNext - at) / (next - x);
            x = next;
            at = atNext;
        }
        return byHalving(score, q);
    }

    /** The same, surely. It lies between those of the components. */
    private double byHalving(double score, double q) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            double one = means[i] + score * deviations[i];
            lowest = Math.min(lowest, one);
            highest = Math.max(highest, one);
        }
        return MonotoneRoot.of(x -> cumulative(x) - q, lowest, highest);
    }

    private double mean() {
        double mean = 0;
        for (int i = 0; i < means.length; i++) {
            mean += weights[i] * means[i];
        }
        return mean;
    }

    private double variance() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < means.length; i++) {
            double gap = means[i] - mean;
            variance += weights[i] * (gap * gap + deviations[i] * deviations[i]);
        }
        return variance;
    }

    private double cumulative(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StandardNormal.cumulative((x - means[i]) / deviations[i]);
        }
        return sum;
    }
}
