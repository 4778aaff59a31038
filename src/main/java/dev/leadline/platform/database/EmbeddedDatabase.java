package dev.leadline.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL 18 that lives with the service: reachable from this machine only, with a password, and durable
 * (fsync and synchronous_commit are on). One process at a time owns a data directory. If the server ends though
 * nobody stopped it, it is started again on the same port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final long FIRST_WAIT = 500;
    private static final long LONGEST_WAIT = 30_000;

    private final DataDirectory directory;
    private final PostgresServer server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, PostgresServer server, int port, String password) {
        this.directory = directory;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts PostgreSQL on the data directory, made at the first start. After a kill of the service, the server it left
     * behind is stopped first. Returns when connections are accepted.
     *
     * @param dataDirectory where all files go: the database, its password, its log and PostgreSQL's programs
     * @throws EmbeddedDatabaseException if the directory is in use, cannot be written, or holds something else
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, null);
    }

    /** As {@link #start(Path)}, with the programs unpacked elsewhere, where several databases can share them. */
    static EmbeddedDatabase start(Path dataDirectory, Path binariesDirectory) {
        return start(DataDirectory.lock(dataDirectory), binariesDirectory);
    }

    /**
     * The database of a data directory on which a service may be running: if so its own, which closing leaves alone;
     * otherwise as {@link #start(Path)}.
     *
     * @throws EmbeddedDatabaseException also if the directory holds no database: none is made
     */
    public static EmbeddedDatabase join(Path dataDirectory) {
        return join(dataDirectory, null);
    }

    static EmbeddedDatabase join(Path dataDirectory, Path binariesDirectory) {
        if (!Files.exists(dataDirectory.resolve("postgresql"))) {
            throw new EmbeddedDatabaseException(
                    dataDirectory,
                    "there is no database in this directory.",
                    "Start the service first, or name its directory by LEADLINE_DATA_DIR, or its database by"
                            + " QUARKUS_DATASOURCE_JDBC_URL.");
        }
        var directory = DataDirectory.open(dataDirectory);
        return directory.isHeld() ? start(directory, binariesDirectory) : running(directory, binariesDirectory);
    }

    private static EmbeddedDatabase running(DataDirectory directory, Path binariesDirectory) {
        try {
            var binaries = PostgresBinaries.in(binariesDirectory == null ? directory.binaries() : binariesDirectory);
            var server = new PostgresServer(directory, binaries, new Commands(directory.commandOutput()));
            var port = server.port()
                    .orElseThrow(() -> new EmbeddedDatabaseException(
                            directory.root(),
                            "the service on this data directory is starting or stopping.",
                            "Try again when it has."));
            return new EmbeddedDatabase(directory, server, port, directory.secret());
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedDatabaseException(
                    directory.root(),
                    "the running database cannot be found (" + e.getMessage() + ").",
                    "Run this as the user who runs the service.",
                    e);
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory, Path binariesDirectory) {
        try {
            var made = PostgresCluster.exists(directory.cluster());
            var binaries = PostgresBinaries.in(binariesDirectory == null ? directory.binaries() : binariesDirectory);
            var commands = new Commands(directory.commandOutput());
            if (!made) {
                PostgresCluster.create(directory, directory.createSecret(), binaries, commands);
            }
            var server = new PostgresServer(directory, binaries, commands);
            var password = directory.secret();
            server.clearRemains();
            if (binariesDirectory == null) {
                binaries.deleteOthers();
            }
            var database = new EmbeddedDatabase(directory, server, server.start(), password);
            database.watch();
            return database;
        } catch (IOException | UncheckedIOException e) {
            release(directory);
            throw new EmbeddedDatabaseException(
                    directory.root(),
                    "the embedded database cannot be used (" + e.getMessage() + ").",
                    "Check free disk space, and that this directory belongs to the user who runs the service; or name a"
                            + " database by QUARKUS_DATASOURCE_JDBC_URL.",
                    e);
        } catch (RuntimeException e) {
            release(directory);
            throw e;
        }
    }

    /** The JDBC URL, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + PostgresServer.HOST + ":" + port + "/" + PostgresCluster.DATABASE;
    }

    /** The database role, owner of the database and not a superuser. */
    public String username() {
        return PostgresCluster.USER;
    }

    /** The random password of the first start. */
    public String password() {
        return password;
    }

    /** Stops PostgreSQL, waits until it has ended, and frees the data directory. Once closed, closing does nothing. */
    @Override
    public synchronized void close() {
        // Once the directory is free, the server on it may be another's.
        if (directory.isHeld()) {
            server.stop();
            release(directory);
        }
    }

    /** Has the server started again when it ends though nobody stopped it: killed, or for want of memory. */
    private void watch() throws IOException {
        server.process().ifPresent(process -> process.onExit().thenRun(() -> {
            var revival = new Thread(this::revive, "embedded database revival");
            revival.setDaemon(true);
            revival.start();
        }));
    }

    private void revive() {
        for (var wait = FIRST_WAIT; !revived(); wait = Math.min(LONGEST_WAIT, 2 * wait)) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether there is no more to do: it runs again, or was closed meanwhile. */
    private synchronized boolean revived() {
        if (!directory.isHeld()) {
            return true;
        }
        try {
            if (server.startAgain(port)) {
                LOG.warn("The embedded PostgreSQL had ended by itself, and was started again");
                watch();
                return true;
            }
            LOG.errorf(
                    "The embedded PostgreSQL has ended by itself and does not start; it is tried again. It said:\n%s",
                    server.endOfLog());
        } catch (IOException | EmbeddedDatabaseException e) {
            LOG.errorf("The embedded PostgreSQL has ended by itself and cannot be started: %s", e.getMessage());
        }
        return false;
    }

    private static void release(DataDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
