package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.ValuePosterior;
import dev.leadline.statistics.ValuePrior;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the cohorts of a window have shown of their conversion and of the value of their deals.
 *
 * @param cohorts all cohorts of the segment
 * @param exposure of those of the window, by the likeliest timing
 * @param exposures the same by each plausible timing of the peer group
 * @param margins of the window's deals, by {@link PeerGroup#margins}
 * @param prior what is known of the value of a deal before these are seen
 * @param repeatsDiffer whether first deals say nothing of what its customers are worth
 * @param value from these margins and the peer group's
 */
record CohortEvidence(
        CohortTable cohorts,
        ConversionExposure exposure,
        List<ConversionExposure> exposures,
        MarginStatistics margins,
        ValuePrior prior,
        boolean repeatsDiffer,
        Optional<ValuePosterior> value) {

    static CohortEvidence of(SegmentContext context, Omission omission) {
        SegmentLedger segment = context.segment();
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        CohortTable cohorts = omission.equals(Omission.NONE)
                ? peerGroup.cohorts(segment)
                : segment.cohorts(window.asOf(), peerGroup.trackedFrom(), omission);
        MarginStatistics margins = peerGroup.margins(segment, window.first(), window.lastKnown(), omission);
        ValuePrior prior = peerGroup.valuePrior(segment, window);
        boolean repeatsDiffer = peerGroup.repeatsDiffer(segment, window);
        return new CohortEvidence(
                cohorts,
                peerGroup.exposure(cohorts, window.first(), window.lastKnown()),
                peerGroup.exposures(cohorts, window.first(), window.lastKnown()),
                margins,
                prior,
                repeatsDiffer,
                repeatsDiffer ? Optional.empty() : value(peerGroup, prior, margins));
    }

    /** The same without the cohorts of some days of the window, both included. */
    CohortEvidence withoutDays(SegmentContext context, int from, int to) {
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        int first = Math.max(from, window.first());
        int last = Math.min(to, window.lastKnown());
        MarginStatistics part = peerGroup.margins(context.segment(), first, last, Omission.NONE);
        return new CohortEvidence(
                cohorts,
                exposure.minus(peerGroup.exposure(cohorts, first, last)),
                minus(peerGroup.exposures(cohorts, first, last)),
                margins.minus(part),
                prior,
                repeatsDiffer,
                valueWithout(context, part));
    }

    /** Whether the cohorts, or else their siblings, say anything of the rate. */
    boolean informsRate(PeerGroup peerGroup) {
        return exposure.exposure() > 0 || peerGroup.isInformed();
    }

    /** The value of a deal as it is known without some of the margins. */
    Optional<ValuePosterior> valueWithout(SegmentContext context, MarginStatistics part) {
        return part.deals() == 0 || repeatsDiffer ? value : value(context.peerGroup(), prior, margins.minus(part));
    }

    private List<ConversionExposure> minus(List<ConversionExposure> part) {
        return IntStream.range(0, part.size())
                .mapToObj(i -> exposures.get(i).minus(part.get(i)))
                .toList();
    }

    private static Optional<ValuePosterior> value(PeerGroup peerGroup, ValuePrior prior, MarginStatistics margins) {
        return prior.tells(margins)
                ? Optional.of(ValuePosterior.of(margins, prior, peerGroup.repeatRatio()))
                : Optional.empty();
    }
}
