package dev.leadline.statistics;

/**
 * The margin that is still to come from inquiries that have not shown all of theirs: not a mean, which the posteriors know, but a sum over
 * few orders of very different size, with chance of its own.
 *
 * <p>The orders to come are a compound Poisson sum. With probability p0 there is none; the sum of those that come, if any, is taken
 * as log-normal with the mean and variance it has (L. F. Fenton 1960, IRE Transactions on Communications Systems 8), widened by the
 * posterior of the margin per inquiry. Where that may be a loss, a normal distribution takes its place, and its low
 * bound where single orders may be.
 */
public final class OutstandingMargin {

    /** Of the interval by which the spread of the margin per inquiry is told: the one that the figures show by default. */
    private static final double LEVEL = 0.9;
    /** Between its bounds, in standard deviations: the scores of the 5 % and the 95 % point. */
    private static final double BETWEEN = 2 * 1.6448536269514722;
    /** That no order comes has this probability at most, so that what is expected if any comes stays finite. */
    private static final double SUREST_NONE = 1 - 1e-9;

    private OutstandingMargin() {}

    /**
     * Forecasts the sum.
     *
     * @param rate the rate at which inquiries convert
     * @param value what a converting inquiry brings
     * @param margin their product
     * @param unseen inquiries times the share of their orders that is still to come, above 0
     * @param level the probability between the bounds, above 0 and below 1
     * @return the sum expected, by the median of the margin per inquiry, and the interval of equal tails, in money
     * @throws IllegalArgumentException if an argument is out of its domain
     */
    public static Interval of(
            RatePosterior rate, ValuePosterior value, MarginPerInquiryPosterior margin, double unseen, double level) {
        Check.positive(unseen, "unseen");
        double score = StandardNormal.quantile((1 + Check.level(level)) / 2);
        Interval perInquiry = margin.interval(LEVEL);
        double expected = unseen * perInquiry.estimate();
        double low = perInquiry.low();
        double high = perInquiry.high();
        double orders = unseen * rate.quantile(0.5) * value.ratio();
        double deviation = Math.hypot(unseen * (high - low) / BETWEEN, Math.sqrt(orders * value.meanSquareOfOrder()));
        if (low <= 0 || orders <= 0) {
            return new Interval(expected, expected - score * deviation, expected + score * deviation, level);
        }
        double none = probabilityOfNone(rate, unseen * value.ratio());
        double squares = (1 + value.orderVariation() / orders) * (1 - none);
        double meanIfAny = expected / (1 - none);
        double logVariance = Math.log(Math.max(1, squares));
        double middle = Math.log(meanIfAny) - logVariance / 2;
        double spread = Math.hypot(Math.sqrt(logVariance), Math.log(high / low) / BETWEEN);
        double tail = (1 - level) / 2;
        // Single orders may be losses although the mean is none.
        double least = Math.min(
                bound(tail, none, middle, spread),
                value.hasLosses() ? expected - score * deviation : Double.POSITIVE_INFINITY);
        double most = bound(1 - tail, none, middle, spread);
        return new Interval(expected, Math.min(expected, least), Math.max(expected, most), level);
    }

    private static double bound(double q, double none, double middle, double spread) {
        return q <= none ? 0 : Math.exp(middle + spread * StandardNormal.quantile((q - none) / (1 - none)));
    }

    private static double probabilityOfNone(RatePosterior rate, double unseen) {
        double sum = 0;
        for (int i = 0; i < rate.size(); i++) {
            sum += rate.weight(i) * Math.exp(-unseen * rate.rate(i));
        }
        return Math.min(SUREST_NONE, sum);
    }
}
