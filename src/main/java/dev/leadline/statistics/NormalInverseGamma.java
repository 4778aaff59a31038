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
record NormalInverseGamma(double mean, double meanDeals, double variance, double varianceDeals) {

    /** The standard deviation of the logarithm of margins is estimated as at most 1.6, so that one big order moves the value by little. */
    private static final double LARGEST_VARIANCE = 1.6 * 1.6;

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

    /** Fixed prices vary by this at least. */
    private static final double LEAST_VARIANCE = 1e-4;

    /** Bounds the variance. */
    NormalInverseGamma {
        variance = Math.min(LARGEST_VARIANCE, variance);
    }

    /** From the data alone; where no deal is above 0, such a one is guessed from what the others lost. */
    static NormalInverseGamma ofRoot(MarginStatistics own) {
        if (own.positives() == 0) {
            double guess = Math.max(SMALLEST_AMOUNT, own.meanLoss());
            return new NormalInverseGamma(Math.log(guess), ROOT_DEALS, ROOT_VARIANCE, ROOT_DEALS);
        }
        double degrees = ROOT_DEALS + own.positives() - 1;
        double variance = (ROOT_DEALS * ROOT_VARIANCE + own.scatter()) / degrees;
        return new NormalInverseGamma(own.meanLog(), own.positives(), variance, degrees);
    }

    /**
     * The same centre as the prior of a child.
     *
     * @param most how many deals it is worth at most
     */
    NormalInverseGamma asPrior(double most) {
        double mostOfMean = Math.min(most, variance / SIBLING_VARIANCE);
        return new NormalInverseGamma(mean, Math.min(mostOfMean, meanDeals), variance, Math.min(most, varianceDeals));
    }

    /**
     * The prior of siblings: the variance within them is pooled; of the spread between them everything is averaged over what is
     * plausible, by the restricted likelihood and a weak prior that siblings usually differ by a factor of 1.5 or so.
     *
     * @param siblings each with a deal above 0 at least
     * @param most how many deals it is worth at most
     */
    static NormalInverseGamma ofSiblings(List<MarginStatistics> siblings, double most) {
        double within = Math.max(LEAST_VARIANCE, within(siblings));
        SiblingSpread spread = SiblingSpread.of(siblings, within);
        return new NormalInverseGamma(
                spread.mean(), Math.min(most, within / spread.variance()), within, Math.min(most, degrees(siblings)));
    }

    /** The variance of the logarithm of deals about their segment's mean, pooled; the root's without a segment. */
    static double within(List<MarginStatistics> siblings) {
        double scatter = ROOT_DEALS * ROOT_VARIANCE;
        for (MarginStatistics sibling : siblings) {
            scatter += sibling.scatter();
        }
        return scatter / degrees(siblings);
    }

    private static double degrees(List<MarginStatistics> siblings) {
        double degrees = ROOT_DEALS;
        for (MarginStatistics sibling : siblings) {
            degrees += sibling.positives() - 1;
        }
        return degrees;
    }

    /**
     * The posterior after deals above 0, by the conjugate update (A. Gelman et al. (2013), Bayesian Data Analysis, 3rd ed.,
     * section 3.3).
     *
     * @param own with a deal above 0 at least
     */
    NormalInverseGamma updated(MarginStatistics own) {
        double deals = meanDeals + own.positives();
        double gap = own.meanLog() - mean;
        double degrees = varianceDeals + own.positives();
        double between = meanDeals * own.positives() / deals * gap * gap;
        return new NormalInverseGamma(
                mean + gap * own.positives() / deals,
                deals,
                (varianceDeals * variance + own.scatter() + between) / degrees,
                degrees);
    }
}
