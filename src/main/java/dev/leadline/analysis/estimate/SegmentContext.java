package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Spending;

/**
 * What an estimate is of: a segment among its peers, over the cohorts of a window.
 *
 * @param segment whose records are judged
 * @param peerGroup what it shares with its peers
 * @param window the cohorts, and as of when
 * @param spending how much of the spend that no row assigns to a segment is taken for its own
 */
public record SegmentContext(SegmentLedger segment, PeerGroup peerGroup, Window window, Spending spending) {

    /** Where such spend is shared by inquiries. */
    public SegmentContext(SegmentLedger segment, PeerGroup peerGroup, Window window) {
        this(segment, peerGroup, window, Spending.SHARED);
    }

    SegmentContext at(Spending other) {
        return new SegmentContext(segment, peerGroup, window, other);
    }

    /** Spend of some days, both included, without those left out. */
    double spend(int from, int to, Omission omission) {
        return segment.spend(from, to, omission, spending);
    }
}
