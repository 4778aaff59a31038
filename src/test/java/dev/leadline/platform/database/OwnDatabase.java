package dev.leadline.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL as an operator's own: nobody starts it again but the test. */
public final class OwnDatabase implements AutoCloseable {

    private final DataDirectory directory;
    private final PostgresServer server;
    private final int port;

    private OwnDatabase(DataDirectory directory, PostgresServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /** Makes and starts it. */
    public static OwnDatabase start(Path dataDirectory) throws IOException {
        return start(dataDirectory, List.of());
    }

    /** @param settings lines of postgresql.conf */
    public static OwnDatabase start(Path dataDirectory, List<String> settings) throws IOException {
        DataDirectory directory = DataDirectory.lock(dataDirectory);
        PostgresBinaries binaries = PostgresBinaries.in(TestDatabase.SHARED_BINARIES);
        Commands commands = new Commands(directory.commandOutput());
        PostgresCluster.create(directory, directory.createSecret(), binaries, commands);
        Files.write(directory.cluster().resolve("postgresql.conf"), settings, StandardOpenOption.APPEND);
        PostgresServer server = new PostgresServer(directory, binaries, commands);
        return new OwnDatabase(directory, server, server.start());
    }

    /** What the service is told of it. */
    public Map<String, String> environment() throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", PostgresCluster.USER,
                "QUARKUS_DATASOURCE_PASSWORD", directory.secret());
    }

    public Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(url(), PostgresCluster.USER, directory.secret());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** What the server writes. */
    public Path log() {
        return directory.serverLog();
    }

    /** Ends it at once, by SIGKILL. */
    public void kill() throws IOException {
        ProcessHandle process = server.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it after a kill, when the last of its processes has gone. */
    public void startAgain() throws IOException {
        while (!server.startAgain(port)) {
            Thread.onSpinWait();
        }
    }

    /** As {@code pg_ctl restart -m fast}. */
    public void restart() throws IOException {
        server.stop();
        startAgain();
    }

    @Override
    public void close() throws IOException {
        server.stop();
        directory.close();
    }

    private String url() {
        return "jdbc:postgresql://" + PostgresServer.HOST + ":" + port + "/" + PostgresCluster.DATABASE;
    }
}
