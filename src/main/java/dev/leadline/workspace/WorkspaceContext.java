package dev.leadline.workspace;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Background work in the name of a workspace: a request context of its own, bound to it. */
@ApplicationScoped
public class WorkspaceContext {

    private final CurrentWorkspace workspace;

    WorkspaceContext(CurrentWorkspace workspace) {
        this.workspace = workspace;
    }

    /** Runs the work on this thread, bound to the workspace; a request under way on it is set aside meanwhile. */
    public <T> T call(String workspaceId, Supplier<T> work) {
        ManagedContext context = Arc.container().requestContext();
        InjectableContext.ContextState outer = context.getStateIfActive();
        if (outer != null) {
            context.deactivate();
        }
        context.activate();
        try {
            workspace.bind(workspaceId);
            return work.get();
        } finally {
            context.terminate();
            if (outer != null) {
                context.activate(outer);
            }
        }
    }
}
