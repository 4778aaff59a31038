package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which values a record must have to count.
 *
 * @param accepted by dimension the values that pass; null among them is the missing value. A dimension that is not here
 *     lets everything pass
 */
public record Filter(Map<Dimension, Set<String>> accepted) {

    /** Lets everything pass. */
    public static final Filter NONE = new Filter(Map.of());

    public Filter {
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        accepted.forEach(
                (dimension, values) -> copy.put(dimension, Collections.unmodifiableSet(new HashSet<>(values))));
        accepted = Collections.unmodifiableMap(copy);
    }

    /** The dimensions of which it says something. */
    public Set<Dimension> dimensions() {
        return accepted.keySet();
    }

    /** Whether a value of a dimension passes; null is the missing value. */
    public boolean accepts(Dimension dimension, String value) {
        Set<String> values = accepted.get(dimension);
        return values == null || values.contains(value);
    }

    /** Whether a segment passes, by the dimensions it has; the others are not looked at. */
    public boolean accepts(Segment segment) {
        return segment.values().entrySet().stream().allMatch(v -> accepts(v.getKey(), v.getValue()));
    }

    /** Whether a value of a dimension passes, and others with it: together they are one. */
    public boolean joins(Dimension dimension, String value) {
        Set<String> values = accepted.get(dimension);
        return values != null && values.size() > 1 && values.contains(value);
    }

    /** This filter without what it says of some dimensions. */
    public Filter without(Collection<Dimension> dimensions) {
        Map<Dimension, Set<String>> rest = new EnumMap<>(Dimension.class);
        accepted.forEach((dimension, values) -> {
            if (!dimensions.contains(dimension)) {
                rest.put(dimension, values);
            }
        });
        return new Filter(rest);
    }
}
