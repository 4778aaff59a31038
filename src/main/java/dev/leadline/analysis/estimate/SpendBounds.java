package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Spending;

/**
 * Between what a segment's spend lies where a part of it was spent for other segments too and is shared out by inquiries.
 *
 * @param last the last day of the spend
 * @param omission what is left out
 */
record SpendBounds(SegmentLedger segment, int last, Omission omission) {

    private static final String COST_NOT_KNOWN =
            "Most of this is an average: it was spent for other segments too, and what it was for this one is not on record."
                    + " Post spend with region, industry or market segment.";

    /** By so much of the spend at most the truth may lie off what is shared, and the bounds still say something. */
    private static final double SMALL_DOUBT = 0.1;

    /** Whether too much of what was spent since a day is only a share: then the true cost may be up to several times as much. */
    boolean tellNothing(int from) {
        return spend(from, Spending.MOST) - spend(from, Spending.LEAST) > SMALL_DOUBT * shared(from);
    }

    /** How much as much as is shared out would have been spent since a day. */
    double ratio(int from, Spending spending) {
        double shared = shared(from);
        return shared == 0 ? 1 : spend(from, spending) / shared;
    }

    /** A figure that depends on what was spent since a day: without bounds where that is not known. */
    Estimate applied(int from, Estimate figure) {
        return figure.estimate() != null && tellNothing(from)
                ? Estimate.withoutBounds(figure.estimate(), figure.level(), figure.method(), COST_NOT_KNOWN)
                : figure;
    }

    private double shared(int from) {
        return segment.spend(from, last, omission);
    }

    private double spend(int from, Spending spending) {
        return segment.spend(from, last, omission, spending);
    }
}
