package dev.leadline.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The files of the database: made once, and recognised as ours at each start. */
final class PostgresCluster {

    static final String DATABASE = "leadline";
    static final String USER = "leadline";

    private static final String MAJOR_VERSION = "18";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private PostgresCluster() {}

    /** Whether the directory holds a cluster that this service can run; refuses what it must not touch. */
    static boolean exists(Path cluster) throws IOException {
        if (!Files.exists(cluster) || isEmptyDirectory(cluster)) {
            return false;
        }
        var versionFile = cluster.resolve("PG_VERSION");
        if (!Files.isRegularFile(versionFile)) {
            throw new EmbeddedDatabaseException(
                    cluster,
                    "is not empty, and not a PostgreSQL database (it has no PG_VERSION).",
                    "Restore it from a backup, move it away to begin with an empty database, or name another directory by"
                            + " LEADLINE_DATA_DIR.");
        }
        var version = Files.readString(versionFile).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new EmbeddedDatabaseException(
                    cluster,
                    "was made by PostgreSQL " + version + "; this service brings PostgreSQL " + MAJOR_VERSION + ".",
                    "Upgrade it by PostgreSQL's pg_upgrade or by dump and restore, run the version of the service that made"
                            + " it, or name another directory by LEADLINE_DATA_DIR.");
        }
        return true;
    }

    /**
     * Makes the cluster beside its place and moves it there when it is whole, so that an interrupted first start is
     * simply done again. The service's role owns its database and nothing else; it is not the superuser.
     */
    static void create(DataDirectory directory, String secret, PostgresBinaries binaries, Commands commands)
            throws IOException {
        var unfinished = directory.root().resolve("postgresql.unfinished");
        DirectoryTree.delete(unfinished);
        require(
                directory,
                commands.run(
                        binaries.command(
                                "initdb",
                                "--pgdata=" + unfinished,
                                "--username=postgres",
                                "--auth=scram-sha-256",
                                "--pwfile=" + directory.secretFile(),
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--set=timezone=UTC",
                                "--set=log_timezone=UTC",
                                // Details quote the row, and rows hold personal data.
                                "--set=log_error_verbosity=terse",
                                "--set=log_min_error_statement=panic",
                                "--no-instructions"),
                        LIMIT));
        require(
                directory,
                commands.run(
                        binaries.command(
                                "postgres",
                                "--single",
                                "-c",
                                "exit_on_error=on",
                                "-D",
                                unfinished.toString(),
                                "postgres"),
                        "create role " + USER + " login password '" + secret + "'\n" + "create database " + DATABASE
                                + " owner " + USER + "\n",
                        LIMIT));
        Files.deleteIfExists(directory.cluster());
        Files.move(unfinished, directory.cluster());
    }

    private static void require(DataDirectory directory, Commands.Result result) {
        if (!result.succeeded()) {
            throw new EmbeddedDatabaseException(
                    directory.root(),
                    "the database could not be made: " + result.said(),
                    "Check free disk space, and that this directory belongs to the user who runs the service.");
        }
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
