package dev.leadline.statistics;

import java.util.List;

/**
 * What siblings say of the mean logarithm of another one's margins: theirs are normal about a common centre, with a spread that is not
 * known and integrated over (A. Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 5.4).
 *
 * @param mean of a further sibling's mean logarithm
 * @param variance of it, above 0: how much siblings differ, and what is not known of the centre
 */
record SiblingSpread(double mean, double variance) {

    /** Siblings usually differ by this standard deviation of the logarithm, a factor of 1.5; its own logarithm has the next one. */
    private static final double USUAL = 0.4;

    private static final double LOG_SD_OF_USUAL = 0.6;
    /** The spread is integrated over from prices alike within 5 % to prices a factor of 12 apart, in even steps of its logarithm. */
    private static final double SMALLEST = 0.05;

    private static final double LARGEST = 2.5;
    private static final int STEPS = 30;

    /**
     * @param siblings each with a deal above 0 at least
     * @param within the variance of the logarithm within each, above 0
     */
    static SiblingSpread of(List<MarginStatistics> siblings, double within) {
        double[] logWeights = new double[STEPS + 1];
        double[] means = new double[STEPS + 1];
        double[] variances = new double[STEPS + 1];
        double best = Double.NEGATIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double spread = SMALLEST * Math.pow(LARGEST / SMALLEST, (double) step / STEPS);
            double between = spread * spread;
            double precision = 0;
            double sum = 0;
            double logs = 0;
            for (MarginStatistics sibling : siblings) {
                double variance = between + within / sibling.positives();
                precision += 1 / variance;
                sum += sibling.meanLog() / variance;
                logs += Math.log(variance);
            }
            double mean = sum / precision;
            double squares = 0;
            for (MarginStatistics sibling : siblings) {
                double gap = sibling.meanLog() - mean;
                squares += gap * gap / (between + within / sibling.positives());
            }
            double unusual = Math.log(spread / USUAL) / LOG_SD_OF_USUAL;
            means[step] = mean;
            variances[step] = between + 1 / precision;
            logWeights[step] = -(logs + squares + Math.log(precision) + unusual * unusual) / 2;
            best = Math.max(best, logWeights[step]);
        }
        return average(logWeights, best, means, variances);
    }

    private static SiblingSpread average(double[] logWeights, double best, double[] means, double[] variances) {
        double mass = 0;
        double mean = 0;
        double square = 0;
        double logVariance = 0;
        for (int step = 0; step < means.length; step++) {
            double weight = Math.exp(logWeights[step] - best);
            mass += weight;
            mean += weight * means[step];
            square += weight * means[step] * means[step];
            logVariance += weight * Math.log(variances[step]);
        }
        mean /= mass;
        return new SiblingSpread(mean, Math.exp(logVariance / mass) + Math.max(0, square / mass - mean * mean));
    }
}
