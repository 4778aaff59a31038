package dev.leadline.analysis.segmentation;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/**
 * A ledger divided into segments as a query asks.
 *
 * @param query what is asked
 * @param ledger the workspace's records as of the query's day
 * @param window the query's window in the ledger's days
 * @param everything the whole workspace
 * @param total all that passes the filter
 * @param siblings the segments of the grouping, before the filter drops some of them: what is said of a segment does not
 *     depend on which others are shown
 */
public record Segmentation(
        AnalysisQuery query,
        Ledger ledger,
        Window window,
        SegmentLedger everything,
        SegmentLedger total,
        List<SegmentLedger> siblings) {

    /** For the window of the query. */
    public static Segmentation of(AnalysisQuery query, Ledger ledger) {
        return of(query, ledger, query.from(), query.to());
    }

    /** For another window, by whose inquiries spend is shared. */
    public static Segmentation of(AnalysisQuery query, Ledger ledger, LocalDate from, LocalDate to) {
        Window window = new Window(ledger.index(from), ledger.index(to), ledger.index(query.asOf()));
        Filter outside =
                query.groupBy().isEmpty() ? query.filter() : query.filter().without(EnumSet.copyOf(query.groupBy()));
        SegmentLedger everything = Segmenter.total(ledger, Filter.NONE, window.from(), window.to());
        return new Segmentation(
                query,
                ledger,
                window,
                everything,
                query.filter().equals(Filter.NONE)
                        ? everything
                        : Segmenter.total(ledger, query.filter(), window.from(), window.to()),
                query.groupBy().isEmpty()
                        ? List.of()
                        : Segmenter.of(ledger, query.groupBy(), outside, window.from(), window.to()));
    }

    /** The segments that pass the filter and have inquiries enough. */
    public List<SegmentLedger> segments() {
        return siblings.stream()
                .filter(s -> query.filter().accepts(s.segment()))
                .filter(s -> s.inquiries(window.from(), window.lastKnown()) >= query.minInquiries())
                .toList();
    }

    /** What the segments share, judged over the query's window. */
    public PeerGroup peerGroup() {
        return PeerGroup.of(query.terms(), everything, siblings, window);
    }

    /** What stands behind the figures of the total: it has no siblings, and is not shrunk. */
    public PeerGroup peerGroupOfTotal() {
        return PeerGroup.of(query.terms(), everything, List.of(), window);
    }
}
