package dev.leadline.platform.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Does what takes longer than its transaction may; there in tests only. */
@Path("/test/overdue")
public class OverdueResource {

    private final OverdueWork work;

    OverdueResource(OverdueWork work) {
        this.work = work;
    }

    @GET
    @Path("/declared/{what}")
    @Operation(hidden = true)
    public void declared(String what) {
        work.declared(what);
    }

    @GET
    @Path("/by-hand/{what}")
    @Operation(hidden = true)
    public void begunByHand(String what) {
        work.begunByHand(what);
    }
}
