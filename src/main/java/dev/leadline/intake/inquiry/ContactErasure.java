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
     * Erases contacts of inquiries received on the first of these days on which there are any.
     *
     * @param from the first day
     * @param to the day behind the last
     */
    ErasedContacts ofFirstDay(LocalDate from, LocalDate to, int most, Instant now) {
        LocalDate day = firstDay(from, to);
        if (day == null) {
            return new ErasedContacts(0, to);
        }
        List<UUID> erased = sql.statement("""
                update inquiry set contact = null, click_ids = null, message = null, contact_erased_at = :now
                where workspace_id = :workspace and id = any(array(
                    select id from inquiry
                    where workspace_id = :workspace and day = :day and contact_erased_at is null
                    limit :most for update skip locked))
                returning id
                """)
                .instant("now", now)
                .day("day", day)
                .number("most", most)
                .list(row -> row.getObject("id", UUID.class));
        if (!erased.isEmpty()) {
            answers.forget(erased);
            ValueChange count = new ValueChange(null, String.valueOf(erased.size()));
            audit.done(AuditKind.CONTACT, AuditAction.ERASED, workspace.id(), Map.of("inquiries", count));
        }
        return new ErasedContacts(erased.size(), erased.size() < most ? day.plusDays(1) : day);
    }

    /**
     * The first day with a contact that is not erased yet; null if there is none. It passes over inquiries that are
     * already erased: an index of the others would slow every post, and this runs once a day.
     */
    private LocalDate firstDay(LocalDate from, LocalDate to) {
        return sql.statement("""
                select min(day) as day from inquiry
                where workspace_id = :workspace and day >= :from and day < :to and contact_erased_at is null
                """)
                .day("from", from)
                .day("to", to)
                .list(row -> row.getObject("day", LocalDate.class))
                .get(0);
    }
}
