package dev.leadline.bench;

import dev.leadline.packaged.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** One data directory and the packaged service on it, started anew as often as need be; its database is open to the benchmark. */
final class Installation implements AutoCloseable {

    private final Path directory;
    private PackagedService service;
    private Client client;

    Installation(Path directory) {
        this.directory = directory;
    }

    /** Starts the service, after ending one that runs; its database ends and starts with it. */
    void start(Map<String, String> environment) throws IOException, InterruptedException {
        stop();
        service = PackagedService.ready(directory, environment);
        client = new Client(service);
    }

    void stop() throws IOException, InterruptedException {
        PackagedService running = service;
        service = null;
        if (running != null) {
            try (running) {
                running.terminate();
            }
        }
    }

    PackagedService service() {
        return service;
    }

    Client client() {
        return client;
    }

    int databasePort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(directory.resolve("postgresql").resolve("postmaster.pid"))
                        .get(3)
                        .strip());
    }

    String databasePassword() throws IOException {
        return Files.readString(directory.resolve("password")).strip();
    }

    /** The database that the service uses, as its superuser. */
    Connection database() throws IOException, SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", databasePassword());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/leadline", properties);
    }

    void execute(String... statements) throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Leaves no record, and nothing for the database to write later. */
    void empty() throws IOException, SQLException {
        execute("truncate deal, inquiry, spend_day, campaign, ledger_change", "checkpoint");
    }

    /** Ends what runs, in whatever state it is. */
    @Override
    public void close() throws IOException {
        PackagedService running = service;
        service = null;
        if (running != null) {
            running.close();
        }
    }
}
