package dev.leadline.intake.deal;

import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes stored deals, by a patch or by a post. When only the revenue changes, a margin that was given stays, and one that was
 * worked out is worked out anew; a margin of null takes its default. Status WON removes cancelledAt, and another refund its old
 * time. Takes part in the caller's transaction, in which the deal is locked.
 */
@ApplicationScoped
class DealMerge {

    private final RequestCheck check;
    private final AuditTrail audit;
    private final Clock clock;

    DealMerge(RequestCheck check, AuditTrail audit, Clock clock) {
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes a deal, unless something is wrong.
     *
     * @param receivedAt of its inquiry
     * @return updated, if it is another one now: then its cohort day is yet to be marked; unchanged or rejected
     */
    RowOutcome merge(DealEntity entity, DealChange change, Instant receivedAt, Workspace workspace) {
        DealUpdate before = DealUpdate.of(entity);
        DealUpdate timely = timely(check.normalised(change.terms()), change, before);
        Optional<Problem> fault = check.faultOf(timely);
        if (fault.isPresent()) {
            return RowOutcome.rejected(fault.get());
        }
        Boolean byRate = change.namesMargin() ? Boolean.valueOf(timely.margin() == null) : entity.marginByRate;
        boolean outdated = Boolean.TRUE.equals(byRate) && !timely.hasRevenueOf(before);
        Instant now = Instants.now(clock);
        DealTerms terms =
                DealTerms.of(outdated ? timely.withoutMargin() : timely, receivedAt, entity.cohortDay, workspace, now);
        if (!terms.faults().isEmpty()) {
            return RowOutcome.rejected(Problem.invalid(terms.faults()));
        }
        entity.marginByRate = byRate;
        if (terms.status() != entity.status) {
            entity.statusChangedAt = now;
        }
        terms.applyTo(entity);
        DealUpdate after = DealUpdate.of(entity);
        if (after.equals(before)) {
            return RowOutcome.unchanged(entity.id);
        }
        entity.editedAt = now;
        audit.changed(AuditKind.DEAL, entity.id, before, after);
        return RowOutcome.updated(entity.id);
    }

    /** Without times of what is no longer so. */
    private static DealUpdate timely(DealUpdate terms, DealChange change, DealUpdate before) {
        boolean uncancelled = terms.status() == DealStatus.WON && !change.namesCancelledAt();
        boolean refundedAnew = !terms.hasRefundOf(before) && !change.namesRefundedAt();
        DealUpdate timely = refundedAnew ? terms.withoutRefundedAt() : terms;
        return uncancelled ? timely.withoutCancellation() : timely;
    }
}
