package dev.leadline.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * All rows once more in the service's own database, with the same indexes and, unlike the service's tables, with statistics of
 * every column: what somebody would ask who had only the database.
 */
final class SqlCopy implements AutoCloseable {

    private static final String SCHEMA = "plain_sql";

    private static final List<String> TABLES = List.of("campaign", "inquiry", "spend_day", "deal");

    private final Connection database;

    private SqlCopy(Connection database) {
        this.database = database;
    }

    static SqlCopy of(Installation installation) throws IOException, SQLException {
        SqlCopy copy = new SqlCopy(installation.database());
        try (Statement statement = copy.database.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
            for (String table : TABLES) {
                String name = SCHEMA + "." + table;
                statement.execute("create table " + name + " (like public." + table + " including all)");
                statement.execute("alter table " + name + " alter column workspace_id set statistics -1");
                statement.execute("insert into " + name + " select * from public." + table);
                statement.execute("vacuum analyze " + name);
            }
            statement.execute("set search_path to " + SCHEMA);
        }
        return copy;
    }

    Connection connection() {
        return database;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop schema " + SCHEMA + " cascade");
        } finally {
            database.close();
        }
    }
}
