package dev.leadline.intake.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.intake.inquiry.InquiryLookup;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RecordReader;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.json.MergePatch;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The deals of the current workspace. */
@ApplicationScoped
public class DealService {

    private final DealRepository deals;
    private final RecordReader<DealEntity, Deal> records;
    private final DealWriter writer;
    private final InquiryLookup inquiries;
    private final WorkspaceService workspaces;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final AuditTrail audit;
    private final ChangedDays changes;
    private final Clock clock;

    DealService(
            DealRepository deals,
            DealWriter writer,
            InquiryLookup inquiries,
            WorkspaceService workspaces,
            RequestCheck check,
            CurrentWorkspace current,
            MergePatch patches,
            AuditTrail audit,
            ChangedDays changes,
            Clock clock) {
        this.deals = deals;
        this.records = new RecordReader<>("deal", deals, entity -> entity.id, Deal::of);
        this.writer = writer;
        this.inquiries = inquiries;
        this.workspaces = workspaces;
        this.check = check;
        this.current = current;
        this.patches = patches;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** Deals on their way in. */
    public RecordKind<DealRequest, DealDraft> kind() {
        return new RecordKind<>(DealRequest.class, DealDraft::of, this::write);
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<DealDraft> rows) {
        return writer.write(rows);
    }

    @Transactional
    Posted<Deal> post(DealRequest request) {
        RowOutcome outcome =
                writer.write(List.of(DealDraft.of(check.valid(request)))).get(0).orThrow();
        return new Posted<>(outcome, get(outcome.id()));
    }

    @Transactional
    Deal get(UUID id) {
        return records.get(id);
    }

    @Transactional
    Page<Deal> list(DealFilter filter, PageRequest page) {
        return records.newest(current.list("deals"), filter.conditions(), page);
    }

    /**
     * Changes a deal by a merge patch. When only the revenue changes, a margin that was given stays, and one that was worked out
     * is worked out anew; a margin of null takes its default. Status WON removes cancelledAt, and another refund its old time.
     */
    @Transactional
    Deal patch(UUID id, JsonNode patch) {
        patches.refuse(patch, "externalId", "inquiryId", "inquirySource", "inquiryExternalId");
        DealEntity entity = records.locked(id);
        DealUpdate before = DealUpdate.of(entity);
        DealUpdate merged = patches.apply(before, patch, DealUpdate.class);
        boolean uncancelled = merged.status() == DealStatus.WON && !patch.has("cancelledAt");
        boolean refundedAnew = !merged.hasRefundOf(before) && !patch.has("refundedAt");
        DealUpdate timely = refundedAnew ? merged.withoutRefundedAt() : merged;
        DealUpdate valid = check.valid(uncancelled ? timely.withoutCancellation() : timely);
        if (patch.has("margin")) {
            entity.marginByRate = valid.margin() == null;
        }
        boolean outdated = Boolean.TRUE.equals(entity.marginByRate) && !valid.hasRevenueOf(before);
        DealUpdate update = outdated ? valid.withoutMargin() : valid;
        Instant now = Instants.now(clock);
        DealTerms terms = DealTerms.of(
                update, inquiries.receivedAt(entity.inquiryId), entity.cohortDay, workspaces.current(), now);
        if (!terms.faults().isEmpty()) {
            throw Problem.invalid(terms.faults()).toException();
        }
        if (terms.status() != entity.status) {
            entity.statusChangedAt = now;
        }
        terms.applyTo(entity);
        DealUpdate after = DealUpdate.of(entity);
        if (!after.equals(before)) {
            entity.editedAt = now;
        }
        audit.changed(AuditKind.DEAL, id, before, after);
        changes.mark(List.of(entity.cohortDay));
        return Deal.of(entity);
    }

    /** All deals of these inquiries, newest first. */
    @Transactional
    public List<Deal> ofInquiries(List<UUID> inquiryIds) {
        return inquiryIds.isEmpty()
                ? List.of()
                : deals.ofInquiries(inquiryIds).stream().map(Deal::of).toList();
    }
}
