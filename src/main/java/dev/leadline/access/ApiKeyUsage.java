package dev.leadline.access;

import dev.leadline.access.ApiKeyLookup.LiveKey;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jboss.logging.Logger;

/**
 * When each key was last used. A request only notes it in memory; it is written once a minute for the keys used since, and
 * at the end. What is noted and not yet written is lost if the process is killed.
 */
@ApplicationScoped
class ApiKeyUsage {

    private static final Logger LOG = Logger.getLogger(ApiKeyUsage.class);
    private static final String INTERVAL = "60s";

    private final Map<LiveKey, Instant> unwritten = new ConcurrentHashMap<>();
    private final WorkspaceContext contexts;
    private final WorkspaceSql sql;
    private final Clock clock;

    ApiKeyUsage(WorkspaceContext contexts, WorkspaceSql sql, Clock clock) {
        this.contexts = contexts;
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes that the key is used now. */
    void of(LiveKey key) {
        unwritten.put(key, Instants.now(clock));
    }

    void atEnd(@Observes ShutdownEvent event) {
        write();
    }

    /** Writes what is noted; what cannot be written stays for the next time. */
    @Scheduled(every = INTERVAL, delayed = INTERVAL, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        for (LiveKey key : List.copyOf(unwritten.keySet())) {
            Instant at = unwritten.remove(key);
            if (at == null) {
                continue;
            }
            try {
                write(key, at);
            } catch (RuntimeException e) {
                unwritten.merge(key, at, BinaryOperator.maxBy(Instant::compareTo));
                LOG.warnf("When keys were last used could not be written and will be tried again: %s", e.getMessage());
                return;
            }
        }
    }

    /** The latest of several instances stands. */
    private void write(LiveKey key, Instant at) {
        contexts.call(
                key.workspaceId(), () -> sql.statement("update api_key set last_used_at = greatest(last_used_at, :at)"
                                + " where workspace_id = :workspace and id = :id")
                        .instant("at", at)
                        .id("id", key.id())
                        .update());
    }
}
