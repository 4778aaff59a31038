package dev.leadline.ledger;

/**
 * First answers to inquiries received on one day, one by one.
 *
 * @param cell by row: of the inquiry
 * @param answeredDay by row, from 1970-01-01
 * @param log by row: ln(hours waited) in {@link ResponseTimes#MICROS}
 * @param invalidFrom by row, as in {@link InquiryRows}; {@link DayRecords#NEVER} for valid inquiries
 */
record AnswerRows(int[] cell, int[] answeredDay, int[] log, int[] invalidFrom) {

    static final AnswerRows NONE = new AnswerRows(new int[0], new int[0], new int[0], new int[0]);

    int size() {
        return cell.length;
    }

    /** Whether a row counts at the end of a day. */
    boolean isKnown(int row, int asOf) {
        return answeredDay[row] <= asOf && invalidFrom[row] > asOf;
    }

    long bytes() {
        return 16L * cell.length;
    }
}
