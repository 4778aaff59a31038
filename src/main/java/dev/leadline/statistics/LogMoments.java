package dev.leadline.statistics;

/**
 * Normal-inverse-gamma knowledge of the mean and variance of a logarithm.
 *
 * @param mean the mean of the logarithm
 * @param meanDeals how many deals the mean is worth
 * @param variance the variance of the logarithm
 * @param varianceDeals the degrees of freedom of the variance
 */
record LogMoments(double mean, double meanDeals, double variance, double varianceDeals) {

    private static final double LARGEST_VARIANCE = ValuePosterior.LARGEST_LOG_SD * ValuePosterior.LARGEST_LOG_SD;

    /** Prior of a scope without a parent: a variance of 1, worth four deals; of the mean nothing is known beforehand. */
    private static final double ROOT_VARIANCE = 1;

    private static final double ROOT_DEALS = 4;

    LogMoments {
        variance = Math.min(LARGEST_VARIANCE, variance);
    }

    /** From the data alone; at least one deal above 0. */
    static LogMoments ofRoot(MarginStatistics own) {
        double degrees = ROOT_DEALS + own.positives() - 1;
        double variance = (ROOT_DEALS * ROOT_VARIANCE + own.scatter()) / degrees;
        return new LogMoments(own.meanLog(), own.positives(), variance, degrees);
    }

    /** The same centre, as a prior worth so many deals. */
    LogMoments worth(double deals) {
        return new LogMoments(mean, deals, variance, deals);
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

    /** The logarithm of the mean, mu + sigma^2 / 2. */
    double logOfMean() {
        return mean + variance / 2;
    }

    double varianceOfLogOfMean() {
        return variance / meanDeals + variance * variance / (2 * varianceDeals);
    }
}
