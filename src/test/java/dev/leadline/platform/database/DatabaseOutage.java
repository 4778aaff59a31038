package dev.leadline.platform.database;

import dev.leadline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the embedded database from under a running service, and keeps it away: the service would start it again within
 * half a second, but does not find PostgreSQL's server program until the outage ends.
 */
public final class DatabaseOutage {

    private final Path program;
    private final Path away;

    private DatabaseOutage(Path program) {
        this.program = program;
        this.away = program.resolveSibling("away-" + program.getFileName());
    }

    /** Ends the database at once, as a crash does. The service's programs must be its own, since one of them goes. */
    public static DatabaseOutage begin(Path dataDirectory) throws IOException {
        var binaries = PostgresBinaries.in(dataDirectory.resolve("postgresql-binaries"));
        var outage = new DatabaseOutage(binaries.program("postgres"));
        Files.move(outage.program, outage.away);
        var stop = binaries.command("pg_ctl", "stop", "-m", "immediate", "-w");
        stop.addAll(List.of("-D", dataDirectory.resolve("postgresql").toString()));
        var result = new Commands(dataDirectory.resolve("outage.log")).run(stop, Patience.LIMIT);
        if (!result.succeeded()) {
            throw new AssertionError(stop + ": " + result.said());
        }
        return outage;
    }

    /** Lets the service bring the database back by itself. */
    public void end() throws IOException {
        Files.move(away, program);
    }
}
