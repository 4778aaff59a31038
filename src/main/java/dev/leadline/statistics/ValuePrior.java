package dev.leadline.statistics;

import java.util.List;

/**
 * What is known of the value of a segment's deals before its own are seen: how large they are, and how their sizes are spread about
 * that.
 *
 * <p>The size (the mean logarithm of what a deal above 0 brings) is the parent's, or, where there are siblings enough to tell how much
 * these differ, what the spread of theirs leaves ({@link SiblingSpread}). The spread about it is that of the other segments' deals, each
 * measured by the size of its own segment: samples among orders and rare large orders are in it, whatever their law. To
 * these come a few deals that stand for what nobody has seen yet: a log-normal body and a Pareto tail. Deals at a loss are a share of
 * their own.
 */
public final class ValuePrior {

    /** The size is worth this many deals at most, and fewer deals than this say nothing alone of which way they differ from others. */
    public static final int PRIOR_DEALS = 8;

    /** One alone says nothing of how much they differ. */
    private static final int FEWEST_SIBLINGS = 2;

    /** Deals of the log-normal body that is known beforehand. */
    static final double BODY_DEALS = 5;

    /** Deals of the tail, where the others' are {@value #DEALS_FOR_TAIL} or more; fewer have as much less. */
    private static final double TAIL_DEALS = 1;

    private static final double DEALS_FOR_TAIL = 40;
    /** Of the tail: finite mean, but no variance, up to so many times where it begins. */
    private static final double TAIL_INDEX = 1.5;

    private static final double TAIL_REACH = 30;
    /** Where the tail begins: exceeded by a tenth of a log-normal. */
    private static final double TAIL_SCORE = 1.2815515655446004;

    private final NormalInverseGamma size;
    /** Each with a deal above 0; none if it is the parent's. */
    private final List<MarginStatistics> siblings;

    private final MarginStatistics scope;
    /** The deals of the others, each by the size of its segment. */
    private final PowerSums others;

    private ValuePrior(
            NormalInverseGamma size, List<MarginStatistics> siblings, MarginStatistics scope, PowerSums others) {
        this.size = size;
        this.siblings = siblings;
        this.scope = scope;
        this.others = others;
    }

    /**
     * The prior of a segment whose siblings are too few: its parent's deals.
     *
     * @param parent first-deal margins of the scope it is shrunk to
     * @return the prior; see {@link #tells} for whether it says anything
     */
    public static ValuePrior ofParent(MarginStatistics parent) {
        NormalInverseGamma size = NormalInverseGamma.ofRoot(parent).asPrior(PRIOR_DEALS);
        return new ValuePrior(size, List.of(), parent, relative(parent, size));
    }

    /**
     * The prior of the segments of a peer group, by empirical Bayes: segments that differ as castings from screws do say little of
     * each other's size; such as hardly differ are worth up to {@value #PRIOR_DEALS} deals. With fewer than {@value
     * #FEWEST_SIBLINGS} siblings that have a deal above 0 it is the prior of their parent.
     *
     * @param parent first-deal margins of all of them together
     * @param siblings those of each
     * @return the prior; see {@link #tells} for whether it says anything
     */
    public static ValuePrior ofSiblings(MarginStatistics parent, List<MarginStatistics> siblings) {
        List<MarginStatistics> telling =
                siblings.stream().filter(s -> s.positives() > 0).toList();
        if (telling.size() < FEWEST_SIBLINGS) {
            return ofParent(parent);
        }
        NormalInverseGamma size = NormalInverseGamma.ofSiblings(telling, PRIOR_DEALS);
        PowerSums others = siblings.stream().map(s -> relative(s, size)).reduce(PowerSums.NONE, PowerSums::plus);
        return new ValuePrior(size, telling, parent, others);
    }

    /** What some deals are by the size of their segment. */
    private static PowerSums relative(MarginStatistics deals, NormalInverseGamma size) {
        return deals.gains().scaled(Math.exp(-sizeOf(deals, size).mean()));
    }

    /** The size of a segment's deals once they are seen. */
    private static NormalInverseGamma sizeOf(MarginStatistics deals, NormalInverseGamma before) {
        return deals.positives() == 0 ? before : before.updated(deals);
    }

    /**
     * The prior of a segment whose own deals are not to count twice: as it would be if one of those it rests on had other
     * deals. How large the siblings' deals are, and how much that differs, stands as it is; a parent's is told anew.
     *
     * @param own the deals of a sibling, or of a part of the parent
     * @param instead those in their place
     * @return the prior
     */
    public ValuePrior replacing(MarginStatistics own, MarginStatistics instead) {
        MarginStatistics left = scope.minus(own).plus(instead);
        return siblings.isEmpty()
                ? ofParent(left)
                : new ValuePrior(
                        size, siblings, left, others.minus(relative(own, size)).plus(relative(instead, size)));
    }

    /**
     * Whether it and a segment's own deals together say what a deal is worth: a deal above 0, or enough that are not.
     *
     * @param own first-deal margins of the segment
     * @return whether a value can be told
     */
    public boolean tells(MarginStatistics own) {
        return scope.positives() + own.positives() > 0 || scope.deals() + own.deals() >= PRIOR_DEALS;
    }

    /** @return how many siblings it rests on; 0 if it is the parent's */
    public int siblings() {
        return siblings.size();
    }

    /** How large a deal above 0 is, on the logarithmic scale, before any is seen. */
    NormalInverseGamma size() {
        return size;
    }

    /** The same once a segment's own deals are seen. */
    NormalInverseGamma size(MarginStatistics own) {
        return tells(own) && scope.positives() == 0 && scope.deals() == 0
                ? NormalInverseGamma.ofRoot(own)
                : sizeOf(own, size);
    }

    /** How many deals above 0 of other segments it rests on. */
    double dealsOfOthers() {
        return others.count();
    }

    /** The share of deals at a loss. Where none was above 0 so far, the next may be: the mean of the share by Jeffreys' prior. */
    double lossShare() {
        return scope.positives() == 0 ? (scope.losses() + 0.5) / (scope.losses() + 1) : scope.lossShare();
    }

    /** Whether a deal at a loss is among those it rests on. */
    boolean hasLosses() {
        return scope.losses() > 0;
    }

    /** The mean loss, worth as many losses as there are, {@value #PRIOR_DEALS} at most. */
    double meanLoss(MarginStatistics own) {
        double weight = Math.min(PRIOR_DEALS, scope.losses());
        double all = own.losses() + weight;
        return all == 0 ? 0 : (own.losses() * own.meanLoss() + weight * scope.meanLoss()) / all;
    }

    /**
     * The sizes of deals relative to their segment's, as those above 0 are spread before a segment's own are seen.
     *
     * @param logVariance of a deal above 0 about its segment's size
     */
    PowerSums sizes(double logVariance) {
        return Smoothing.of(others, logVariance)
                .plus(body(logVariance).weighed(BODY_DEALS))
                .plus(tail(tailFrom(Math.sqrt(logVariance))).weighed(tailDeals(others.count())));
    }

    /** What the tail weighs beside so many deals of others. */
    static double tailDeals(double others) {
        return TAIL_DEALS * Math.min(1, (others + BODY_DEALS) / DEALS_FOR_TAIL);
    }

    /** The share of the body above a size; {@code spread} is the standard deviation of its logarithm. */
    static double bodyAbove(double size, double spread) {
        return StandardNormal.cumulative(-Math.log(size) / spread);
    }

    /** The share of the tail above a size, likewise. */
    static double tailAbove(double size, double spread) {
        double times = size / tailFrom(spread);
        double beyond = Math.pow(TAIL_REACH, -TAIL_INDEX);
        return times <= 1 ? 1 : Math.max(0, (Math.pow(times, -TAIL_INDEX) - beyond) / (1 - beyond));
    }

    private static double tailFrom(double spread) {
        return Math.exp(TAIL_SCORE * spread);
    }

    /** One deal of a log-normal body about 1: its k-th moment is exp(k^2 logVariance / 2). */
    private static PowerSums body(double logVariance) {
        return new PowerSums(1, Math.exp(logVariance / 2), Math.exp(2 * logVariance), Math.exp(4.5 * logVariance));
    }

    /** One deal of a Pareto tail. */
    private static PowerSums tail(double from) {
        return new PowerSums(1, tailMoment(1), tailMoment(2), tailMoment(3)).scaled(from);
    }

    private static double tailMoment(int power) {
        double mass = 1 - Math.pow(TAIL_REACH, -TAIL_INDEX);
        return TAIL_INDEX * (Math.pow(TAIL_REACH, power - TAIL_INDEX) - 1) / (power - TAIL_INDEX) / mass;
    }
}
