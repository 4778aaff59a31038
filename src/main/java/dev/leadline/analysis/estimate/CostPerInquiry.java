package dev.leadline.analysis.estimate;

import dev.leadline.statistics.Garwood;
import dev.leadline.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The cost of an inquiry: the spend is known, the count is random. With over-dispersion phi the expected count has the
 * distribution phi x gamma(n / phi + 1/2).
 *
 * @param inquiries that came of the spend; need not be whole
 * @param phi their over-dispersion
 */
record CostPerInquiry(double spend, double inquiries, double phi) {

    /** Of the width of what is summed: with it a probability is right to 0.0005. */
    private static final double STEP = 1.5;

    private static final double LARGEST_STEP = 0.9;
    /** Of the cost's own width; then the probability of a step is less than 0.004, and half of that the error. */
    private static final double FINEST_STEP = 0.01;

    /** Beyond the fall of the density by exp of this there is less than 0.0005. */
    private static final double TAIL_DROP = 7.5;
    /** Of a gamma distribution's shape: from here on a quantile's closed form is good enough. */
    private static final double LARGE_SHAPE = 100;

    private static final double HIGH = 0.99;
    private static final double SCORE_OF_LOW = -2.3263478740408408;
    /** Less than what is left of {@link #HIGH} by the rounding of all integrals. */
    private static final double WEIGHT_OF_HIGH = 0.989;

    /** spend / [U, L] of Garwood's interval; only where there is an inquiry. */
    Interval interval(double level) {
        Interval count = Garwood.mean(inquiries, phi, level);
        double high = count.low() > 0 ? spend / count.low() : Double.POSITIVE_INFINITY;
        return new Interval(spend / inquiries, spend / count.high(), high, level);
    }

    /** A cost, and its weight in a mean over what the cost may be; the weights sum to 1. */
    record Node(double cost, double weight) {}

    /**
     * The distribution of the cost, for means over it of a function that falls from 1 to 0 as the cost rises.
     *
     * <p>An even grid of the logarithm of the count: there the gamma's density a u - exp(u) is analytic and dies off at both ends, so that
     * the trapezoid rule is exact to many digits once the step is about the width of what is summed (L. N. Trefethen, J. A. C. Weideman
     * (2014), The exponentially convergent trapezoidal rule, SIAM Review 56, 385-458). That is the narrower of the cost's own
     * width, 1 over the root of a, and the function's.
     *
     * @param logSpread the width, as a standard deviation of the logarithm of the cost, within which the function falls; not negative
     */
    List<Node> nodes(double logSpread) {
        if (spend == 0) {
            return List.of(new Node(0, 1));
        }
        double shape = inquiries / phi + 0.5;
        double mode = Math.log(shape);
        double width = 1 / Math.sqrt(shape + 1 / (logSpread * logSpread));
        double step = Math.min(LARGEST_STEP, Math.max(STEP * width, FINEST_STEP / Math.sqrt(shape)));
        int first = 0;
        while (drop(shape, (first - 1) * step) < TAIL_DROP) {
            first--;
        }
        List<Node> nodes = new ArrayList<>();
        double sum = 0;
        for (int i = first; i <= 0 || drop(shape, i * step) < TAIL_DROP; i++) {
            sum += Math.exp(-drop(shape, i * step));
        }
        for (int i = first; i <= 0 || drop(shape, i * step) < TAIL_DROP; i++) {
            double count = phi * Math.exp(mode + i * step);
            nodes.add(new Node(spend / count, Math.exp(-drop(shape, i * step)) / sum));
        }
        return nodes;
    }

    /** How far the logarithm of the density falls from its mode to a logarithm of the count so far from it. */
    private static double drop(double shape, double distance) {
        return shape * (Math.expm1(distance) - distance);
    }

    /** A cost that is hardly exceeded, with a bound from below of the probability that it is not. */
    Node high() {
        double shape = inquiries / phi + 0.5;
        return spend == 0
                ? new Node(0, 1)
                : new Node(spend / (phi * (shape < LARGE_SHAPE ? exact(shape) : cubeRoot(shape))), WEIGHT_OF_HIGH);
    }

    private static double exact(double shape) {
        return GammaDistribution.of(shape, 1).inverseCumulativeProbability(1 - HIGH);
    }

    /** E. B. Wilson and M. M. Hilferty (1931): within 0.0002 of the gamma's quantile from shape 100 up, and much faster. */
    private static double cubeRoot(double shape) {
        double spread = 1 / (9 * shape);
        double root = 1 - spread + SCORE_OF_LOW * Math.sqrt(spread);
        return shape * root * root * root;
    }
}
