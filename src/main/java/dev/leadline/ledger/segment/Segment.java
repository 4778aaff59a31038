package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * A set of dimension values; the total has none.
 *
 * @param values the value of each dimension of the grouping, null where it is missing
 * @param campaignName the campaign's name where the grouping has {@link Dimension#CAMPAIGN}; else null
 */
public record Segment(Map<Dimension, String> values, String campaignName) {

    /** Everything. */
    public static final Segment TOTAL = new Segment(new EnumMap<>(Dimension.class), null);

    /** By the values in the order of {@link Dimension}, missing ones first. */
    static final Comparator<Segment> BY_VALUES = (a, b) -> {
        Comparator<String> values = Comparator.nullsFirst(Comparator.naturalOrder());
        for (Dimension dimension : Dimension.values()) {
            int order = values.compare(a.values.get(dimension), b.values.get(dimension));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    public Segment {
        values = Collections.unmodifiableMap(values.isEmpty() ? new EnumMap<>(Dimension.class) : new EnumMap<>(values));
    }
}
