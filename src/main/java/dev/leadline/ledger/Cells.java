package dev.leadline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct combinations of dimension values that records have, numbered; values are dictionary-encoded by dimension.
 * Code 0 is the missing value.
 */
final class Cells {

    private static final int DIMENSIONS = Dimension.values().length;

    private record Codes(int[] codes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Codes that && Arrays.equals(codes, that.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    private final List<Map<String, Integer>> codeOf = new ArrayList<>();
    private final List<List<String>> valueOf = new ArrayList<>();
    private final Map<Codes, Integer> cellOf = new HashMap<>();
    private final List<int[]> cells = new ArrayList<>();

    Cells() {
        for (int d = 0; d < DIMENSIONS; d++) {
            codeOf.add(new HashMap<>());
            valueOf.add(new ArrayList<>(Arrays.asList((String) null)));
        }
    }

    /** @param values one of each dimension in the order of {@link Dimension}, null where missing */
    int cell(String[] values) {
        int[] codes = new int[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            codes[d] = values[d] == null ? 0 : code(d, values[d]);
        }
        return cellOf.computeIfAbsent(new Codes(codes), key -> {
            cells.add(codes);
            return cells.size() - 1;
        });
    }

    private int code(int dimension, String value) {
        return codeOf.get(dimension).computeIfAbsent(value, v -> {
            valueOf.get(dimension).add(v);
            return valueOf.get(dimension).size() - 1;
        });
    }

    int size() {
        return cells.size();
    }

    int code(int cell, Dimension dimension) {
        return cells.get(cell)[dimension.ordinal()];
    }

    /** By the values themselves, missing first: an order that does not hang on the order in which records were read. */
    Comparator<Integer> byValues() {
        Comparator<String> values = Comparator.nullsFirst(Comparator.naturalOrder());
        Comparator<Integer> order = (a, b) -> 0;
        for (Dimension dimension : Dimension.values()) {
            order = order.thenComparing(cell -> value(dimension, code(cell, dimension)), values);
        }
        return order;
    }

    /** The value of a code; null for code 0. */
    String value(Dimension dimension, int code) {
        return valueOf.get(dimension.ordinal()).get(code);
    }

    /** The values of a dimension that some record has, without the missing one. */
    List<String> values(Dimension dimension) {
        List<String> all = valueOf.get(dimension.ordinal());
        return List.copyOf(all.subList(1, all.size()));
    }
}
