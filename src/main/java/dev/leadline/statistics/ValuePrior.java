package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the value of a segment's deals before its own are seen: the parent's, or, where there are siblings enough to tell
 * how much these differ, the spread of theirs.
 */
public final class ValuePrior {

    /** The prior is worth this many deals, and fewer deals than this are not used on their own. */
    public static final int PRIOR_DEALS = 8;

    /** One alone says nothing of how much they differ. */
    private static final int FEWEST_SIBLINGS = 2;
    /** Of more, a part of one says next to nothing. */
    private static final int FEW_SIBLINGS = 10;

    private final NormalInverseGamma moments;
    /** Each with a deal above 0; none if it is the parent's. */
    private final List<MarginStatistics> siblings;

    private final MarginStatistics scope;

    private ValuePrior(NormalInverseGamma moments, List<MarginStatistics> siblings, MarginStatistics scope) {
        this.moments = moments;
        this.siblings = siblings;
        this.scope = scope;
    }

    /**
     * The prior of a segment whose siblings are too few: its parent's deals, worth at most {@value #PRIOR_DEALS}.
     *
     * @param parent first-deal margins of the scope it is shrunk to, usually with the segment's own among them
     * @return the prior; empty where no deal is above 0 and fewer than 8 are not, for then too little is known of the value
     */
    public static Optional<ValuePrior> ofParent(MarginStatistics parent) {
        return isKnown(parent)
                ? Optional.of(new ValuePrior(NormalInverseGamma.ofRoot(parent).asPrior(PRIOR_DEALS), List.of(), parent))
                : Optional.empty();
    }

    /**
     * The prior of the segments of a family, by empirical Bayes: segments that differ as castings from screws do say little of each
     * other; such as hardly differ are worth up to {@value #PRIOR_DEALS} deals. With fewer than {@value
     * #FEWEST_SIBLINGS} siblings that have a deal above 0 it is the prior of their parent.
     *
     * <p>Source: {@link SiblingSpread}.
     *
     * @param parent first-deal margins of all of them together
     * @param siblings those of each
     * @return the prior; empty where too little is known of the value
     */
    public static Optional<ValuePrior> ofSiblings(MarginStatistics parent, List<MarginStatistics> siblings) {
        List<MarginStatistics> telling =
                siblings.stream().filter(s -> s.positives() > 0).toList();
        return telling.size() < FEWEST_SIBLINGS
                ? ofParent(parent)
                : Optional.of(new ValuePrior(NormalInverseGamma.ofSiblings(telling, PRIOR_DEALS), telling, parent));
    }

    /**
     * What it would be if one of those it rests on had other deals, so that to leave out some of a segment's deals leaves them out of what
     * is known beforehand, too. With more than {@value #FEW_SIBLINGS} siblings it stands as it is.
     *
     * @param own the deals of a sibling, or of a part of the parent
     * @param instead those in their place
     * @return the prior; empty where too little is known of the value then
     */
    public Optional<ValuePrior> replacing(MarginStatistics own, MarginStatistics instead) {
        if (siblings.size() > FEW_SIBLINGS) {
            return Optional.of(this);
        }
        List<MarginStatistics> others = new ArrayList<>(siblings);
        if (others.remove(own)) {
            others.add(instead);
        }
        return ofSiblings(scope.minus(own).plus(instead), others);
    }

    static boolean isKnown(MarginStatistics scope) {
        return scope.positives() > 0 || scope.deals() >= PRIOR_DEALS;
    }

    /** Where all deals so far were at a loss, the next need not be: the mean of the share by Jeffreys' prior. */
    static double lossShare(MarginStatistics scope) {
        return scope.positives() == 0 ? (scope.losses() + 0.5) / (scope.losses() + 1) : scope.lossShare();
    }

    /** @return how many siblings it rests on; 0 if it is the parent's */
    public int siblings() {
        return siblings.size();
    }

    NormalInverseGamma moments() {
        return moments;
    }

    /** The share of deals at a loss. */
    double lossShare() {
        return lossShare(scope);
    }

    /** The mean loss, worth as many losses as there are, {@value #PRIOR_DEALS} at most. */
    double meanLoss(MarginStatistics own) {
        double weight = Math.min(PRIOR_DEALS, scope.losses());
        double all = own.losses() + weight;
        return all == 0 ? 0 : (own.losses() * own.meanLoss() + weight * scope.meanLoss()) / all;
    }
}
