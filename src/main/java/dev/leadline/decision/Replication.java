package dev.leadline.decision;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Coverage;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Presence;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.store.Ledger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a segment can be replicated: values of a dimension that the workspace knows and the segment does not serve yet, in the
 * order of their {@link Prospects}. A value is served if a campaign of the segment targets it, or if more than a stray inquiry
 * came from it.
 */
final class Replication {

    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.CATEGORY,
            Dimension.STORE,
            Dimension.PRICE_TIER,
            Dimension.REGION,
            Dimension.INDUSTRY,
            Dimension.MARKET_SEGMENT);

    /** Fewer inquiries than this have strayed in. */
    private static final int FEWEST_INQUIRIES = 5;
    /** So has a smaller share of all the segment's inquiries. */
    private static final double SMALLEST_SHARE = 0.01;

    /**
     * Places for a segment.
     *
     * @param targets where to go, by dimension and the best first
     * @param tooExpensive where not to go, though it is not served: there an inquiry costs more than it may, whoever pays for it, and a
     *     list that named it would contradict what is said of the place itself
     * @param served the dimensions of which it serves all values that the workspace knows
     */
    record Places(List<ReplicationTarget> targets, List<ReplicationTarget> tooExpensive, List<Dimension> served) {

        static final Places NONE = new Places(List.of(), List.of(), List.of());
    }

    private final AnalysisQuery query;
    private final Policy policy;
    private final Ledger ledger;
    /** The dimensions by which the segments are told apart: of the grouping, and of the filter. */
    private final Set<Dimension> divided = EnumSet.noneOf(Dimension.class);

    private final Map<Dimension, Coverage> ofSegments = new ConcurrentHashMap<>();
    private final Map<Dimension, Map<String, Presence>> ofWorkspace = new ConcurrentHashMap<>();
    /** Computed only for a dimension that has a value to go to. */
    private final Map<Dimension, Prospects> prospects = new ConcurrentHashMap<>();

    /** @param query whose grouping the segments are of */
    Replication(AnalysisQuery query, Policy policy, Ledger ledger) {
        this.query = query;
        this.policy = policy;
        this.ledger = ledger;
        divided.addAll(query.groupBy());
        divided.addAll(query.filter().dimensions());
    }

    Places of(Segment segment) {
        List<ReplicationTarget> targets = new ArrayList<>();
        List<ReplicationTarget> tooExpensive = new ArrayList<>();
        List<Dimension> served = new ArrayList<>();
        for (Dimension dimension : DIMENSIONS) {
            Map<String, Presence> known =
                    ofWorkspace.computeIfAbsent(dimension, d -> Coverage.of(ledger, List.of(), Filter.NONE, d)
                            .of(Segment.TOTAL));
            // Segments that are nothing but the values of a dimension are not in another of them.
            if (known.isEmpty() || divided.equals(EnumSet.of(dimension))) {
                continue;
            }
            List<String> open = open(segment, dimension, known);
            if (open.isEmpty()) {
                served.add(dimension);
                continue;
            }
            Prospects of = prospects.computeIfAbsent(dimension, d -> Prospects.of(query, policy, ledger, d));
            open.stream().sorted(of.order()).forEach(value -> (of.isTooExpensive(value) ? tooExpensive : targets)
                    .add(new ReplicationTarget(dimension.apiName(), value)));
        }
        return new Places(targets, tooExpensive, served);
    }

    /** The values that the segment does not serve. */
    private List<String> open(Segment segment, Dimension dimension, Map<String, Presence> known) {
        Map<String, Presence> present = ofSegments
                .computeIfAbsent(dimension, d -> Coverage.of(ledger, query.groupBy(), query.filter(), d))
                .of(segment);
        long inquiries =
                present.values().stream().mapToLong(Presence::inquiries).sum();
        return known.keySet().stream()
                .filter(value -> !isServed(present.get(value), inquiries))
                .toList();
    }

    private static boolean isServed(Presence presence, long inquiriesOfSegment) {
        return presence != null
                && (presence.targeted()
                        || presence.inquiries() >= Math.max(FEWEST_INQUIRIES, SMALLEST_SHARE * inquiriesOfSegment));
    }
}
