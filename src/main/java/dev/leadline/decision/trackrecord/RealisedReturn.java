package dev.leadline.decision.trackrecord;

import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;

/**
 * What some days of a segment really brought.
 *
 * @param inquiries received on them
 * @param spend on them, in the currency
 * @param margin that counts, in the currency
 */
record RealisedReturn(long inquiries, double spend, double margin) {

    /** Of the inquiries of some days, both included, all margin within the horizon, as it is known on the ledger's last day. */
    static RealisedReturn ofCohorts(SegmentLedger segment, int from, int to, int horizon) {
        double margin = 0;
        int known = segment.ledger().days() - 1;
        for (DealCursor deal = segment.deals(known, Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= from && deal.cohortDay() <= to && deal.lag() <= horizon) {
                margin += deal.margin();
            }
        }
        return new RealisedReturn(segment.inquiries(from, to), segment.spend(from, to, Omission.NONE), margin);
    }

    /** Of some days, both included, what was closed and what was spent on them, whatever inquiries the deals came from. */
    static RealisedReturn ofSales(SegmentLedger segment, int from, int to) {
        double margin = 0;
        for (DealCursor deal = segment.deals(to, Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() + deal.lag() >= from) {
                margin += deal.margin();
            }
        }
        return new RealisedReturn(segment.inquiries(from, to), segment.spend(from, to, Omission.NONE), margin);
    }

    RealisedReturn plus(RealisedReturn other) {
        return new RealisedReturn(inquiries + other.inquiries, spend + other.spend, margin + other.margin);
    }

    /** Whether there was any spend for a return to be one on. */
    boolean isKnown() {
        return spend > 0;
    }

    /** margin / spend - 1; only where there was spend. */
    double roi() {
        return margin / spend - 1;
    }
}
