package dev.leadline.platform.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks a database that fails; there in tests only. */
@Path("/test/refusals")
public class RefusingDatabaseResource {

    private final RefusingDatabase database;

    RefusingDatabaseResource(RefusingDatabase database) {
        this.database = database;
    }

    @GET
    @Path("/{what}")
    @Operation(hidden = true)
    public void fail(String what) {
        switch (what) {
            case "worker-lost" -> database.loseWorker();
            case "internal" -> database.failInside();
            case "standby" -> database.becomeStandby();
            case "statement-timeout" -> database.runIntoItsOwnTimeLimit();
            case "ended-in-transaction" -> database.endConnectionInTransaction();
            case "ended" -> database.endConnection();
            default -> throw new IllegalArgumentException(what);
        }
    }
}
