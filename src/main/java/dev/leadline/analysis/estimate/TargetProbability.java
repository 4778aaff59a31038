package dev.leadline.analysis.estimate;

import dev.leadline.statistics.MarginPerInquiryPosterior;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Whether a segment's inquiries earn what they cost and the target besides: with what probability, and what an error would cost. */
public final class TargetProbability {

    private static final double ROUNDING = 1e-9;
    /** Of all that a probability is computed by, and more. */
    private static final double ROUNDING_OF_INTEGRALS = 0.001;

    private static final double LOW = 0.15;

    private final long inquiries;
    private final PeerGroup peerGroup;
    private final CohortEvidence evidence;
    private final CostPerInquiry cost;
    private final Supplier<Optional<MarginPerInquiryPosterior>> margin;
    private final Supplier<RecentChanges.Levels> levels;

    /**
     * @param inquiries of the window
     * @param margin what is known of the margin per inquiry, asked for only where the value and the rate are known
     * @param levels that the rate may have if it has changed lately
     */
    TargetProbability(
            long inquiries,
            PeerGroup peerGroup,
            CohortEvidence evidence,
            CostPerInquiry cost,
            Supplier<Optional<MarginPerInquiryPosterior>> margin,
            Supplier<RecentChanges.Levels> levels) {
        this.inquiries = inquiries;
        this.peerGroup = peerGroup;
        this.evidence = evidence;
        this.cost = cost;
        this.margin = margin;
        this.levels = levels;
    }

    private boolean isKnown() {
        return inquiries > 0 && marginIsKnown();
    }

    private boolean marginIsKnown() {
        return evidence.valueOfDeal().isPresent() && evidence.informsRate(peerGroup);
    }

    private MarginPerInquiryPosterior margin() {
        return margin.get().orElseThrow();
    }

    /**
     * P(cost per inquiry &lt;= maximum affordable); with no handling cost and no discount this is P(ROI &gt;= target).
     *
     * @return empty while the value of a deal or the rate is not known, or there is no inquiry
     */
    public OptionalDouble probability() {
        return isKnown() ? OptionalDouble.of(probability(cost)) : OptionalDouble.empty();
    }

    private double probability(CostPerInquiry cost) {
        MarginPerInquiryPosterior earned = margin();
        double sum = 0;
        for (CostPerInquiry.Node node : cost.nodes(earned.logSpread())) {
            sum += node.weight() * earned.probabilityAtLeast(peerGroup.marginNeeded(node.cost()));
        }
        return Math.min(1, sum);
    }

    /**
     * What the probability is at most where money was spent and no inquiry has come: by the upper limit that Garwood sets to their
     * number, and by what an inquiry of the peer group earns.
     *
     * @return empty where there is an inquiry, or no spend, or the peer group's margin is not known
     */
    public OptionalDouble mostProbabilityWithoutInquiry() {
        if (inquiries > 0 || cost.spend() == 0 || !marginIsKnown()) {
            return OptionalDouble.empty();
        }
        // That limit is distributed as phi x gamma(1), which is what half of phi would give as a count.
        CostPerInquiry mostExpensive = new CostPerInquiry(cost.spend(), cost.phi() / 2, cost.phi());
        return OptionalDouble.of(probability(mostExpensive));
    }

    /** Whether the probability is known and at least so much. Where a bound tells, that costs a fraction of the probability itself. */
    public boolean isReached(double probability) {
        if (!isKnown()) {
            return false;
        }
        CostPerInquiry.Node most = cost.high();
        double needed = peerGroup.marginNeeded(most.cost());
        return most.weight() * floor(needed) > probability + ROUNDING_OF_INTEGRALS
                || most.weight() * margin().probabilityAtLeast(needed) > probability + ROUNDING
                || probability(cost) >= probability;
    }

    /** With what probability the margin per inquiry is so much at least: that the value is not low, and the rate then enough. */
    private double floor(double margin) {
        double value = evidence.valueOfDeal().get().quantile(LOW);
        return value <= 0 || margin <= 0
                ? 0
                : (1 - LOW) * peerGroup.presentRateLowerBound(evidence.cases(), levels.get(), margin / value);
    }

    /**
     * What is lost on average, per inquiry, if one more inquiry is bought and too expensive, and if it is not bought and would have
     * been worth it.
     *
     * @return empty while the value of a deal or the rate is not known, or there is no inquiry
     */
    public Optional<ExpectedLoss> expectedLossPerInquiry() {
        if (!isKnown()) {
            return Optional.empty();
        }
        double money = peerGroup.discountFactor() / (1 + peerGroup.terms().targetRoi());
        List<CostPerInquiry.Node> costs = cost.nodes(margin().logSpread());
        double[] needed = costs.stream()
                .mapToDouble(node -> peerGroup.marginNeeded(node.cost()))
                .toArray();
        double[] weights =
                costs.stream().mapToDouble(CostPerInquiry.Node::weight).toArray();
        return Optional.of(ExpectedLoss.of(margin(), needed, weights).times(money));
    }
}
