package dev.leadline.access;

import dev.leadline.platform.http.RequestLog;
import dev.leadline.workspace.CurrentWorkspace;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Binds a request to the workspace of its key, before any resource runs. */
class WorkspaceBinding {

    private final SecurityIdentity identity;
    private final CurrentWorkspace workspace;
    private final RoutingContext request;

    WorkspaceBinding(SecurityIdentity identity, CurrentWorkspace workspace, RoutingContext request) {
        this.identity = identity;
        this.workspace = workspace;
        this.request = request;
    }

    @ServerRequestFilter
    void bind() {
        String id = identity.getAttribute(ApiKeyIdentityProvider.WORKSPACE);
        if (id != null) {
            workspace.bind(id);
            RequestLog.workspace(request, id);
        }
    }
}
