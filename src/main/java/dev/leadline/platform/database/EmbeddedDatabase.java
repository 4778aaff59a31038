package dev.leadline.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A real PostgreSQL 18 that lives with the service: reachable from this machine only, with a password, and durable
 * (fsync and synchronous_commit are on). One process at a time owns a data directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final DataDirectory directory;
    private final PostgresServer server;
    private final String jdbcUrl;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, PostgresServer server, int port, String password) {
        this.directory = directory;
        this.server = server;
        this.jdbcUrl = "jdbc:postgresql://" + PostgresServer.HOST + ":" + port + "/" + PostgresCluster.DATABASE;
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
        var directory = DataDirectory.lock(dataDirectory);
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
            return new EmbeddedDatabase(directory, server, server.start(), password);
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
        return jdbcUrl;
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
    public void close() {
        // Once the directory is free, the server on it may be another's.
        if (directory.isHeld()) {
            server.stop();
            release(directory);
        }
    }

    private static void release(DataDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
