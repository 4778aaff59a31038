package dev.leadline.ledger.store;

/**
 * Inquiries received on one day, counted by cell. The first rows are valid for good: they are sorted by campaign, and each
 * campaign's sum is kept beside them. The rest turned invalid at some time; there is one of {@code invalidFrom} for each of them.
 *
 * @param cell by row
 * @param count by row
 * @param invalidFrom by row after the valid ones: the first day, from 1970-01-01, at whose end they are known to be invalid;
 *     {@link DayRecords#ALWAYS} for test inquiries and those recorded so
 * @param campaign the campaigns that have valid rows
 * @param campaignCount by place in {@code campaign}: the sum of its valid rows
 */
public record InquiryRows(int[] cell, int[] count, int[] invalidFrom, int[] campaign, int[] campaignCount) {

    static final InquiryRows NONE = new InquiryRows(new int[0], new int[0], new int[0], new int[0], new int[0]);

    /** How many rows are valid for good. */
    public int permanentlyValid() {
        return cell.length - invalidFrom.length;
    }

    /** How many rows there are, valid or not. */
    public int size() {
        return cell.length;
    }

    /** How many of a row's inquiries count as valid at the end of a day. */
    public int valid(int row, int asOf) {
        return row < permanentlyValid() || invalidFrom[row - permanentlyValid()] > asOf ? count[row] : 0;
    }

    long bytes() {
        return 4L * (2 * cell.length + invalidFrom.length + 2 * campaign.length);
    }
}
