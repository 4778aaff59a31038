package dev.leadline.intake.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.intake.inquiry.InquiryLookup;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.ExternalIds;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RecordReader;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.json.MergePatch;
import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The deals of the current workspace. */
@ApplicationScoped
public class DealService {

    private final DealRepository deals;
    private final RecordReader<DealEntity, Deal> records;
    private final DealWriter writer;
    private final DealMerge merge;
    private final InquiryLookup inquiries;
    private final WorkspaceService workspaces;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final ChangedDays changes;

    DealService(
            DealRepository deals,
            DealWriter writer,
            DealMerge merge,
            InquiryLookup inquiries,
            WorkspaceService workspaces,
            RequestCheck check,
            CurrentWorkspace current,
            MergePatch patches,
            ChangedDays changes) {
        this.deals = deals;
        this.records = deals.reader();
        this.writer = writer;
        this.merge = merge;
        this.inquiries = inquiries;
        this.workspaces = workspaces;
        this.check = check;
        this.current = current;
        this.patches = patches;
        this.changes = changes;
    }

    /** Deals on their way in; what is stored stays. */
    public RecordKind<DealRequest, DealDraft> kind() {
        return kind(OnExisting.REJECT);
    }

    RecordKind<DealRequest, DealDraft> kind(OnExisting onExisting) {
        return new RecordKind<>(DealRequest.class, DealDraft::of, rows -> write(rows, onExisting));
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<DealDraft> rows, OnExisting onExisting) {
        return writer.write(rows, onExisting);
    }

    @Transactional
    Posted<Deal> post(DealRequest request, OnExisting onExisting) {
        RowOutcome outcome = writer.write(List.of(DealDraft.of(check.valid(request))), onExisting)
                .get(0)
                .orThrow();
        return new Posted<>(outcome, get(outcome.id()));
    }

    /** Stores a deal, or merges it into the one with the external id, which must be the request's own. */
    @Transactional
    Posted<Deal> put(String externalId, DealRequest request) {
        DealRequest valid = check.valid(request);
        ExternalIds.requireSame(valid.externalId(), externalId);
        return post(valid, OnExisting.UPDATE);
    }

    /** The id of the deal with an external id. */
    @Transactional
    UUID id(String externalId) {
        return records.id(externalId, new Conditions().and("externalId =", externalId));
    }

    @Transactional
    Deal get(UUID id) {
        return records.get(id);
    }

    @Transactional
    Page<Deal> list(DealFilter filter, PageRequest page) {
        return records.newest(current.list("deals"), filter.conditions(), page);
    }

    /** Changes a deal by a merge patch. */
    @Transactional
    Deal patch(UUID id, JsonNode patch) {
        patches.refuse(patch, "externalId", "inquiryId", "inquirySource", "inquiryExternalId");
        DealEntity entity = records.locked(id);
        DealUpdate merged = patches.apply(DealUpdate.of(entity), patch, DealUpdate.class);
        RowOutcome outcome = merge.merge(
                        entity,
                        DealChange.of(merged, patch),
                        inquiries.receivedAt(entity.inquiryId),
                        workspaces.current())
                .orThrow();
        if (outcome.isUpdated()) {
            changes.mark(List.of(entity.cohortDay));
        }
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
