package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.ValuePosterior;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the cohorts of a window have shown of their conversion and of the value of their deals.
 *
 * @param cohorts all cohorts of the segment
 * @param exposure of those of the window, by the likeliest timing
 * @param exposures the same by each plausible timing of the peer group
 * @param value what their deals are worth
 */
record CohortEvidence(
        CohortTable cohorts, ConversionExposure exposure, List<ConversionExposure> exposures, ValueEvidence value) {

    static CohortEvidence of(SegmentContext context, Omission omission) {
        SegmentLedger segment = context.segment();
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        CohortTable cohorts = omission.equals(Omission.NONE)
                ? peerGroup.cohorts(segment)
                : segment.cohorts(window.asOf(), peerGroup.trackedFrom(), omission);
        return new CohortEvidence(
                cohorts,
                peerGroup.exposure(cohorts, window.first(), window.lastKnown()),
                peerGroup.exposures(cohorts, window.first(), window.lastKnown()),
                ValueEvidence.of(context, omission));
    }

    /** The same without the cohorts of some days of the window, both included. */
    CohortEvidence withoutDays(SegmentContext context, int from, int to) {
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        int first = Math.max(from, window.first());
        int last = Math.min(to, window.lastKnown());
        return new CohortEvidence(
                cohorts,
                exposure.minus(peerGroup.exposure(cohorts, first, last)),
                minus(peerGroup.exposures(cohorts, first, last)),
                value.withoutDays(context, first, last));
    }

    /** The same by another value of their deals. */
    CohortEvidence with(ValueEvidence other) {
        return new CohortEvidence(cohorts, exposure, exposures, other);
    }

    /** Whether the cohorts, or else their siblings, say anything of the rate. */
    boolean informsRate(PeerGroup peerGroup) {
        return exposure.exposure() > 0 || peerGroup.isInformed();
    }

    /** The posterior of the value of a deal; empty while nothing is known of it. */
    Optional<ValuePosterior> valueOfDeal() {
        return value.posterior();
    }

    private List<ConversionExposure> minus(List<ConversionExposure> part) {
        return IntStream.range(0, part.size())
                .mapToObj(i -> exposures.get(i).minus(part.get(i)))
                .toList();
    }
}
