package dev.leadline.intake.inquiry;

import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceSql;
import dev.leadline.workspace.idempotency.IdempotencyStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What belongs to the erasure of a contact beside its inquiry. Takes part in the caller's transaction. */
@ApplicationScoped
class ContactErasure {

    private final WorkspaceSql sql;
    private final CurrentWorkspace workspace;
    private final IdempotencyStore answers;
    private final AuditTrail audit;

    ContactErasure(WorkspaceSql sql, CurrentWorkspace workspace, IdempotencyStore answers, AuditTrail audit) {
        this.sql = sql;
        this.workspace = workspace;
        this.answers = answers;
        this.audit = audit;
    }

    /** Forgets the answers that show an inquiry just erased, and writes the erasure down. */
    void ofOne(UUID inquiryId) {
        answers.forget(List.of(inquiryId));
        audit.done(AuditKind.CONTACT, AuditAction.ERASED, inquiryId, Map.of());
    }

    /**
     * Erases contacts of inquiries received on these days, the oldest first.
     *
     * @param from the first day
     * @param to the day behind the last
     */
    ErasedContacts between(LocalDate from, LocalDate to, int most, Instant now) {
        Map<UUID, LocalDate> erased = new HashMap<>();
        sql.statement("""
                update inquiry set contact = null, click_ids = null, message = null, contact_erased_at = :now
                where workspace_id = :workspace and id in (
                    select id from inquiry
                    where workspace_id = :workspace and day >= :from and day < :to and contact_erased_at is null
                    order by day limit :most for update skip locked)
                returning id, day
                """)
                .instant("now", now)
                .day("from", from)
                .day("to", to)
                .number("most", most)
                .forEach(row -> erased.put(row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)));
        if (erased.isEmpty()) {
            return new ErasedContacts(0, to);
        }
        answers.forget(List.copyOf(erased.keySet()));
        ValueChange count = new ValueChange(null, String.valueOf(erased.size()));
        audit.done(AuditKind.CONTACT, AuditAction.ERASED, workspace.id(), Map.of("inquiries", count));
        return new ErasedContacts(erased.size(), Collections.max(erased.values()));
    }
}
