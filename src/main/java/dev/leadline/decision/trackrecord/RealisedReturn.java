package dev.leadline.decision.trackrecord;

import dev.leadline.ledger.Money;
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
        double[] margin = new double[1];
        int known = segment.ledger().days() - 1;
        segment.visitDeals(known, Omission.NONE, (deal, cohort, lag, first, revenue, units) -> {
            if (cohort >= from && cohort <= to && lag <= horizon) {
                margin[0] += Money.approximate(units);
            }
        });
        return new RealisedReturn(segment.inquiries(from, to), segment.spend(from, to, Omission.NONE), margin[0]);
    }

    /** Of some days, both included, what was closed and what was spent on them, whatever inquiries the deals came from. */
    static RealisedReturn ofSales(SegmentLedger segment, int from, int to) {
        double[] margin = new double[1];
        segment.visitDeals(to, Omission.NONE, (deal, cohort, lag, first, revenue, units) -> {
            if (cohort + lag >= from) {
                margin[0] += Money.approximate(units);
            }
        });
        return new RealisedReturn(segment.inquiries(from, to), segment.spend(from, to, Omission.NONE), margin[0]);
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
