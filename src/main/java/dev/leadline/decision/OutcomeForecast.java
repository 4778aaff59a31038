package dev.leadline.decision;

import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.statistics.GaussHermite;
import dev.leadline.statistics.Interval;
import dev.leadline.statistics.MarginPerInquiryPosterior;
import dev.leadline.statistics.OutstandingMargin;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.ValuePosterior;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The predictive distribution of the margin that some spend brings in by the horizon: what is known of rate, value and cost, as for
 * the probability of the target, and on top of it the chance of what comes.
 *
 * <p>By what the cost has been, phi x gamma(n / phi + 1/2) inquiries come of the spend so far, and as many more as more is spent.
 * The next count varies about that by phi, too. It is log-normal with that mean and variance, taken at the three nodes of Gauss and
 * Hermite. Given the count, orders come by a Poisson process and their sum is that of {@link OutstandingMargin}. What chance alone
 * does to the count is in the Poisson process already, so that phi adds phi - 1.
 */
final class OutcomeForecast {

    /** No outcome is surer than that, or than its opposite. */
    static final double LEAST = 0.001;

    private static final GaussHermite NODES = GaussHermite.THREE;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** The quantiles of the sum are taken at such steps of the normal score. */
    private static final double STEP = 0.5;
    /** Beyond this score lies less than {@link #LEAST}. */
    private static final double FARTHEST = 3.5;
    /** An interval has a width. */
    private static final double LEAST_SCORE = 0.001;

    private final RatePosterior rate;
    private final ValuePosterior value;
    private final MarginPerInquiryPosterior margin;
    private final double phi;
    /** Of the gamma distribution of the inquiries to expect of the spend so far. */
    private final double shape;

    /** Inquiries to expect of a unit of money. */
    private final double perMoney;

    /**
     * @param estimates of which the rate and the value are known
     * @param spend by which the cost of an inquiry is known, above 0
     * @param inquiries that came of it
     */
    OutcomeForecast(SegmentEstimates estimates, double spend, long inquiries) {
        this.rate = estimates.presentRate();
        this.value = estimates.value().orElseThrow();
        this.margin = estimates.margin().orElseThrow();
        this.phi = estimates.phi();
        this.shape = inquiries / phi + 0.5;
        this.perMoney = phi * shape / spend;
    }

    /**
     * The probability that so much spend brings in a margin of at least so much.
     *
     * @param spend above 0
     * @return {@value #LEAST} to 1 - {@value #LEAST}
     */
    double probabilityAtLeast(double least, double spend) {
        double count = spend * perMoney;
        double variance = Math.log1p(1 / shape + Math.max(0, phi - 1) / count);
        double probability = 0;
        for (int i = 0; i < NODES.size(); i++) {
            double node = count * Math.exp(Math.sqrt(variance) * NODES.score(i) - variance / 2);
            probability += NODES.weight(i) * probabilityOfInquiries(least, node);
        }
        return Math.min(1 - LEAST, Math.max(LEAST, probability));
    }

    /**
     * The same of a number of inquiries: of the sum's quantiles at even normal scores, from its median outwards, the two about the
     * margin in question.
     */
    private double probabilityOfInquiries(double least, double inquiries) {
        Interval middle = sum(inquiries, 0);
        boolean low = least <= middle.low();
        double near = middle.low();
        double nearScore = near > 0 ? 0 : Math.max(0, scoreOfNone(inquiries));
        for (double score = STEP; score <= FARTHEST; score += STEP) {
            Interval bounds = sum(inquiries, score);
            double far = low ? bounds.low() : bounds.high();
            // Never below the mean, the high bound is a quantile only above it.
            if (low || far > middle.high()) {
                if (low ? far <= least : far >= least) {
                    double found = nearScore + (score - nearScore) * share(near, least, far);
                    return NORMAL.cumulativeProbability(low ? found : -found);
                }
                near = far;
                nearScore = score;
            }
        }
        return low ? 1 : 0;
    }

    private Interval sum(double inquiries, double score) {
        double tail = NORMAL.cumulativeProbability(-Math.max(LEAST_SCORE, score));
        return OutstandingMargin.of(rate, value, margin, inquiries, 1 - 2 * tail);
    }

    /** Up to which the sum is 0. */
    private double scoreOfNone(double inquiries) {
        return NORMAL.inverseCumulativeProbability(Math.exp(-inquiries * rate.mean()));
    }

    /** How far between two margins, near and far, a third one is: by their logarithms where they have one. */
    private static double share(double near, double between, double far) {
        return Math.min(near, far) > 0
                ? Math.log(between / near) / Math.log(far / near)
                : (between - near) / (far - near);
    }
}
