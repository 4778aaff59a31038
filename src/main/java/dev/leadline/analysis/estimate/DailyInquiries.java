package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.OverDispersion;

/** How the daily inquiries of a segment vary: over the days with spend, or over all where there is none at all. */
final class DailyInquiries {

    private final SegmentLedger segment;
    private final boolean paid;
    private final Omission omission;

    /**
     * @param from first day judged, {@code to} the last
     * @param omission days that are left out
     */
    DailyInquiries(SegmentLedger segment, int from, int to, Omission omission) {
        this.segment = segment;
        this.paid = segment.spend(from, to, omission) > 0;
        this.omission = omission;
    }

    /** Of some of the days, both ends included. */
    OverDispersion dispersion(int from, int to) {
        long[] counts = new long[Math.max(0, to - from + 1)];
        boolean[] used = new boolean[counts.length];
        for (int day = from; day <= to; day++) {
            counts[day - from] = segment.inquiries(day);
            used[day - from] = !omission.omitsDay(day) && (!paid || segment.spend(day) > 0);
        }
        return OverDispersion.of(
                counts, segment.ledger().day(from).getDayOfWeek().getValue(), used);
    }
}
