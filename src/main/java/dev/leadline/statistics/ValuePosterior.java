package dev.leadline.statistics;

/**
 * The posterior of the mean value of a converting inquiry: v = ratio x ((1 - l) exp(mu + sigma^2 / 2) - l x loss), in
 * money.
 *
 * <p>Margins of first deals are log-normal (mu, sigma), those at a loss a separate share l with a mean loss; the
 * ratio is all margin to first-deal margin over the horizon. Mean and variance of the logarithm have a
 * normal-inverse-gamma prior: what is known of siblings or parent, {@link ValuePrior}, worth at most 8 deals; with
 * fewer than 8 deals above 0 of its own, the prior stands alone. Sigma is at most 1.6 (its posterior at most 1.75), so that one big order moves the value by
 * little. The share of losses is shrunk by the weight of one deal.
 *
 * <p>The posterior of eta = mu + sigma^2 / 2 (A. Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 3.3)
 * has no closed form; a shifted log-normal through its 10 %, 50 % and 90 % points stands for it, within 0.01 in
 * probability of the exact one from 8 deals up. Where there are losses the uncertainty of l is added by the square
 * root of the sum of squared departures from the median (G. Y. Zou and A. Donner (2008), Statistics in Medicine 27,
 * 1693-1702); that of the mean loss is left out, and losses not yet seen in a scope without a parent are not feared.
 * Where no deal has been above 0, such a deal is taken to bring about what the others lost.
 */
public final class ValuePosterior {

    /** The share at a loss differs much between segments, and to miss it is expensive: what others lose is worth one deal. */
    private static final double PRIOR_DEALS_OF_LOSSES = 1;

    private static final double LARGEST_RATIO = 100;

    /**
     * The logit of a share known from fewer cases than this is by no means normal: its spread would have the rarest losses
     * cover all deals at one score of ten.
     */
    private static final double LEAST_CASES = 0.5;

    private final LogNormalMeanPosterior logOfMean;
    private final double logVariance;
    private final double ratio;
    private final double lossShare;
    private final double meanLoss;
    /** Standard deviation of the logit of the share of losses. */
    private final double lossSpread;

    /** What a deal above 0 brings on average, the median. */
    private final double middle;

    /** The logit of the share of losses. */
    private final double lossLogit;
    /** Of the scores of values where there are losses: these have no closed form. */
    private final ScoreTable scores;

    ValuePosterior(NormalInverseGamma moments, double ratio, double lossShare, double deals, double meanLoss) {
        this.logOfMean = LogNormalMeanPosterior.of(moments);
        this.logVariance = moments.variance();
        this.ratio = ratio;
        this.lossShare = lossShare;
        this.meanLoss = meanLoss;
        this.lossSpread =
                lossShare == 0 ? 0 : 1 / Math.sqrt(Math.max(LEAST_CASES, (deals + 1) * lossShare * (1 - lossShare)));
        this.middle = Math.exp(logOfMean.atScore(0));
        this.lossLogit = Math.log(lossShare / (1 - lossShare));
        this.scores = new ScoreTable(this::atScore);
    }

    /**
     * The value of a segment, shrunk to what is known of it before its own deals are seen.
     *
     * @param own first-deal margins of the segment
     * @param prior by its siblings or its parent
     * @param ratio all margin to first-deal margin, finite and not negative; see {@link #ratio}
     * @return the posterior
     * @throws IllegalArgumentException if the ratio is out of its domain
     */
    public static ValuePosterior of(MarginStatistics own, ValuePrior prior, double ratio) {
        Check.nonNegative(ratio, "ratio");
        NormalInverseGamma moments = own.positives() < ValuePrior.PRIOR_DEALS
                ? prior.moments()
                : prior.moments().updated(own);
        double deals = own.deals() + PRIOR_DEALS_OF_LOSSES;
        double share = (own.losses() + PRIOR_DEALS_OF_LOSSES * prior.lossShare()) / deals;
        return new ValuePosterior(moments, ratio, share, deals, prior.meanLoss(own));
    }

    /**
     * All margin to first-deal margin, made safe: 1 where first deals brought no margin, 0 where all margin is below
     * 0, and at most 100.
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

    /**
     * @param x money per deal, not NaN
     * @return the probability that the value is at most x
     * @throws IllegalArgumentException if x is NaN
     */
    public double probabilityAtMost(double x) {
        Check.argument(!Double.isNaN(x), "x", "a number", x);
        return StandardNormal.cumulative(score(x));
    }

    /** The standard normal score of a value; infinite beyond what the value can be. */
    private double score(double x) {
        if (ratio == 0) {
            return x >= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (lossShare == 0) {
            return x <= 0 ? Double.NEGATIVE_INFINITY : logOfMean.score(Math.log(x / ratio));
        }
        return scores.score(x);
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
     * @return the median with the interval of equal tails; the median, because it is nearly unbiased where the mean
     *     is not
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(double level) {
        double tail = (1 - Check.level(level)) / 2;
        return new Interval(quantile(0.5), quantile(tail), quantile(1 - tail), level);
    }

    /** The value at a standard normal score. */
    double atScore(double z) {
        double win = Math.exp(logOfMean.atScore(z));
        if (lossShare == 0) {
            return ratio * win;
        }
        double byWin = (1 - lossShare) * (win - middle);
        double byShare = (middle + meanLoss) * (LogitDensity.rate(lossLogit - z * lossSpread) - lossShare);
        double median = (1 - lossShare) * middle - lossShare * meanLoss;
        return ratio * (median + Math.signum(z) * Math.sqrt(byWin * byWin + byShare * byShare));
    }

    /** All margin to first-deal margin. */
    double ratio() {
        return ratio;
    }

    boolean hasLosses() {
        return lossShare > 0;
    }

    /** The mean square of a single order's margin, with losses taken as exponential. */
    double meanSquareOfOrder() {
        return (1 - lossShare) * middle * middle * Math.exp(logVariance) + lossShare * 2 * meanLoss * meanLoss;
    }

    /** That mean square against the square of the mean. */
    double orderVariation() {
        double mean = (1 - lossShare) * middle - lossShare * meanLoss;
        return meanSquareOfOrder() / (mean * mean);
    }

    /** About the posterior's standard deviation of the logarithm of what a deal above 0 brings on average. */
    double logSd() {
        return (logOfMean.atScore(1) - logOfMean.atScore(-1)) / 2;
    }
}
