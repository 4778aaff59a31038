package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.SegmentLedger;

/**
 * What an estimate is of: a segment among its peers, over the cohorts of a window.
 *
 * @param segment whose records are judged
 * @param peerGroup what it shares with its peers
 * @param window the cohorts, and as of when
 */
public record SegmentContext(SegmentLedger segment, PeerGroup peerGroup, Window window) {}
