package dev.leadline.workspace.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.TreeMap;

/** The changes made in the current workspace. */
@ApplicationScoped
class AuditService {

    private final AuditRepository entries;
    private final WorkspaceService workspaces;
    private final CurrentWorkspace current;
    private final ObjectReader changes;

    AuditService(AuditRepository entries, WorkspaceService workspaces, CurrentWorkspace current, ObjectMapper json) {
        this.entries = entries;
        this.workspaces = workspaces;
        this.current = current;
        this.changes = json.readerFor(new TypeReference<TreeMap<String, ValueChange>>() {});
    }

    @Transactional
    Page<AuditEntry> list(AuditFilter filter, PageRequest page) {
        ListId list = current.list("audit-entries");
        var conditions = filter.conditions(workspaces.current().zone())
                .behind(page.after(list, 1).map(cursor -> cursor.id(0)).orElse(null));
        return Page.of(list, entries.newest(conditions, page.size() + 1), page.size(), entity -> Cursor.of(entity.id))
                .map(this::entry);
    }

    private AuditEntry entry(AuditEntryEntity entity) {
        try {
            return new AuditEntry(
                    entity.id,
                    entity.kind,
                    entity.action,
                    entity.subjectId,
                    entity.actor,
                    changes.readValue(entity.changes),
                    entity.recordedAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
