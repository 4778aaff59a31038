package dev.leadline.statistics;

import java.util.Optional;

/**
 * The posterior of the mean value of a converting inquiry: v = ratio x ((1 - l) exp(mu + sigma^2 / 2) - l x loss), in money.
 *
 * <p>Margins of first deals are log-normal (mu, sigma), those at a loss a separate share l with a mean loss; the ratio is all
 * margin to first-deal margin over the horizon. Mean and variance of the logarithm have a normal-inverse-gamma prior: the
 * parent's, worth at most 8 deals; with fewer than 8 deals above 0 of its own, the prior stands alone. Sigma is at most 1.6, so
 * that one big order moves the value by little. Share and mean of losses are shrunk likewise.
 *
 * <p>The posterior of eta = mu + sigma^2 / 2 (A. Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 3.3) has no closed
 * form; here a shifted log-normal with its mean, variance and skewness stands for it, within 0.02 in probability of the exact one
 * from 8 deals up. The uncertainty of l is added to its variance.
 */
public final class ValuePosterior {

    /** The prior is worth this many deals, and fewer deals than this are not used on their own. */
    public static final int PRIOR_DEALS = 8;

    /** The standard deviation of the logarithm of margins is taken as at most this. */
    public static final double LARGEST_LOG_SD = 1.6;

    private static final double LARGEST_RATIO = 100;

    private final double gain;
    private final double loss;
    private final LogOfMean logOfMean;

    private ValuePosterior(double gain, double loss, LogOfMean logOfMean) {
        this.gain = gain;
        this.loss = loss;
        this.logOfMean = logOfMean;
    }

    /**
     * The value of a segment, shrunk to its parent.
     *
     * @param own first-deal margins of the segment
     * @param parent first-deal margins of the scope it is shrunk to, usually with the segment's own among them
     * @param ratio all margin to first-deal margin, finite and not negative; see {@link #ratio}
     * @return the posterior; empty where the parent has no deal above 0, for then nothing is known of the value
     * @throws IllegalArgumentException if the ratio is out of its domain
     */
    public static Optional<ValuePosterior> of(MarginStatistics own, MarginStatistics parent, double ratio) {
        Check.nonNegative(ratio, "ratio");
        if (parent.positives() == 0) {
            return Optional.empty();
        }
        LogMoments prior = LogMoments.ofRoot(parent).asPrior();
        LogMoments moments = own.positives() < PRIOR_DEALS ? prior : prior.updated(own);
        double share = shrunk(own.lossShare(), own.deals(), parent.lossShare());
        double meanLoss =
                parent.losses() == 0 ? own.meanLoss() : shrunk(own.meanLoss(), own.losses(), parent.meanLoss());
        return Optional.of(of(moments, share, own.deals() + PRIOR_DEALS, meanLoss, ratio));
    }

    /**
     * The value of a scope without a parent.
     *
     * @param own its first-deal margins
     * @param ratio all margin to first-deal margin, finite and not negative; see {@link #ratio}
     * @return the posterior; empty where there is no deal above 0, for then nothing is known of the value
     * @throws IllegalArgumentException if the ratio is out of its domain
     */
    public static Optional<ValuePosterior> ofRoot(MarginStatistics own, double ratio) {
        Check.nonNegative(ratio, "ratio");
        if (own.positives() == 0) {
            return Optional.empty();
        }
        return Optional.of(of(LogMoments.ofRoot(own), own.lossShare(), own.deals(), own.meanLoss(), ratio));
    }

    /**
     * All margin to first-deal margin, made safe: 1 where first deals brought no margin, 0 where all margin is below 0, and at
     * most 100.
     *
     * @param allMargin margin of all deals of a scope by the horizon
     * @param firstDealMargin margin of its first deals
     * @return the ratio
     * @throws IllegalArgumentException if a margin is not finite
     */
    public static double ratio(double allMargin, double firstDealMargin) {
        Check.finite(allMargin, "allMargin");
        Check.finite(firstDealMargin, "firstDealMargin");
        return firstDealMargin <= 0 ? 1 : Math.min(LARGEST_RATIO, Math.max(0, allMargin / firstDealMargin));
    }

    private static double shrunk(double own, long weight, double parent) {
        return (own * weight + parent * PRIOR_DEALS) / (weight + PRIOR_DEALS);
    }

    private static ValuePosterior of(LogMoments moments, double share, long deals, double meanLoss, double ratio) {
        double winning = 1 - share;
        // How much the share's own uncertainty moves the value, relative to the part that is log-normal.
        double slope = (1 + meanLoss / Math.exp(moments.mean() + moments.variance() / 2)) / winning;
        double added = slope * slope * share * winning / (deals + 1);
        return new ValuePosterior(ratio * winning, ratio * share * meanLoss, LogOfMean.of(moments, added));
    }

    /**
     * The mean of the posterior, which for few deals lies well above its middle (by 10 to 40 % at 8 deals).
     *
     * @return money per deal
     */
    public double mean() {
        return gain * Math.exp(logOfMean.logOfMean()) - loss;
    }

    /**
     * @param x money per deal, not NaN
     * @return the probability that the value is at most x
     * @throws IllegalArgumentException if x is NaN
     */
    public double probabilityAtMost(double x) {
        Check.argument(!Double.isNaN(x), "x", "a number", x);
        if (x + loss <= 0) {
            return gain == 0 && x + loss == 0 ? 1 : 0;
        }
        if (gain == 0) {
            return 1;
        }
        return logOfMean.cumulative(Math.log((x + loss) / gain));
    }

    /**
     * @param q a probability, above 0 and below 1
     * @return the value that is not exceeded with probability q
     * @throws IllegalArgumentException if q is no probability
     */
    public double quantile(double q) {
        return atScore(StandardNormal.quantile(Check.probability(q, "q")));
    }

    /**
     * @param level the probability between the bounds, above 0 and below 1
     * @return the median with the interval of equal tails; the median, because it is nearly unbiased where the mean is not
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(double level) {
        double tail = (1 - Check.level(level)) / 2;
        return new Interval(quantile(0.5), quantile(tail), quantile(1 - tail), level);
    }

    /** The value at a standard normal score. */
    double atScore(double z) {
        return gain * Math.exp(logOfMean.atScore(z)) - loss;
    }

    /** The spread of the value's logarithm, its part at a loss aside. */
    double logSd() {
        return (logOfMean.atScore(1) - logOfMean.atScore(-1)) / 2;
    }
}
