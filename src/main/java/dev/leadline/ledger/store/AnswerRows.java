package dev.leadline.ledger.store;

/**
 * First answers to inquiries received on one day, one by one.
 *
 * @param cell by row: of the inquiry
 * @param answeredDay by row, from 1970-01-01
 * @param log by row: ln(hours waited) in {@link #MICROS}
 * @param invalidFrom by row, as in {@link InquiryRows}; {@link DayRecords#NEVER} for valid inquiries
 */
public record AnswerRows(int[] cell, int[] answeredDay, int[] log, int[] invalidFrom) {

    /** Logarithms are kept in millionths, for whole numbers have the same sum in any order. */
    public static final double MICROS = 1e-6;

    static final AnswerRows NONE = new AnswerRows(new int[0], new int[0], new int[0], new int[0]);

    /** How many rows there are. */
    public int size() {
        return cell.length;
    }

    /** Whether a row counts at the end of a day. */
    public boolean isKnown(int row, int asOf) {
        return answeredDay[row] <= asOf && invalidFrom[row] > asOf;
    }

    long bytes() {
        return 16L * cell.length;
    }
}
