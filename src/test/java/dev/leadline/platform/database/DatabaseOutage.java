package dev.leadline.platform.database;

import dev.leadline.testing.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes the embedded database from under a running service, and brings it back at the same address. */
public final class DatabaseOutage {

    private final Path dataDirectory;
    private final PostgresBinaries binaries;

    private DatabaseOutage(Path dataDirectory, PostgresBinaries binaries) {
        this.dataDirectory = dataDirectory;
        this.binaries = binaries;
    }

    /** Ends the database at once, as a crash does. */
    public static DatabaseOutage begin(Path dataDirectory) throws IOException {
        var outage =
                new DatabaseOutage(dataDirectory, PostgresBinaries.in(dataDirectory.resolve("postgresql-binaries")));
        outage.pgCtl("stop", "-m", "immediate");
        return outage;
    }

    /** Starts the database again with the options it had, unless the service has brought it back by itself meanwhile. */
    public void end() {
        try {
            pgCtl("restart", "-l", dataDirectory.resolve("postgresql.log").toString());
        } catch (AssertionError e) {
            if (!isRunning()) {
                throw e;
            }
        }
    }

    private boolean isRunning() {
        try {
            pgCtl("status");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private void pgCtl(String... arguments) {
        var command = binaries.command("pg_ctl", arguments);
        command.addAll(List.of("-w", "-D", dataDirectory.resolve("postgresql").toString()));
        var result = new Commands(dataDirectory.resolve("outage.log")).run(command, Patience.LIMIT);
        if (!result.succeeded()) {
            throw new AssertionError(command + ": " + result.said());
        }
    }
}
