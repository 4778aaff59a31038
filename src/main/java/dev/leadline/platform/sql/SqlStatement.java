package dev.leadline.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;

/** A statement with its parameters, ready to run once. Arrays go as PostgreSQL arrays. */
public final class SqlStatement {

    private static final int FETCH_SIZE = 5_000;
    /**
     * A statement with more than this in its arrays is sent unprepared. PostgreSQL returns the memory of a prepared one
     * to the system and requests it again at each run, which takes longer than parsing the text.
     */
    private static final int MOST_KEPT_PREPARED = 64 << 10;
    /** Makes the text differ from the one that the driver keeps prepared for a few values. */
    private static final String BULK = " -- bulk";

    /** How a row becomes a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with each row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;
    private final NamedSql named;
    private final Map<String, Object> values = new HashMap<>();
    private int arrayBytes;

    /**
     * @param dataSource a connection of which runs the statement
     * @param named its text; all that it names must be set before it is run
     */
    public SqlStatement(DataSource dataSource, NamedSql named) {
        this.dataSource = dataSource;
        this.named = named;
    }

    /** A text, null allowed. */
    public SqlStatement text(String name, String value) {
        return set(name, value);
    }

    /** An id, null allowed. */
    public SqlStatement id(String name, UUID value) {
        return set(name, value);
    }

    /** A day, null allowed. */
    public SqlStatement day(String name, LocalDate value) {
        return set(name, value);
    }

    /** A time, null allowed. */
    public SqlStatement instant(String name, Instant value) {
        return set(name, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    /** A whole number. */
    public SqlStatement number(String name, long value) {
        return set(name, value);
    }

    /** Bytes, null allowed. */
    public SqlStatement binary(String name, byte[] value) {
        return set(name, value);
    }

    /** An array of texts. */
    public SqlStatement texts(String name, Collection<String> values) {
        return array(name, BinaryArray.texts(values));
    }

    /** An array of ids. */
    public SqlStatement ids(String name, Collection<UUID> values) {
        return array(name, BinaryArray.ids(values));
    }

    /** An array of days. */
    public SqlStatement days(String name, Collection<LocalDate> values) {
        return array(name, BinaryArray.days(values));
    }

    SqlStatement array(String name, BinaryArray array) {
        arrayBytes += array.size();
        return set(name, array);
    }

    /** All rows, read into values. */
    public <T> List<T> list(RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        forEach(row -> rows.add(reader.read(row)));
        return rows;
    }

    /** Every row in turn; rows are fetched a few thousand at a time where a transaction is open. */
    public void forEach(RowConsumer consumer) {
        forEach(FETCH_SIZE, consumer);
    }

    /**
     * Runs a change that returns a row for each row it made, and counts those. An insert from a query must be counted
     * this way: the count that a distributed database reports by itself includes the rows that met a conflict.
     */
    public int countReturned() {
        int[] rows = new int[1];
        forEach(0, row -> rows[0]++);
        return rows[0];
    }

    /** @param fetchSize rows fetched at a time; all at once if 0 */
    private void forEach(int fetchSize, RowConsumer consumer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection)) {
            statement.setFetchSize(fetchSize);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Runs a change; how many rows it touched. */
    public int update() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private SqlStatement set(String name, Object value) {
        if (!named.names().contains(name)) {
            throw new IllegalArgumentException("The statement has no parameter :" + name);
        }
        values.put(name, value);
        return this;
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        boolean kept = arrayBytes <= MOST_KEPT_PREPARED;
        PreparedStatement statement = connection.prepareStatement(kept ? named.sql() : named.sql() + BULK);
        if (!kept) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        int index = 1;
        for (String name : named.names()) {
            if (!values.containsKey(name)) {
                statement.close();
                throw new IllegalArgumentException("Parameter :" + name + " is not bound");
            }
            Object value = values.get(name);
            if (value instanceof BinaryArray array) {
                statement.setArray(
                        index++, new PgArray(connection.unwrap(BaseConnection.class), array.type(), array.bytes()));
            } else {
                statement.setObject(index++, value);
            }
        }
        return statement;
    }
}
