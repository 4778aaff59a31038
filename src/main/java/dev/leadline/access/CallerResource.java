package dev.leadline.access;

import dev.leadline.platform.http.BatchLimits;
import dev.leadline.platform.http.HttpLimits;
import dev.leadline.workspace.WorkspaceService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who calls: by which a client can test its key. */
@Path("/api/v1/me")
@Tag(name = "Keys")
@Blocking
class CallerResource {

    private final SecurityIdentity identity;
    private final WorkspaceService workspaces;
    private final ApiKeyService keys;
    private final CallLimits limits;

    CallerResource(
            SecurityIdentity identity,
            WorkspaceService workspaces,
            ApiKeyService keys,
            AccessLimits access,
            HttpLimits http,
            BatchLimits batches) {
        this.identity = identity;
        this.workspaces = workspaces;
        this.keys = keys;
        this.limits = CallLimits.of(access, http, batches);
    }

    @GET
    @RolesAllowed({"INTEGRATION", "ANALYST", "ADMIN"})
    @Operation(
            operationId = "getCaller",
            summary = "Who is calling, and what they may",
            description =
                    "Tests a key: its workspace, role, name and expiry, and how much may be sent. What is left of the"
                            + " requests is in the `RateLimit` header, as of every answer.")
    public Caller get() {
        Caller.Token token = identity.getAttribute(TokenIdentityAugmentor.TOKEN);
        return new Caller(
                Caller.CallersWorkspace.of(workspaces.current()),
                roles(),
                token == null ? keys.get(UUID.fromString(identity.getPrincipal().getName())) : null,
                token,
                limits);
    }

    private List<Role> roles() {
        return identity.getRoles().stream().map(Role::valueOf).sorted().toList();
    }
}
