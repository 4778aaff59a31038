package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Cells;
import dev.leadline.ledger.store.IntColumn;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.PairDictionary;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** At which values of a dimension the segments of a grouping are present. */
public final class Coverage {

    private final List<Dimension> where;
    private final Map<Map<Dimension, String>, Map<String, Presence>> bySegment = new HashMap<>();

    /**
     * Where valid inquiries have named a value of the dimension or a campaign targets it; the missing value is left out.
     *
     * @param ledger up to its as-of day
     * @param groupBy may hold the dimension itself, which is put aside, and so may the filter: a product in one region may be present in
     *     others
     * @param filter what belongs to the segments
     */
    public static Coverage of(Ledger ledger, Collection<Dimension> groupBy, Filter filter, Dimension dimension) {
        return new Coverage(
                ledger,
                groupBy.stream().filter(d -> d != dimension).distinct().toList(),
                filter.without(List.of(dimension)),
                dimension);
    }

    private Coverage(Ledger ledger, List<Dimension> where, Filter filter, Dimension dimension) {
        this.where = where;
        Cells cells = ledger.cells();
        PairDictionary[] numbers = new PairDictionary[where.size() + 1];
        int[][] codes = new int[where.size() + 1][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new PairDictionary();
            codes[i] = cells.codes(i < where.size() ? where.get(i) : dimension);
        }
        int[] placeOfCell = new int[cells.size()];
        IntColumn cellOfPlace = new IntColumn();
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            int place = 0;
            for (int i = 0; i < numbers.length; i++) {
                place = numbers[i].of(place, codes[i][cell]);
            }
            placeOfCell[cell] = place;
            if (place == cellOfPlace.size()) {
                cellOfPlace.add(cell);
            }
        }
        long[] inquiries = new long[cellOfPlace.size()];
        boolean[] targeted = new boolean[cellOfPlace.size()];
        int[] valid = ledger.validOfCell();
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            inquiries[placeOfCell[cell]] += belongs(filter, cells, cell) ? Math.max(0, valid[cell]) : 0;
        }
        for (int cell : ledger.targets()) {
            targeted[placeOfCell[cell]] |= belongs(filter, cells, cell);
        }
        for (int place = 0; place < inquiries.length; place++) {
            String value = cells.value(dimension, cellOfPlace.get(place));
            if ((targeted[place] || inquiries[place] > 0) && value != null) {
                Map<Dimension, String> segment = new EnumMap<>(Dimension.class);
                for (Dimension of : where) {
                    segment.put(of, cells.value(of, cellOfPlace.get(place)));
                }
                bySegment
                        .computeIfAbsent(segment, unknown -> new TreeMap<>())
                        .put(value, new Presence(targeted[place], inquiries[place]));
            }
        }
    }

    private static boolean belongs(Filter filter, Cells cells, int cell) {
        return filter.dimensions().stream()
                .allMatch(dimension -> filter.accepts(dimension, cells.value(dimension, cell)));
    }

    /**
     * The values at which a segment is present, in their order.
     *
     * @param segment of the grouping that passes the filter
     */
    public Map<String, Presence> of(Segment segment) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        values.putAll(segment.values());
        values.keySet().retainAll(where);
        return bySegment.getOrDefault(values, Map.of());
    }
}
