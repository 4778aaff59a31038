package dev.leadline.decision;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.Filter;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Money;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.Segment;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.ledger.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a segment can be replicated: values of a dimension that the workspace knows and the segment does not serve yet, those
 * first where the workspace earns most per inquiry.
 */
final class Replication {

    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.CATEGORY,
            Dimension.STORE,
            Dimension.PRICE_TIER,
            Dimension.REGION,
            Dimension.INDUSTRY,
            Dimension.MARKET_SEGMENT);

    private final Ledger ledger;
    private final Map<Dimension, Map<String, Double>> marginPerInquiry = new ConcurrentHashMap<>();

    Replication(Ledger ledger) {
        this.ledger = ledger;
    }

    List<ReplicationTarget> of(Segment segment) {
        List<ReplicationTarget> targets = new ArrayList<>();
        for (Dimension dimension : DIMENSIONS) {
            // The segment's own value of the dimension is put aside: a product in a region may serve others elsewhere.
            Map<Dimension, String> where = new EnumMap<>(Dimension.class);
            where.putAll(segment.values());
            where.remove(dimension);
            Set<String> served = ledger.valuesServed(where, dimension);
            List<String> others = ledger.values(dimension).stream()
                    .filter(value -> !served.contains(value))
                    .toList();
            // Where there is nothing to rank, all that the workspace has earned need not be counted out.
            Map<String, Double> earning =
                    others.size() < 2 ? Map.of() : marginPerInquiry.computeIfAbsent(dimension, this::earning);
            others.stream()
                    .sorted(Comparator.comparing((String value) -> -earning.getOrDefault(value, 0.0))
                            .thenComparing(value -> value))
                    .forEach(value -> targets.add(new ReplicationTarget(dimension.apiName(), value)));
        }
        return targets;
    }

    /** By value of the dimension the margin so far per inquiry, over the whole workspace. */
    private Map<String, Double> earning(Dimension dimension) {
        Map<String, Double> earning = new HashMap<>();
        int last = ledger.days() - 1;
        for (SegmentLedger part : Segmentation.of(ledger, List.of(dimension), Filter.NONE, 0, last)) {
            double[] margin = {0};
            part.visitDeals(
                    last,
                    Omission.NONE,
                    (deal, cohort, lag, first, revenue, units) -> margin[0] += Money.approximate(units));
            earning.put(part.segment().values().get(dimension), margin[0] / Math.max(1, part.inquiries(0, last)));
        }
        return earning;
    }
}
