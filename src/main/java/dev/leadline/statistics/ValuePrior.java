package dev.leadline.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the value of a segment's deals before its own are seen: the parent's, or, where there are siblings enough to tell
 * how much these differ, the spread of theirs.
 */
public final class ValuePrior {

    /** With fewer siblings than this their spread cannot be told. */
    public static final int FEWEST_SIBLINGS = 5;

    /** A sibling of fewer deals says little of either mean or spread. */
    private static final int FEWEST_DEALS = 3;

    private final LogMoments moments;
    private final int siblings;
    private final double lossShare;
    private final double meanLoss;

    private ValuePrior(LogMoments moments, int siblings, MarginStatistics scope) {
        this.moments = moments;
        this.siblings = siblings;
        this.lossShare = ValuePosterior.lossShare(scope);
        this.meanLoss = scope.meanLoss();
    }

    /**
     * The prior of a segment whose siblings are too few: its parent's deals, worth at most {@value ValuePosterior#PRIOR_DEALS}.
     *
     * @param parent first-deal margins of the scope it is shrunk to, usually with the segment's own among them
     * @return the prior; empty where no deal is above 0 and fewer than 8 are not, for then too little is known of the value
     */
    public static Optional<ValuePrior> ofParent(MarginStatistics parent) {
        return ValuePosterior.isKnown(parent)
                ? Optional.of(new ValuePrior(LogMoments.ofRoot(parent).asPrior(), 0, parent))
                : Optional.empty();
    }

    /**
     * The prior of the segments of a family, by empirical Bayes: their mean logarithms are normal about a common one, with a
     * spread that is averaged over what the siblings' restricted likelihood allows; the variance within segments is pooled.
     * Segments that differ as castings from screws do say little of each other; such as hardly differ are worth up to {@value
     * ValuePosterior#PRIOR_DEALS} deals. With fewer than {@value #FEWEST_SIBLINGS} siblings of {@value #FEWEST_DEALS} deals it
     * is the prior of their parent.
     *
     * <p>Source: B. Efron (2010), Large-Scale Inference, chapter 1; D. A. Harville (1977) for the restricted likelihood.
     *
     * @param parent first-deal margins of all of them together
     * @param siblings those of each
     * @return the prior; empty where too little is known of the value
     */
    public static Optional<ValuePrior> ofSiblings(MarginStatistics parent, List<MarginStatistics> siblings) {
        List<MarginStatistics> telling =
                siblings.stream().filter(s -> s.positives() >= FEWEST_DEALS).toList();
        return telling.size() < FEWEST_SIBLINGS
                ? ofParent(parent)
                : Optional.of(new ValuePrior(LogMoments.ofSiblings(telling), telling.size(), parent));
    }

    /** @return how many siblings it rests on; 0 if it is the parent's */
    public int siblings() {
        return siblings;
    }

    LogMoments moments() {
        return moments;
    }

    double lossShare() {
        return lossShare;
    }

    double meanLoss() {
        return meanLoss;
    }
}
