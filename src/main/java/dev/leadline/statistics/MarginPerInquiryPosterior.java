package dev.leadline.statistics;

/**
 * The posterior of the margin an inquiry earns over the horizon: M = p x v, rate times value of a converting inquiry,
 * the two independent.
 *
 * <p>Probabilities are integrals over whichever of the two is known more exactly, the other's distribution function
 * being smooth on that scale: over the grid of the rate, or over even scores of the value's normal logarithm.
 */
public final class MarginPerInquiryPosterior {

    /** Beyond these scores lies 3e-12 of the probability. */
    private static final double SCORE_RANGE = 7;
    /** On a normal density the trapezoidal rule is exact to many digits at this step (L. N. Trefethen, J. A. C. Weideman 2014). */
    private static final double SCORE_STEP = 0.25;

    private final RatePosterior rate;
    private final ValuePosterior value;
    private final boolean overRate;
    /** Where it is integrated over the value: that at even scores, and their weights. */
    private final double[] scoreValues;

    private final double[] scoreWeights;
    /** Of the level last asked for: several figures rest on it, and its bounds take more time than all else here. */
    private Interval interval;

    private MarginPerInquiryPosterior(RatePosterior rate, ValuePosterior value) {
        this.rate = rate;
        this.value = value;
        this.overRate = rate.logSpread() < value.logSd();
        int ofOneLaw = 1 + (int) (2 * SCORE_RANGE / SCORE_STEP);
        int nodes = overRate ? 0 : value.laws() * ofOneLaw;
        this.scoreValues = new double[nodes];
        this.scoreWeights = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            double z = -SCORE_RANGE + i % ofOneLaw * SCORE_STEP;
            scoreValues[i] = value.atScore(i / ofOneLaw, z);
            scoreWeights[i] = SCORE_STEP * StandardNormal.density(z) / value.laws();
        }
    }

    /**
     * @param rate the rate at which inquiries convert
     * @param value what a converting inquiry is worth
     * @return the posterior of their product
     */
    public static MarginPerInquiryPosterior of(RatePosterior rate, ValuePosterior value) {
        return new MarginPerInquiryPosterior(rate, value);
    }

    /**
     * @param x money per inquiry, not NaN
     * @return the probability that the margin per inquiry is at least x
     * @throws IllegalArgumentException if x is NaN
     */
    public double probabilityAtLeast(double x) {
        Check.argument(!Double.isNaN(x), "x", "a number", x);
        return 1 - probabilityBelow(x);
    }

    private double probabilityBelow(double x) {
        double sum = 0;
        if (overRate) {
            for (int i = 0; i < rate.size(); i++) {
                sum += rate.weight(i) * value.probabilityAtMost(x / rate.rate(i));
            }
        } else {
            for (int i = 0; i < scoreValues.length; i++) {
                sum += scoreWeights[i] * rateBelow(x, scoreValues[i]);
            }
        }
        return Math.min(1, Math.max(0, sum));
    }

    /** P(p v &lt;= x) at one value v, which may be a loss. */
    private double rateBelow(double x, double v) {
        if (v == 0) {
            return x >= 0 ? 1 : 0;
        }
        double below = rate.probabilityAtMost(x / v);
        return v > 0 ? below : 1 - below;
    }

    /** @return about the standard deviation of its logarithm; infinite where it may well be below 0 */
    public double logSpread() {
        return Math.hypot(rate.logSpread(), value.logSd());
    }

    /**
     * @param q a probability, above 0 and below 1
     * @return the margin per inquiry that is not exceeded with probability q
     * @throws IllegalArgumentException if q is no probability
     */
    public double quantile(double q) {
        Check.probability(q, "q");
        // Each factor beyond its own bound has a chance of half the tail, so that the product's quantile lies between
        // these.
        double valueLow = value.quantile(q / 2);
        double valueHigh = value.quantile((1 + q) / 2);
        // A loss is worst at a high rate.
        double low = valueLow * rate.quantile(valueLow >= 0 ? q / 2 : 1 - q / 2);
        double high = valueHigh * rate.quantile(valueHigh >= 0 ? (1 + q) / 2 : (1 - q) / 2);
        return MonotoneRoot.of(x -> probabilityBelow(x) - q, low, high);
    }

    /**
     * @param level the probability between the bounds, above 0 and below 1
     * @return the median with the interval of equal tails; the median, because it is nearly unbiased where the mean
     *     is not
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(double level) {
        Interval known = interval;
        if (known == null || known.level() != level) {
            double tail = (1 - Check.level(level)) / 2;
            double low = quantile(tail);
            known = new Interval(quantile(0.5), low, Math.max(low, quantile(1 - tail)), level);
            interval = known;
        }
        return known;
    }
}
