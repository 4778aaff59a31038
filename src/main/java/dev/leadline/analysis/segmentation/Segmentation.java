package dev.leadline.analysis.segmentation;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger divided into segments as a query asks. A filter chooses what is shown: what is said of a segment, and what it is compared
 * with, comes of the whole workspace, divided by the grouping and by what the filter names. So {@code product=Valve body} says what
 * {@code groupBy=product} says of that product.
 *
 * @param query what is asked
 * @param ledger the workspace's records as of the query's day
 * @param window the query's window in the ledger's days
 * @param everything the whole workspace
 * @param siblings all segments of that division, those that the filter does not show too; none without grouping and filter
 * @param total all that passes the filter, as one segment
 * @param siblingsOfTotal the workspace divided by what the filter names alone, the total among them; none without a filter
 */
public record Segmentation(
        AnalysisQuery query,
        Ledger ledger,
        Window window,
        SegmentLedger everything,
        List<SegmentLedger> siblings,
        SegmentLedger total,
        List<SegmentLedger> siblingsOfTotal) {

    /**
     * Where a filter would divide the workspace into more parts than this, the segments stand among those alone that pass it: to
     * keep them all would take more memory and time than a narrower question may.
     */
    static final int MOST_PARTS = 5_000;

    /** For the window of the query. */
    public static Segmentation of(AnalysisQuery query, Ledger ledger) {
        return of(query, ledger, query.from(), query.to());
    }

    /** For another window, by whose inquiries spend is shared. */
    public static Segmentation of(AnalysisQuery query, Ledger ledger, LocalDate from, LocalDate to) {
        Window window = new Window(ledger.index(from), ledger.index(to), ledger.index(query.asOf()));
        SegmentLedger everything = Segmenter.total(ledger, Filter.NONE, window.from(), window.to());
        List<SegmentLedger> siblings = siblings(query.groupBy(), query.filter(), ledger, window);
        List<SegmentLedger> siblingsOfTotal =
                query.groupBy().isEmpty() ? siblings : siblings(List.of(), query.filter(), ledger, window);
        return new Segmentation(
                query,
                ledger,
                window,
                everything,
                siblings,
                query.filter().equals(Filter.NONE)
                        ? everything
                        : siblingsOfTotal.stream()
                                .filter(sibling -> query.filter().accepts(sibling.segment()))
                                .findFirst()
                                .orElseGet(() -> Segmenter.total(ledger, query.filter(), window.from(), window.to())),
                siblingsOfTotal);
    }

    private static List<SegmentLedger> siblings(List<Dimension> groupBy, Filter filter, Ledger ledger, Window window) {
        Filter beside = filter.without(groupBy);
        if (groupBy.isEmpty() && beside.equals(Filter.NONE)) {
            return List.of();
        }
        return !beside.equals(Filter.NONE) && Segmenter.parts(ledger, groupBy, beside) > MOST_PARTS
                ? Segmenter.of(ledger, groupBy, beside, window.from(), window.to())
                : Segmenter.withRest(ledger, groupBy, beside, window.from(), window.to());
    }

    /** The segments of the grouping that pass the filter and have inquiries enough; none without a grouping. */
    public List<SegmentLedger> segments() {
        return query.groupBy().isEmpty()
                ? List.of()
                : siblings.stream()
                        .filter(s -> query.filter().accepts(s.segment()))
                        .filter(s -> s.inquiries(window.from(), window.lastKnown()) >= query.minInquiries())
                        .toList();
    }

    /** All that are compared with each other; without a grouping the total is among them, with records or without. */
    public List<SegmentLedger> compared() {
        if (!query.groupBy().isEmpty() || siblings.contains(total)) {
            return siblings;
        }
        List<SegmentLedger> compared = new ArrayList<>(siblings);
        compared.add(total);
        return compared;
    }

    /** What the segments share, judged over the query's window. */
    public PeerGroup peerGroup() {
        return PeerGroup.of(query.terms(), everything, siblings, window);
    }

    /** What stands behind the figures of the total, from what the segments share: without a filter it has no siblings. */
    public PeerGroup peerGroupOfTotal(PeerGroup ofSegments) {
        return query.groupBy().isEmpty() ? ofSegments : ofSegments.among(siblingsOfTotal, window);
    }

    /** What every segment shares with the whole workspace, as the timing of deals. */
    public PeerGroup peerGroupOfWorkspace() {
        return PeerGroup.of(query.terms(), everything, List.of(), window);
    }

    /** How its segments are shown. */
    public SegmentView view() {
        return new SegmentView(query, ledger);
    }
}
