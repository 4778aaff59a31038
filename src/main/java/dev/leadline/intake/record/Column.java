package dev.leadline.intake.record;

import java.util.List;
import java.util.function.Function;

/** Turns rows into columns, for statements that take many rows as one array per column. */
public final class Column {

    private Column() {}

    /** One value of each row, in the rows' order; values may be null. */
    public static <R, V> List<V> of(List<R> rows, Function<R, V> value) {
        return rows.stream().map(value).toList();
    }
}
