package dev.leadline.access;

import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.command.CommandSettings;
import dev.leadline.workspace.NewWorkspace;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes workspaces with their first key; the workspace {@code default} at the first start. */
@ApplicationScoped
public class WorkspaceProvisioning {

    private static final Logger LOG = Logger.getLogger(WorkspaceProvisioning.class);
    private static final int SHORTEST_KEY = 24;

    private final WorkspaceService workspaces;
    private final ApiKeyService keys;
    private final WorkspaceContext contexts;
    private final AuditTrail audit;
    private final ProvisioningSettings settings;
    private final CommandSettings command;
    private volatile boolean firstStart;

    WorkspaceProvisioning(
            WorkspaceService workspaces,
            ApiKeyService keys,
            WorkspaceContext contexts,
            AuditTrail audit,
            ProvisioningSettings settings,
            CommandSettings command) {
        this.workspaces = workspaces;
        this.keys = keys;
        this.contexts = contexts;
        this.audit = audit;
        this.settings = settings;
        this.command = command;
    }

    /** Makes a workspace with an id of its own and an ADMIN key, on behalf of the current one. */
    @Transactional
    FoundedWorkspace provision(NewWorkspace request) {
        String id = "w"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toLowerCase(Locale.ROOT);
        FoundedWorkspace founded = provision(id, request, Optional.empty());
        audit.done(AuditKind.WORKSPACE, AuditAction.CREATED, id, Map.of());
        return founded;
    }

    /**
     * Makes a workspace with this id and an ADMIN key, both or neither; in the caller's transaction, if there is one, in
     * which no entity of another workspace may have been touched.
     *
     * @param adminKey the key to adopt; a random one if empty
     */
    FoundedWorkspace provision(String id, NewWorkspace request, Optional<String> adminKey) {
        return contexts.call(id, () -> QuarkusTransaction.joiningExisting().call(() -> {
            Workspace workspace = workspaces.create(id, request);
            String key = adminKey.orElseGet(ApiKeySecret::random);
            keys.adopt("First administrator", key);
            return new FoundedWorkspace(workspace, key);
        }));
    }

    /** Whether this start found an empty database. */
    public boolean isFirstStart() {
        return firstStart;
    }

    private boolean isFounded() {
        return contexts.call(WorkspaceService.DEFAULT_ID, () -> workspaces.exists(WorkspaceService.DEFAULT_ID));
    }

    void atFirstStart(@Observes @Priority(100) StartupEvent event) {
        if (!command.serving()) {
            return;
        }
        Optional<String> adminKey = settings.adminKey().map(String::strip);
        if (adminKey.isPresent() && adminKey.get().length() < SHORTEST_KEY) {
            // Of this exception the start shows the message and no stack trace.
            throw new ConfigurationException("LEADLINE_ADMIN_KEY must have " + SHORTEST_KEY
                    + " characters or more. Without it, the first start creates a random key and prints it.");
        }
        if (isFounded()) {
            return;
        }
        FoundedWorkspace founded;
        try {
            founded = provision(WorkspaceService.DEFAULT_ID, new NewWorkspace("Default", null, null), adminKey);
        } catch (RuntimeException e) {
            if (isFounded()) {
                LOG.info(
                        "Another instance, starting at the same time, has created the workspace 'default' and its key");
                return;
            }
            throw e;
        }
        firstStart = true;
        if (adminKey.isPresent()) {
            LOG.info("Created the workspace 'default' with the admin key from LEADLINE_ADMIN_KEY");
        } else {
            LOG.infof("Created the workspace 'default'. Leadline's admin key, shown only now: %s", founded.adminKey());
        }
    }
}
