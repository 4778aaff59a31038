package dev.leadline.statistics;

import java.util.List;

/**
 * Normal-inverse-gamma knowledge of the mean and variance of a logarithm.
 *
 * @param mean the mean of the logarithm
 * @param meanDeals how many deals the mean is worth
 * @param variance the centre of the variance of the logarithm
 * @param varianceDeals the degrees of freedom of the variance
 */
record LogMoments(double mean, double meanDeals, double variance, double varianceDeals) {

    private static final double LARGEST_VARIANCE = ValuePosterior.LARGEST_LOG_SD * ValuePosterior.LARGEST_LOG_SD;

    /** Prior of a scope without a parent: log-sd 1.2, worth one deal; of the mean nothing is known beforehand. */
    private static final double ROOT_VARIANCE = 1.44;

    private static final double ROOT_DEALS = 1;

    /** The smallest amount of money on record. */
    private static final double SMALLEST_AMOUNT = 1e-4;

    /**
     * Siblings' mean logarithms are taken to differ by at least this standard deviation. Without it a prior worth 8
     * deals would be too sure where margins vary little within a segment: in simulation it then covers 67 % instead
     * of 90 %.
     */
    private static final double SIBLING_VARIANCE = 0.4 * 0.4;

    /** What a common mean is worth to siblings that differ by a factor of a hundred: deals. */
    private static final double WEAKEST = 0.02;

    private static final int STRENGTHS = 25;
    /** Fixed prices vary by this at least. */
    private static final double LEAST_VARIANCE = 1e-4;

    LogMoments {
        variance = Math.min(LARGEST_VARIANCE, variance);
    }

    /** From the data alone; where no deal is above 0, such a one is guessed from what the others lost. */
    static LogMoments ofRoot(MarginStatistics own) {
        if (own.positives() == 0) {
            double guess = Math.max(SMALLEST_AMOUNT, own.meanLoss());
            return new LogMoments(Math.log(guess), ROOT_DEALS, ROOT_VARIANCE, ROOT_DEALS);
        }
        double degrees = ROOT_DEALS + own.positives() - 1;
        double variance = (ROOT_DEALS * ROOT_VARIANCE + own.scatter()) / degrees;
        return new LogMoments(own.meanLog(), own.positives(), variance, degrees);
    }

    /** The same centre as the prior of a child. */
    LogMoments asPrior() {
        double most = ValuePosterior.PRIOR_DEALS;
        double mostOfMean = Math.min(most, variance / SIBLING_VARIANCE);
        return new LogMoments(mean, Math.min(mostOfMean, meanDeals), variance, Math.min(most, varianceDeals));
    }

    /**
     * The prior of siblings. Over a row of strengths, the deals that the common mean is worth to a segment, each is weighed by its
     * restricted likelihood; strength and mean are then averaged, the strength on the log scale.
     *
     * @param siblings each with a deal above 0 at least
     */
    static LogMoments ofSiblings(List<MarginStatistics> siblings) {
        double scatter = ROOT_DEALS * ROOT_VARIANCE;
        double degrees = ROOT_DEALS;
        for (MarginStatistics sibling : siblings) {
            scatter += sibling.scatter();
            degrees += sibling.positives() - 1;
        }
        double variance = Math.max(LEAST_VARIANCE, scatter / degrees);
        double[] logLikelihood = new double[STRENGTHS];
        double[] means = new double[STRENGTHS];
        double[] errors = new double[STRENGTHS];
        double best = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STRENGTHS; s++) {
            double between = variance / strength(s);
            double weights = 0;
            double sum = 0;
            for (MarginStatistics sibling : siblings) {
                double weight = 1 / (between + variance / sibling.positives());
                weights += weight;
                sum += weight * sibling.meanLog();
                logLikelihood[s] += Math.log(weight) / 2;
            }
            means[s] = sum / weights;
            errors[s] = 1 / weights;
            logLikelihood[s] -= Math.log(weights) / 2;
            for (MarginStatistics sibling : siblings) {
                double gap = sibling.meanLog() - means[s];
                logLikelihood[s] -= gap * gap / (between + variance / sibling.positives()) / 2;
            }
            best = Math.max(best, logLikelihood[s]);
        }
        double all = 0;
        double mean = 0;
        double logSpread = 0;
        for (int s = 0; s < STRENGTHS; s++) {
            double weight = Math.exp(logLikelihood[s] - best);
            all += weight;
            mean += weight * means[s];
            logSpread += weight * Math.log(variance / strength(s) + errors[s]);
        }
        double worth = variance / Math.exp(logSpread / all);
        double most = ValuePosterior.PRIOR_DEALS;
        return new LogMoments(mean / all, Math.min(most, worth), variance, Math.min(most, degrees));
    }

    private static double strength(int step) {
        return WEAKEST * Math.pow(ValuePosterior.PRIOR_DEALS / WEAKEST, step / (STRENGTHS - 1.0));
    }

    LogMoments updated(MarginStatistics own) {
        double deals = meanDeals + own.positives();
        double gap = own.meanLog() - mean;
        double degrees = varianceDeals + own.positives();
        double between = meanDeals * own.positives() / deals * gap * gap;
        return new LogMoments(
                mean + gap * own.positives() / deals,
                deals,
                (varianceDeals * variance + own.scatter() + between) / degrees,
                degrees);
    }
}
