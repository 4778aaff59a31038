package dev.leadline.statistics;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Checks a segment's orders against what its siblings' let expect, by prior predictive probabilities: the segment's own are not among
 * what they are compared with, for a model that has seen them always fits.
 *
 * <p><em>The largest.</em> That of n orders one is so many times the segment's median follows from the siblings' orders in units of their own
 * medians, with the log-normal body and the Pareto tail of {@link ValuePrior} beside them, as a share that is beta distributed. The order
 * is odd if even one {@value #TOLERANCE} times smaller had a probability below {@value #RARE}; then the next one is asked. {@value
 * #ESTABLISHED} or more are no odd orders but a kind that the segment is known to have.
 *
 * <p><em>The share below a fifth of the median.</em> Odd if it is {@value #DEVIATIONS} standard deviations above the siblings' mean: what
 * chance and the siblings' own differences make of it.
 *
 * <p>Source: G. E. P. Box (1980), Sampling and Bayes' inference in scientific modelling and robustness, Journal of the Royal
 * Statistical Society A 143, 383-430. The thresholds are by simulation, see docs/methods/derivations.md.
 */
public final class OrderCheck {

    /** An order is odd if one so large, or larger, is less likely than that. */
    private static final double RARE = 0.005;
    /** Nor may one so many times smaller be likelier: what is usual is not known more exactly. */
    private static final double TOLERANCE = 2;
    /** So many times the median is no odd order yet, however alike the others are. */
    private static final double ODD_FROM = 20;

    /** So many large orders are a kind of their own that comes again. */
    private static final int ESTABLISHED = 8;

    /** Small is what is below this part of the median. */
    private static final double SMALL = 0.2;
    /** By so many standard deviations more of them is odd. */
    private static final double DEVIATIONS = 4;
    /** One small order, or two, may be anything. */
    private static final int FEWEST_SMALL = 3;

    /** With fewer orders, the median says too little. */
    private static final int FEWEST_ORDERS = 8;
    /** With fewer siblings, nothing is known of how much their shares differ. */
    private static final int FEWEST_SIBLINGS = 3;

    private final List<Sibling> siblings;

    private OrderCheck(List<Sibling> siblings) {
        this.siblings = siblings;
    }

    /** @param small how many of its orders are below a fifth of their median */
    private record Sibling(OrderMargins orders, int small) {

        static Sibling of(OrderMargins orders) {
            return new Sibling(orders, orders.count() - orders.atLeast(SMALL * orders.median()));
        }

        double share() {
            return (double) small / orders.count();
        }
    }

    /**
     * @param siblings the orders of each of the segments that are compared
     * @return the check of one of them
     */
    public static OrderCheck of(List<OrderMargins> siblings) {
        return new OrderCheck(siblings.stream()
                .filter(sibling -> sibling.count() >= FEWEST_ORDERS)
                .map(Sibling::of)
                .toList());
    }

    /**
     * @param own the orders that are checked
     * @param itself the same segment's among the siblings, which do not count; null if it is not among them
     * @return which are odd
     */
    public OddOrders of(OrderMargins own, OrderMargins itself) {
        if (own.count() < FEWEST_ORDERS) {
            return OddOrders.NONE;
        }
        List<Sibling> others =
                siblings.stream().filter(sibling -> sibling.orders != itself).toList();
        return new OddOrders(small(own, others), large(own, others));
    }

    private static double large(OrderMargins own, List<Sibling> others) {
        double median = own.median();
        if (own.largest() < ODD_FROM * median) {
            return Double.POSITIVE_INFINITY;
        }
        double spread = Math.max(Math.sqrt(logVariance(others)), own.upperSpread());
        int odd = 0;
        while (odd < ESTABLISHED
                && odd < own.count()
                && isOdd(own.largestBut(odd) / median, own.count() - odd, others, spread)) {
            odd++;
        }
        return odd == 0 || odd == ESTABLISHED ? Double.POSITIVE_INFINITY : own.largestBut(odd - 1);
    }

    private static boolean isOdd(double timesMedian, int orders, List<Sibling> others, double spread) {
        if (timesMedian < ODD_FROM) {
            return false;
        }
        double smaller = timesMedian / TOLERANCE;
        double count = 0;
        double above = 0;
        for (Sibling other : others) {
            count += other.orders.count();
            above += other.orders.atLeast(smaller * other.orders.median());
        }
        double tail = ValuePrior.tailDeals(count);
        double expected = above
                + ValuePrior.BODY_DEALS * ValuePrior.bodyAbove(smaller, spread)
                + tail * ValuePrior.tailAbove(smaller, spread);
        double rest = count + ValuePrior.BODY_DEALS + tail - expected;
        double none =
                expected == 0 ? 1 : Math.exp(LogBeta.value(expected, rest + orders) - LogBeta.value(expected, rest));
        return 1 - none < RARE;
    }

    /** Of the orders above 0 about their segment's mean logarithm. */
    private static double logVariance(List<Sibling> others) {
        return NormalInverseGamma.within(
                others.stream().map(other -> other.orders.statistics()).toList());
    }

    private static double small(OrderMargins own, List<Sibling> others) {
        double limit = SMALL * own.median();
        double count = own.count() - own.atLeast(limit);
        if (count < FEWEST_SMALL || others.size() < FEWEST_SIBLINGS) {
            return 0;
        }
        double orders = 0;
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (Sibling other : others) {
            orders += other.orders.count();
            all += other.small;
            sum += other.share();
            squares += other.share() * other.share();
        }
        int siblings = others.size();
        double mean = sum / siblings;
        double between = Math.max(0, squares - sum * mean) / (siblings - 1);
        // Half an order more keeps off 0 what may only have been missed.
        double pooled = (all + 0.5) / (orders + 1);
        double variance = between * (1 + 1.0 / siblings) + pooled * (1 - pooled) / own.count();
        double above = count / own.count() - Math.max(mean, pooled);
        return above > DEVIATIONS * Math.sqrt(variance) ? limit : 0;
    }
}
