package dev.leadline.analysis.stability;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;

/**
 * The days on which a segment was promoted: those with spend; in a segment without any spend all days from its first inquiry
 * on.
 */
final class ActiveDays {

    private final SegmentLedger segment;
    private final boolean paid;
    private final int first;

    ActiveDays(SegmentLedger segment, int asOf) {
        this.segment = segment;
        this.paid = segment.spend(0, asOf, Omission.NONE) > 0;
        this.first = segment.firstActiveDay();
    }

    boolean include(int day) {
        return paid ? segment.spend(day) > 0 : first >= 0 && day >= first;
    }
}
