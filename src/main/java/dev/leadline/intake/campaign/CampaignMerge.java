package dev.leadline.intake.campaign;

import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Changes stored campaigns, by a patch or by a post. Takes part in the caller's transaction, in which the campaign is locked.
 */
@ApplicationScoped
class CampaignMerge {

    private final RequestCheck check;
    private final AuditTrail audit;

    CampaignMerge(RequestCheck check, AuditTrail audit) {
        this.check = check;
        this.audit = audit;
    }

    /**
     * Changes a campaign, unless something is wrong.
     *
     * @param merged what it is to be
     * @return updated, unchanged or rejected
     */
    RowOutcome merge(CampaignEntity entity, CampaignUpdate merged) {
        CampaignUpdate before = CampaignUpdate.of(entity);
        CampaignUpdate update = check.normalised(merged);
        Optional<Problem> fault = check.faultOf(update);
        if (fault.isPresent()) {
            return RowOutcome.rejected(fault.get());
        }
        if (update.status() == CampaignStatus.DISCOVERED && entity.status != CampaignStatus.DISCOVERED) {
            return RowOutcome.rejected(
                    Problem.invalid("/status", "must be ACTIVE, PAUSED or ENDED; DISCOVERED is set by the service"));
        }
        update.applyTo(entity);
        audit.changed(AuditKind.CAMPAIGN, entity.id, before, update);
        return update.equals(before) ? RowOutcome.unchanged(entity.id) : RowOutcome.updated(entity.id);
    }
}
