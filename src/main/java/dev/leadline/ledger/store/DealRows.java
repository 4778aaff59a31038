package dev.leadline.ledger.store;

import dev.leadline.platform.money.Money;

/**
 * Deals whose inquiries were received on one day. Those of one inquiry stand together, in the order they closed. Days are
 * counted from 1970-01-01.
 *
 * @param cell by row: of the inquiry
 * @param inquiry by row: the inquiry's number among those of the day that have deals, from 0 on
 * @param lag by row, in days
 * @param closedDay by row
 * @param cancelledDay by row; {@link DayRecords#NEVER} unless cancelled
 * @param refundedDay by row; {@link DayRecords#NEVER} unless something was refunded
 * @param invalidFrom by row: of the inquiry, as in {@link InquiryRows}; {@link DayRecords#NEVER} for valid ones
 * @param recordedDay by row
 * @param revenue by row, in units of {@link Money}
 * @param margin by row, in units of {@link Money}
 * @param refunded by row, in units of {@link Money}
 */
record DealRows(
        int[] cell,
        int[] inquiry,
        int[] lag,
        int[] closedDay,
        int[] cancelledDay,
        int[] refundedDay,
        int[] invalidFrom,
        int[] recordedDay,
        long[] revenue,
        long[] margin,
        long[] refunded) {

    static final DealRows NONE = new DealRows(
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new long[0],
            new long[0],
            new long[0]);

    int size() {
        return cell.length;
    }

    /** Whether a row had closed by the end of a day, of an inquiry valid then. */
    boolean isKnown(int row, int asOf) {
        return closedDay[row] <= asOf && invalidFrom[row] > asOf;
    }

    long bytes() {
        return 56L * cell.length;
    }
}
