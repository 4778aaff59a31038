package dev.leadline.intake.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.json.MergePatch;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The campaigns of the current workspace. */
@ApplicationScoped
public class CampaignService {

    private final CampaignRepository campaigns;
    private final CampaignWriter writer;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final AuditTrail audit;

    CampaignService(
            CampaignRepository campaigns,
            CampaignWriter writer,
            RequestCheck check,
            CurrentWorkspace current,
            MergePatch patches,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.writer = writer;
        this.check = check;
        this.current = current;
        this.patches = patches;
        this.audit = audit;
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    public List<RowOutcome> write(List<CampaignRequest> rows) {
        return writer.write(rows);
    }

    @Transactional
    Posted<Campaign> post(CampaignRequest request) {
        RowOutcome outcome = writer.write(List.of(check.valid(request))).get(0).orThrow();
        return new Posted<>(outcome, get(outcome.id()));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    Campaign get(UUID id) {
        return Campaign.of(found(id, campaigns.findById(id)));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    Page<Campaign> list(CampaignFilter filter, PageRequest page) {
        ListId list = current.list("campaigns");
        var conditions = filter.conditions()
                .and("id <", page.after(list, 1).map(cursor -> cursor.id(0)).orElse(null));
        return Page.of(list, campaigns.newest(conditions, page.size() + 1), page.size(), entity -> Cursor.of(entity.id))
                .map(Campaign::of);
    }

    @Transactional
    Campaign patch(UUID id, JsonNode patch) {
        patches.refuse(patch, "externalId");
        CampaignEntity entity = found(id, campaigns.findById(id, LockModeType.PESSIMISTIC_WRITE));
        CampaignUpdate before = CampaignUpdate.of(entity);
        CampaignUpdate update = check.valid(patches.apply(before, patch, CampaignUpdate.class));
        if (update.status() == CampaignStatus.DISCOVERED && entity.status != CampaignStatus.DISCOVERED) {
            throw Problem.invalid("/status", "must be ACTIVE, PAUSED or ENDED; DISCOVERED is set by the service")
                    .toException();
        }
        update.applyTo(entity);
        audit.changed(AuditKind.CAMPAIGN, id, before, update);
        return Campaign.of(entity);
    }

    private static CampaignEntity found(UUID id, CampaignEntity entity) {
        if (entity == null) {
            throw Problem.notFound("campaign", id).toException();
        }
        return entity;
    }
}
