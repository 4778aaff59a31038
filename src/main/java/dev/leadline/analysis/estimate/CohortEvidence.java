package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.ValuePosterior;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the cohorts of a window have shown of their conversion and of the value of their deals.
 *
 * @param cohorts all cohorts of the segment
 * @param history what those of the window have shown by the likeliest timing
 * @param cases what is known of their rate by each plausible timing, if it has not changed
 * @param value what their deals are worth
 */
record CohortEvidence(CohortTable cohorts, RateHistory history, List<RatePosterior.Case> cases, ValueEvidence value) {

    /** @param costFrom the first day of the present level of the cost per inquiry */
    static CohortEvidence of(SegmentContext context, int costFrom, Omission omission) {
        SegmentLedger segment = context.segment();
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        CohortTable cohorts = omission.equals(Omission.NONE)
                ? peerGroup.cohorts(segment)
                : segment.cohorts(window.asOf(), peerGroup.trackedFrom(), omission);
        SegmentTiming timing = peerGroup.timing(segment);
        return new CohortEvidence(
                cohorts,
                peerGroup.history(cohorts, timing, window, costFrom),
                timing.cases(cohorts, window.first(), window.lastKnown()),
                ValueEvidence.of(context, omission));
    }

    /** The same without the cohorts of some days of the window, both included. */
    CohortEvidence withoutDays(SegmentContext context, int from, int to) {
        SegmentTiming timing = context.peerGroup().timing(context.segment());
        Window window = context.window();
        int first = Math.max(from, window.first());
        int last = Math.min(to, window.lastKnown());
        return new CohortEvidence(
                cohorts,
                history.withoutDays(cohorts, timing.shares(), first, last),
                minus(timing.cases(cohorts, first, last)),
                value.withoutDays(context, first, last));
    }

    /** The same by another value of their deals. */
    CohortEvidence with(ValueEvidence other) {
        return new CohortEvidence(cohorts, history, cases, other);
    }

    /** What those of the window have shown together. */
    ConversionExposure exposure() {
        return history.all();
    }

    /** Whether the cohorts, or else their siblings, say anything of the rate. */
    boolean informsRate(PeerGroup peerGroup) {
        return exposure().exposure() > 0 || peerGroup.isInformed();
    }

    /** The posterior of the value of a deal; empty while nothing is known of it. */
    Optional<ValuePosterior> valueOfDeal() {
        return value.posterior();
    }

    private List<RatePosterior.Case> minus(List<RatePosterior.Case> part) {
        return IntStream.range(0, part.size())
                .mapToObj(i -> cases.get(i)
                        .with(cases.get(i).exposure().minus(part.get(i).exposure())))
                .toList();
    }
}
