package dev.leadline.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the key's own workspace. */
@Path("/api/v1/workspace")
@Tag(name = "Workspace")
@Blocking
class WorkspaceResource {

    private final WorkspaceService service;

    WorkspaceResource(WorkspaceService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "getWorkspace",
            summary = "Read the workspace and its settings",
            description = "All settings, the thresholds of scale or hold included.")
    public Workspace get() {
        return service.current();
    }

    @PATCH
    @RolesAllowed("ADMIN")
    @Operation(
            operationId = "patchWorkspace",
            summary = "Change settings of the workspace",
            description = "A JSON merge patch (RFC 7396): what is not named stays; a threshold set to null goes"
                    + " back to its default. Currency and time zone are fixed once records exist.")
    public Workspace patch(@RequestBody @Schema(implementation = WorkspaceUpdate.class) JsonNode patch) {
        return service.patch(patch);
    }
}
