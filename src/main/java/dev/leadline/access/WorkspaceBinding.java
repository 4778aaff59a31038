package dev.leadline.access;

import dev.leadline.workspace.CurrentWorkspace;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Binds a request to the workspace of its key, before any resource runs. */
class WorkspaceBinding {

    private final SecurityIdentity identity;
    private final CurrentWorkspace workspace;

    WorkspaceBinding(SecurityIdentity identity, CurrentWorkspace workspace) {
        this.identity = identity;
        this.workspace = workspace;
    }

    @ServerRequestFilter
    void bind() {
        String id = identity.getAttribute(ApiKeyIdentityProvider.WORKSPACE);
        if (id != null) {
            workspace.bind(id);
        }
    }
}
