package dev.leadline.intake.inquiry;

import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.GivenTime;
import dev.leadline.platform.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes stored inquiries, by a patch or by a post; their deals move along. Takes part in the caller's transaction, in which the
 * inquiry is locked.
 */
@ApplicationScoped
class InquiryMerge {

    private final CampaignLookup campaigns;
    private final RequestCheck check;
    private final Event<InquiryMoved> moved;
    private final Clock clock;

    InquiryMerge(CampaignLookup campaigns, RequestCheck check, Event<InquiryMoved> moved, Clock clock) {
        this.campaigns = campaigns;
        this.check = check;
        this.moved = moved;
        this.clock = clock;
    }

    /**
     * Changes an inquiry, unless something is wrong.
     *
     * @param merged what it is to be
     * @return updated, if it is another one now: then its day is yet to be marked; unchanged or rejected
     */
    RowOutcome merge(InquiryEntity entity, InquiryUpdate merged) {
        InquiryUpdate before = InquiryUpdate.of(entity);
        InquiryUpdate update = check.normalised(merged);
        Optional<Problem> fault = check.faultOf(update).or(() -> faultOf(update, entity));
        if (fault.isPresent()) {
            return RowOutcome.rejected(fault.get());
        }
        Instant now = Instants.now(clock);
        if (update.status() != entity.status) {
            entity.statusChangedAt = now;
        }
        if (update.countsOtherwiseThan(before)) {
            entity.editedAt = now;
        }
        update.applyTo(entity);
        if (update.movesFrom(before)) {
            moved.fire(new InquiryMoved(entity.id, update.campaignId(), update.dimensions()));
        }
        return InquiryUpdate.of(entity).equals(before)
                ? RowOutcome.unchanged(entity.id)
                : RowOutcome.updated(entity.id);
    }

    /** What of the update does not fit to the inquiry or to what else there is. */
    private Optional<Problem> faultOf(InquiryUpdate update, InquiryEntity entity) {
        CampaignReference campaign = new CampaignReference(update.campaignId(), null);
        if (!update.campaignId().equals(entity.campaignId)
                && campaigns.resolve(List.of(campaign)).isEmpty()) {
            return Optional.of(Problem.invalid(List.of(campaign.unknown())));
        }
        List<FieldError> impossible = FirstResponse.faults(update.firstRespondedAt(), GivenTime.of(entity.receivedAt));
        if (!impossible.isEmpty()) {
            return Optional.of(Problem.invalid(impossible));
        }
        List<FieldError> erased = entity.contactErasedAt == null ? List.of() : update.contactFaults();
        return erased.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(erased));
    }
}
