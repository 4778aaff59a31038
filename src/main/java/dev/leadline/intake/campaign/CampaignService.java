package dev.leadline.intake.campaign;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The campaigns of the current workspace. */
@ApplicationScoped
public class CampaignService {

    private final RecordReader<CampaignEntity, Campaign> records;
    private final CampaignWriter writer;
    private final CampaignMerge merge;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final CampaignAliases aliases;

    CampaignService(
            CampaignRepository campaigns,
            CampaignWriter writer,
            CampaignMerge merge,
            RequestCheck check,
            CurrentWorkspace current,
            MergePatch patches,
            CampaignAliases aliases) {
        this.records = campaigns.reader();
        this.writer = writer;
        this.merge = merge;
        this.check = check;
        this.current = current;
        this.patches = patches;
        this.aliases = aliases;
    }

    /** Campaigns on their way in; what is stored stays. */
    public RecordKind<CampaignRequest, CampaignRequest> kind() {
        return kind(OnExisting.REJECT);
    }

    RecordKind<CampaignRequest, CampaignRequest> kind(OnExisting onExisting) {
        return RecordKind.of(CampaignRequest.class, rows -> write(rows, onExisting));
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<CampaignRequest> rows, OnExisting onExisting) {
        return writer.write(rows, onExisting);
    }

    @Transactional
    Posted<Campaign> post(CampaignRequest request, OnExisting onExisting) {
        RowOutcome outcome =
                writer.write(List.of(check.valid(request)), onExisting).get(0).orThrow();
        return new Posted<>(outcome, get(outcome.id()));
    }

    /** Stores a campaign, or merges it into the one with the external id, which must be the request's own. */
    @Transactional
    Posted<Campaign> put(String externalId, CampaignRequest request) {
        CampaignRequest valid = check.valid(request);
        ExternalIds.requireSame(valid.externalId(), externalId);
        return post(valid, OnExisting.UPDATE);
    }

    /** The id of the campaign with an external id. */
    @Transactional
    UUID id(String externalId) {
        return records.id(externalId, new Conditions().and("externalId =", externalId));
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
        CampaignUpdate update = check.valid(patches.apply(CampaignUpdate.of(entity), patch, CampaignUpdate.class));
        if (renames) {
            aliases.requireFree(id, update.aliases());
        }
        merge.merge(entity, update).orThrow();
        return Campaign.of(entity);
    }
}
