package dev.leadline.decision;

import dev.leadline.ledger.Coverage;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Presence;
import dev.leadline.ledger.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a segment can be replicated: values of a dimension that the workspace knows and the segment does not serve yet, those
 * first where the workspace earns most per inquiry. A value is served if a campaign of the segment targets it, or if more than
 * a stray inquiry came from it.
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

    private final Ledger ledger;
    private final List<Dimension> groupBy;
    private final Map<Dimension, Coverage> ofSegments = new ConcurrentHashMap<>();
    private final Map<Dimension, Map<String, Presence>> ofWorkspace = new ConcurrentHashMap<>();

    /** @param groupBy the dimensions of the segments asked about */
    Replication(Ledger ledger, List<Dimension> groupBy) {
        this.ledger = ledger;
        this.groupBy = groupBy;
    }

    List<ReplicationTarget> of(Segment segment) {
        List<ReplicationTarget> targets = new ArrayList<>();
        for (Dimension dimension : DIMENSIONS) {
            Map<String, Presence> present = ofSegments
                    .computeIfAbsent(dimension, d -> Coverage.of(ledger, groupBy, d))
                    .of(segment, dimension);
            long inquiries =
                    present.values().stream().mapToLong(Presence::inquiries).sum();
            Map<String, Presence> known = ofWorkspace.computeIfAbsent(
                    dimension, d -> Coverage.of(ledger, List.of(), d).of(Segment.TOTAL, d));
            known.entrySet().stream()
                    .filter(value -> !isServed(present.get(value.getKey()), inquiries))
                    .sorted(Comparator.comparingDouble(
                                    (Map.Entry<String, Presence> value) -> -marginPerInquiry(value.getValue()))
                            .thenComparing(Map.Entry::getKey))
                    .forEach(value -> targets.add(new ReplicationTarget(dimension.apiName(), value.getKey())));
        }
        return targets;
    }

    private static boolean isServed(Presence presence, long inquiriesOfSegment) {
        return presence != null
                && (presence.targeted()
                        || presence.inquiries() >= Math.max(FEWEST_INQUIRIES, SMALLEST_SHARE * inquiriesOfSegment));
    }

    private static double marginPerInquiry(Presence presence) {
        return presence.margin() / Math.max(1, presence.inquiries());
    }
}
