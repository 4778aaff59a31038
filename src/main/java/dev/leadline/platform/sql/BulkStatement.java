package dev.leadline.platform.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that writes many rows of a table, put together once from the list of its columns. An insert takes its arrays
 * as {@code select unnest(...)}: from a function's table the rows would be copied once more. It takes the workspace from its
 * table, so that a distributed database can do all of it where the rows belong.
 *
 * @param <R> a row on its way
 */
public final class BulkStatement<R> {

    private final String sql;
    private final List<Column<R>> sent;

    private BulkStatement(String sql, List<Column<R>> columns) {
        this.sql = sql;
        this.sent = columns.stream().filter(Column::isSent).toList();
    }

    /**
     * Inserts the rows whose key is not taken, and returns the ids of those.
     *
     * @param columns of the table but for the workspace's
     * @param key the columns that are unique in a workspace
     */
    public static <R> BulkStatement<R> insertAbsent(String table, List<Column<R>> columns, String... key) {
        return new BulkStatement<>(insert(table, columns, key) + " do nothing returning id", columns);
    }

    /**
     * Inserts rows, in place of what is stored under their keys.
     *
     * @param columns of the table but for the workspace's
     * @param key the columns that are unique in a workspace
     */
    public static <R> BulkStatement<R> insertOrReplace(String table, List<Column<R>> columns, String... key) {
        List<String> keys = List.of(key);
        String others = columns.stream()
                .map(Column::name)
                .filter(name -> !keys.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return new BulkStatement<>(insert(table, columns, key) + " do update set " + others, columns);
    }

    /** Changes the rows with these ids. */
    public static <R> BulkStatement<R> update(String table, Column<R> id, List<Column<R>> columns) {
        List<Column<R>> all = Stream.concat(Stream.of(id), columns.stream()).toList();
        String sql =
                "update " + table + " set " + joined(columns, column -> column.name() + " = " + column.expression())
                        + " from unnest(" + joined(all, column -> ":" + column.parameter()) + ") as new ("
                        + joined(all, Column::name)
                        + ") where " + table + ".workspace_id = :workspace and " + table + "." + id.name() + " = new."
                        + id.name();
        return new BulkStatement<>(sql, all);
    }

    private static <R> String insert(String table, List<Column<R>> columns, String... key) {
        List<Column<R>> sent = columns.stream().filter(Column::isSent).toList();
        return "insert into " + table + " (workspace_id, " + joined(columns, Column::name) + ") select workspace.id, "
                + joined(columns, Column::expression) + " from workspace cross join (select "
                + joined(sent, column -> "unnest(:" + column.parameter() + ") as " + column.name())
                + ") as new where workspace.id = :workspace on conflict (workspace_id, " + String.join(", ", key) + ")";
    }

    private static <R> String joined(List<Column<R>> columns, Function<Column<R>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    /** Its text, with {@code :workspace} and a parameter for each array. */
    public String sql() {
        return sql;
    }

    /**
     * Binds the rows' values.
     *
     * @param statement made of {@link #sql}
     * @return the statement, for what else is to be bound
     */
    public SqlStatement bind(SqlStatement statement, List<R> rows) {
        sent.forEach(column -> column.bind(statement, rows));
        return statement;
    }
}
