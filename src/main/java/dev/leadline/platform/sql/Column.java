package dev.leadline.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column of a table, and what stands in it in a row that is written. Statements that write many rows take one array for
 * each column; see {@link BulkStatement}.
 *
 * @param <R> a row on its way
 */
public final class Column<R> {

    private final String name;
    private final String expression;
    /** Null for a column whose value is not the row's. */
    private final Function<List<R>, BinaryArray> array;

    private Column(String name, String expression, Function<List<R>, BinaryArray> array) {
        this.name = name;
        this.expression = expression;
        this.array = array;
    }

    private static <R, V> Column<R> sent(
            String name, Function<R, V> value, Function<Collection<V>, BinaryArray> array) {
        return new Column<>(name, "new." + name, rows -> array.apply(of(rows, value)));
    }

    /** Text; as all that are sent, null where the row has no value. */
    public static <R> Column<R> text(String name, Function<R, String> value) {
        return sent(name, value, BinaryArray::texts);
    }

    /** One of a few words, stored by its name. */
    public static <R> Column<R> choice(String name, Function<R, ? extends Enum<?>> value) {
        return text(name, row -> {
            Enum<?> choice = value.apply(row);
            return choice == null ? null : choice.name();
        });
    }

    /** A text of JSON, in a column of type jsonb. */
    public static <R> Column<R> json(String name, Function<R, String> value) {
        return text(name, value).as("cast(new." + name + " as jsonb)");
    }

    /** An id, in a column of type uuid. */
    public static <R> Column<R> id(String name, Function<R, UUID> value) {
        return sent(name, value, BinaryArray::ids);
    }

    /** A day, in a column of type date. */
    public static <R> Column<R> day(String name, Function<R, LocalDate> value) {
        return sent(name, value, BinaryArray::days);
    }

    /** An instant to the microsecond, in a column of type timestamptz. */
    public static <R> Column<R> instant(String name, Function<R, Instant> value) {
        return sent(name, value, BinaryArray::instants);
    }

    /** An exact number, in a column of type numeric. */
    public static <R> Column<R> amount(String name, Function<R, BigDecimal> value) {
        return sent(name, value, BinaryArray::amounts);
    }

    /** A whole number. */
    public static <R> Column<R> number(String name, Function<R, Long> value) {
        return sent(name, value, BinaryArray::numbers);
    }

    /** True or false. */
    public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
        return sent(name, value, BinaryArray::flags);
    }

    /** Bytes, in a column of type bytea. */
    public static <R> Column<R> binary(String name, Function<R, byte[]> value) {
        return sent(name, value, BinaryArray::binaries);
    }

    /** A column that is the same in all rows: {@code :now}, say, which whoever runs the statement binds. */
    public static <R> Column<R> same(String name, String expression) {
        return new Column<>(name, expression, null);
    }

    /** The same column with something else written to it; {@code new.<name>} is the row's value. */
    public Column<R> as(String other) {
        return new Column<>(name, other, array);
    }

    /** The same column with something else where the row has no value. */
    public Column<R> orElse(String other) {
        return as("coalesce(new." + name + ", " + other + ")");
    }

    /** One value of each row, in the rows' order; values may be null. */
    public static <R, V> List<V> of(List<R> rows, Function<R, V> value) {
        return rows.stream().map(value).toList();
    }

    /** As in the table. */
    public String name() {
        return name;
    }

    String expression() {
        return expression;
    }

    boolean isSent() {
        return array != null;
    }

    /** The name of a parameter has no underscore. */
    String parameter() {
        return name.replace("_", "");
    }

    void bind(SqlStatement statement, List<R> rows) {
        statement.array(parameter(), array.apply(rows));
    }
}
