package dev.leadline.workspace.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.audit.AuditedChange;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Writes down what is told, in the transaction of the change. */
@ApplicationScoped
class AuditLog {

    private final WorkspaceSql sql;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(WorkspaceSql sql, SecurityIdentity identity, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    void write(@Observes AuditedChange change) throws JsonProcessingException {
        sql.statement("""
                insert into audit_entry (workspace_id, id, kind, action, subject_id, actor, changes, recorded_at)
                values (:workspace, :id, :kind, :action, :subjectId, :actor, cast(:changes as jsonb), :now)
                """)
                .id("id", RecordId.next())
                .text("kind", change.kind().name())
                .text("action", change.action().name())
                .text("subjectId", change.subjectId())
                .text(
                        "actor",
                        identity.isAnonymous() ? null : identity.getPrincipal().getName())
                .text("changes", json.writeValueAsString(change.changes()))
                .instant("now", Instants.now(clock))
                .update();
    }
}
