package dev.leadline.access;

import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.workspace.NewWorkspace;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes workspaces with their first key; the workspace {@code default} at the first start. */
@ApplicationScoped
public class WorkspaceFounding {

    private static final Logger LOG = Logger.getLogger(WorkspaceFounding.class);
    private static final int SHORTEST_KEY = 24;

    private final WorkspaceService workspaces;
    private final ApiKeyService keys;
    private final WorkspaceContext contexts;
    private final LeadlineConfiguration configuration;
    private volatile boolean firstStart;

    WorkspaceFounding(
            WorkspaceService workspaces,
            ApiKeyService keys,
            WorkspaceContext contexts,
            LeadlineConfiguration configuration) {
        this.workspaces = workspaces;
        this.keys = keys;
        this.contexts = contexts;
        this.configuration = configuration;
    }

    /** Makes a workspace with an id of its own and an ADMIN key. */
    FoundedWorkspace found(NewWorkspace request) {
        String id = "w"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toLowerCase(Locale.ROOT);
        return found(id, request, Optional.empty());
    }

    /**
     * Makes a workspace with this id and an ADMIN key, both or neither.
     *
     * @param adminKey the key to adopt; a random one if empty
     */
    FoundedWorkspace found(String id, NewWorkspace request, Optional<String> adminKey) {
        return contexts.call(id, () -> QuarkusTransaction.requiringNew().call(() -> {
            Workspace workspace = workspaces.create(id, request);
            String key = adminKey.orElseGet(Secret::random);
            keys.adopt("First administrator", key);
            return new FoundedWorkspace(workspace, key);
        }));
    }

    /** Whether this start found an empty database. */
    public boolean isFirstStart() {
        return firstStart;
    }

    void atFirstStart(@Observes @Priority(100) StartupEvent event) {
        Optional<String> adminKey = configuration.adminKey();
        if (adminKey.isPresent() && adminKey.get().length() < SHORTEST_KEY) {
            throw new IllegalStateException("LEADLINE_ADMIN_KEY must have " + SHORTEST_KEY + " characters or more");
        }
        if (contexts.call(WorkspaceService.DEFAULT_ID, () -> workspaces.exists(WorkspaceService.DEFAULT_ID))) {
            return;
        }
        firstStart = true;
        FoundedWorkspace founded =
                found(WorkspaceService.DEFAULT_ID, new NewWorkspace("Default", null, null), adminKey);
        if (adminKey.isPresent()) {
            LOG.info("Made the workspace 'default'; its ADMIN key is the one of LEADLINE_ADMIN_KEY");
        } else {
            LOG.infof("Made the workspace 'default'. Its ADMIN key, shown this once: %s", founded.adminKey());
        }
    }
}
