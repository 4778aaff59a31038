package dev.leadline.platform.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as the inside of the service may; there in tests only. */
@Path("/test/failures")
public class FailingResource {

    static final String SECRET = "select password from inside";

    @GET
    @Path("/unexpected")
    @Operation(hidden = true)
    public String unexpected() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("/memory")
    @Operation(hidden = true)
    public String memory() {
        throw new OutOfMemoryError(SECRET);
    }

    @GET
    @Path("/database/{state}")
    @Operation(hidden = true)
    public String database(String state) {
        throw new IllegalStateException(new SQLException(SECRET, state.equals("none") ? null : state));
    }

    @GET
    @Path("/pool")
    @Operation(hidden = true)
    public String pool() {
        throw new IllegalStateException(new SQLException("Acquisition timeout while waiting for new connection"));
    }

    @GET
    @Path("/not-yet-read")
    @Operation(hidden = true)
    public String notYetRead() {
        throw new NotYetReadException(SECRET);
    }
}
