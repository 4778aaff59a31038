package dev.leadline.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** The analysed workspace's rows once more, in the memory of a DuckDB within this process; only the columns that count. */
final class DuckCopy implements AutoCloseable {

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "campaign", "id uuid, channel text, product text, price_tier text, region text, market_segment text");
        COLUMNS.put(
                "inquiry", "campaign_id uuid, day date, region text, market_segment text, status text, test boolean");
        COLUMNS.put("spend_day", "campaign_id uuid, day date, region text, market_segment text, amount decimal(17, 4)");
        COLUMNS.put(
                "deal",
                "campaign_id uuid, cohort_day date, closed_day date, region text, market_segment text, status text,"
                        + " revenue decimal(17, 4), margin decimal(17, 4)");
    }

    private final Connection duck;

    private DuckCopy(Connection duck) {
        this.duck = duck;
    }

    static DuckCopy of(Installation installation, Path scratch) throws Exception {
        DuckCopy copy = new DuckCopy(DriverManager.getConnection("jdbc:duckdb:"));
        try (Connection database = installation.database();
                Statement statement = copy.duck.createStatement()) {
            var copies = database.unwrap(PGConnection.class).getCopyAPI();
            for (var table : COLUMNS.entrySet()) {
                Path file = scratch.resolve(table.getKey() + ".csv");
                String columns = table.getValue().replaceAll("\\(17, 4\\)", "").replaceAll("(\\w+) \\w+", "$1");
                try (OutputStream out = Files.newOutputStream(file)) {
                    copies.copyOut(
                            "copy (select " + columns + " from " + table.getKey() + " where workspace_id = '"
                                    + Question.WORKSPACE + "') to stdout (format csv)",
                            out);
                }
                statement.execute("create table " + table.getKey() + " (" + table.getValue() + ")");
                statement.execute("copy " + table.getKey() + " from '" + file + "' (format csv, header false)");
                Files.delete(file);
            }
        }
        return copy;
    }

    Connection connection() {
        return duck;
    }

    @Override
    public void close() throws Exception {
        duck.close();
    }
}
