package dev.leadline.intake.campaign;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The campaigns of the current workspace. */
@ApplicationScoped
public class CampaignService {

    private final RecordReader<CampaignEntity, Campaign> records;
    private final CampaignWriter writer;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final CampaignAliases aliases;
    private final AuditTrail audit;

    CampaignService(
            CampaignRepository campaigns,
            CampaignWriter writer,
            RequestCheck check,
            CurrentWorkspace current,
            MergePatch patches,
            CampaignAliases aliases,
            AuditTrail audit) {
        this.records = new RecordReader<>("campaign", campaigns, entity -> entity.id, Campaign::of);
        this.writer = writer;
        this.check = check;
        this.current = current;
        this.patches = patches;
        this.aliases = aliases;
        this.audit = audit;
    }

    /** Campaigns on their way in. */
    public RecordKind<CampaignRequest, CampaignRequest> kind() {
        return RecordKind.of(CampaignRequest.class, this::write);
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<CampaignRequest> rows) {
        return writer.write(rows);
    }

    @Transactional
    Posted<Campaign> post(CampaignRequest request) {
        RowOutcome outcome = writer.write(List.of(check.valid(request))).get(0).orThrow();
        return new Posted<>(outcome, get(outcome.id()));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none with this id */
    @Transactional
    public Campaign get(UUID id) {
        return records.get(id);
    }

    @Transactional
    Page<Campaign> list(CampaignFilter filter, PageRequest page) {
        return records.newest(current.list("campaigns"), filter.conditions(aliases::ownId), page);
    }

    @Transactional
    Campaign patch(UUID id, JsonNode patch) {
        patches.refuse(patch, "externalId");
        boolean renames = patch != null && patch.has("aliases");
        if (renames) {
            aliases.hold();
        }
        CampaignEntity entity = records.locked(id);
        CampaignUpdate before = CampaignUpdate.of(entity);
        CampaignUpdate update = check.valid(patches.apply(before, patch, CampaignUpdate.class));
        if (update.status() == CampaignStatus.DISCOVERED && entity.status != CampaignStatus.DISCOVERED) {
            throw Problem.invalid("/status", "must be ACTIVE, PAUSED or ENDED; DISCOVERED is set by the service")
                    .toException();
        }
        if (renames) {
            aliases.requireFree(id, update.aliases());
        }
        update.applyTo(entity);
        audit.changed(AuditKind.CAMPAIGN, id, before, update);
        return Campaign.of(entity);
    }
}
