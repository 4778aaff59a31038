package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.OddOrders;
import dev.leadline.statistics.OrderMargins;
import dev.leadline.statistics.ValuePosterior;
import dev.leadline.statistics.ValuePrior;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the deals of a window say of the value of a deal.
 *
 * @param orders the deals, by {@link PeerGroup#orders}
 * @param limits which orders are odd
 * @param usual what the deals are worth, without the odd small ones
 * @param odd those that are odd
 * @param prior what is known of the value of a deal before these are seen
 * @param ratio all margin to first-deal margin
 * @param repeatsDiffer whether first deals say nothing of what its customers are worth
 * @param posterior from all that
 */
record ValueEvidence(
        OrderMargins orders,
        OddOrders limits,
        MarginStatistics usual,
        OddOrders.Part odd,
        ValuePrior prior,
        RepeatRatio ratio,
        boolean repeatsDiffer,
        Optional<ValuePosterior> posterior) {

    static ValueEvidence of(SegmentContext context, Omission omission) {
        SegmentLedger segment = context.segment();
        PeerGroup peerGroup = context.peerGroup();
        Window window = context.window();
        OrderMargins all = peerGroup.orders(segment, window.first(), window.lastKnown(), Omission.NONE);
        OrderMargins orders = omission.equals(Omission.NONE)
                ? all
                : peerGroup.orders(segment, window.first(), window.lastKnown(), omission);
        OddOrders limits = peerGroup.oddOrders(segment, orders);
        ValuePrior prior = peerGroup.valuePrior(segment, all);
        RepeatRatio ratio = peerGroup.repeatRatio(segment);
        boolean repeatsDiffer = peerGroup.repeatsDiffer(segment, window);
        MarginStatistics usual = limits.usual(orders);
        OddOrders.Part odd = limits.of(orders);
        var posterior = repeatsDiffer ? Optional.<ValuePosterior>empty() : posterior(usual, odd, prior, ratio);
        return new ValueEvidence(orders, limits, usual, odd, prior, ratio, repeatsDiffer, posterior);
    }

    private static Optional<ValuePosterior> posterior(
            MarginStatistics usual, OddOrders.Part odd, ValuePrior prior, RepeatRatio ratio) {
        return prior.tells(usual)
                ? Optional.of(ValuePosterior.of(usual, odd, prior, ratio.mean(), ratio.relativeVariance()))
                : Optional.empty();
    }

    /** The same without the cohorts of some days of the window, both included. */
    ValueEvidence withoutDays(SegmentContext context, int from, int to) {
        PeerGroup peerGroup = context.peerGroup();
        if (limits.equals(OddOrders.NONE)) {
            MarginStatistics part = peerGroup.margins(context.segment(), from, to);
            return part.deals() == 0 ? this : with(usual.minus(part), odd);
        }
        OrderMargins part = peerGroup.orders(context.segment(), from, to, Omission.NONE);
        return with(usual.minus(limits.usual(part)), odd.minus(limits.of(part)));
    }

    /** If the odd large orders come again as often as so far. */
    ValueEvidence ifLargeComeAgain() {
        return with(usual, odd.withLargeAgain());
    }

    /** If they never come again. */
    ValueEvidence ifLargeNeverComeAgain() {
        return with(usual.minus(odd.large()), odd.withLargeAgain());
    }

    private ValueEvidence with(MarginStatistics otherUsual, OddOrders.Part otherOdd) {
        var other = repeatsDiffer ? posterior : posterior(otherUsual, otherOdd, prior, ratio);
        return new ValueEvidence(orders, limits, otherUsual, otherOdd, prior, ratio, repeatsDiffer, other);
    }

    /** What is odd about the orders, in words; empty if nothing is. */
    Optional<String> note() {
        List<String> notes = new ArrayList<>();
        large().ifPresent(large -> notes.add(String.format(
                Locale.ROOT,
                "%d of %d orders brought %.0f %% of the margin and may never come again; the interval leaves that open.",
                large.orders(),
                large.of(),
                100 * large.share())));
        if (odd.small() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%d of %d orders are below a fifth of the median, far more than siblings have; they count as bringing nothing.",
                    odd.small(),
                    odd.small() + usual.deals()));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    /** The large orders that are odd; empty if none is. */
    Optional<LargeOrders> large() {
        MarginStatistics large = odd.large();
        double median = orders.median();
        MarginStatistics all = orders.statistics();
        return large.deals() == 0
                ? Optional.empty()
                : Optional.of(new LargeOrders(
                        large.deals(),
                        all.deals(),
                        large.gains().sum() / all.gains().sum(),
                        orders.largest() / median));
    }
}
