package dev.leadline.decision;

import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind the values of one dimension, each as a segment of the whole workspace: where promotion pays, where too
 * little is known, and where an inquiry costs more than it may.
 */
final class Prospects {

    /** Of the workspace's own, by which the rate of a value with few deals is drawn to the workspace's. */
    private static final double PRIOR_DEALS = 20;
    /** The same of its cost. */
    private static final double PRIOR_INQUIRIES = 20;

    /** From this probability of the target on, promotion pays: more likely than not. */
    private static final double EVEN = 0.5;
    /** See {@link #probability}. */
    private static final double ROUNDING = 1_000;

    private enum Standing {
        PAYS,
        UNKNOWN,
        DOUBTFUL
    }

    private final Policy policy;
    private final Map<String, SegmentEvidence> byValue = new HashMap<>();
    private final double rate;
    private final double cost;

    private Prospects(Policy policy, List<SegmentEvidence> all) {
        this.policy = policy;
        double inquiries = 0;
        double shown = 0;
        double deals = 0;
        double spend = 0;
        double paidFor = 0;
        for (SegmentEvidence evidence : all) {
            SegmentEstimates estimates = evidence.estimates();
            inquiries += estimates.inquiries();
            shown += estimates.inquiries() * estimates.maturity();
            deals += estimates.deals();
            if (estimates.spendIsOnRecord()) {
                spend += estimates.spend();
                paidFor += estimates.inquiries();
            }
            evidence.segment().segment().values().values().forEach(value -> byValue.put(value, evidence));
        }
        this.rate = shown > 0 ? deals / shown : 0;
        this.cost = paidFor > 0 ? spend / paidFor : 0;
    }

    /** @param query whose grouping and filter do not matter: a place is judged by all that is known of it */
    static Prospects of(AnalysisQuery query, Policy policy, Ledger ledger, Dimension dimension) {
        return new Prospects(policy, new PastEvidence(query.by(dimension), ledger).at(query.asOf()));
    }

    /** Whether an inquiry there costs more than it may, with the probability that FIX asks for. */
    boolean isTooExpensive(String value) {
        SegmentEvidence evidence = byValue.get(value);
        return evidence != null
                && 1 - evidence.probability().orElse(1)
                        >= policy.fixProbability().doubleValue();
    }

    /**
     * Those first that pay by deals enough, the surest first; then those of which too little is known, by what they bring for what they
     * cost, both drawn to the workspace's, so that one lucky order is next to nothing; then those that more likely do not.
     */
    Comparator<String> order() {
        return Comparator.comparing(this::standing)
                .thenComparing(value -> standing(value) == Standing.UNKNOWN ? 0 : -probability(value))
                .thenComparing(value -> -drawnReturn(value))
                .thenComparing(Comparator.naturalOrder());
    }

    private Standing standing(String value) {
        SegmentEvidence evidence = byValue.get(value);
        if (evidence == null
                || evidence.estimates().deals() < policy.minimumDeals()
                || evidence.probability().isEmpty()) {
            return Standing.UNKNOWN;
        }
        return probability(value) >= EVEN ? Standing.PAYS : Standing.DOUBTFUL;
    }

    /** To three digits: what is as good as sure is told apart by what it brings. */
    private double probability(String value) {
        return Math.rint(ROUNDING * byValue.get(value).probability().orElseThrow()) / ROUNDING;
    }

    private double drawnReturn(String value) {
        SegmentEvidence evidence = byValue.get(value);
        if (evidence == null || rate == 0) {
            return 0;
        }
        SegmentEstimates estimates = evidence.estimates();
        double drawnRate =
                (estimates.deals() + PRIOR_DEALS) / (estimates.inquiries() * estimates.maturity() + PRIOR_DEALS / rate);
        double drawnCost = estimates.spendIsOnRecord()
                ? (estimates.spend() + PRIOR_INQUIRIES * cost) / (estimates.inquiries() + PRIOR_INQUIRIES)
                : cost;
        double margin = drawnRate * estimates.value().map(v -> v.quantile(0.5)).orElse(0.0);
        return drawnCost > 0 ? margin / drawnCost : margin;
    }
}
