package dev.leadline.access;

import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageLink;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.NewWorkspace;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.idempotency.Idempotent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** All workspaces of the installation; for the administrators of the workspace {@code default}, who run it. */
@Path("/api/v1/workspaces")
@Tag(name = "Installation")
@RolesAllowed("ADMIN")
@Blocking
class InstallationResource {

    private final WorkspaceService workspaces;
    private final WorkspaceProvisioning provisioning;
    private final CurrentWorkspace current;

    InstallationResource(WorkspaceService workspaces, WorkspaceProvisioning provisioning, CurrentWorkspace current) {
        this.workspaces = workspaces;
        this.provisioning = provisioning;
        this.current = current;
    }

    @GET
    @Operation(
            operationId = "listWorkspaces",
            summary = "List all workspaces of the installation",
            description = "By id. Only with an ADMIN key of the workspace `default`.")
    public RestResponse<Page<Workspace>> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        requireInstallation();
        return PageLink.answer(workspaces.list(page), uri);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createWorkspace",
            summary = "Create a workspace and its first ADMIN key",
            description = "Store `adminKey` now: only its hash is kept. Only with an ADMIN key of the workspace"
                    + " `default`.")
    public RestResponse<FoundedWorkspace> create(NewWorkspace request) {
        requireInstallation();
        FoundedWorkspace founded = provisioning.provision(request);
        return RestResponse.ResponseBuilder.<FoundedWorkspace>created(URI.create("/api/v1/workspace"))
                .entity(founded)
                .build();
    }

    private void requireInstallation() {
        if (!current.id().equals(WorkspaceService.DEFAULT_ID)) {
            throw Problem.forbidden("This operation needs an ADMIN key of the workspace 'default'; yours is one of '"
                            + current.id() + "'.")
                    .toException();
        }
    }
}
