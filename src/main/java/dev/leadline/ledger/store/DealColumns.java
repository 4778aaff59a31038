package dev.leadline.ledger.store;

import dev.leadline.platform.money.Money;

/**
 * Deals of valid inquiries that had closed by the as-of day, column by column, by the day of their inquiry. Days are indexes of
 * the ledger.
 */
public final class DealColumns {

    /** No deals. */
    public static final DealColumns NONE = new DealColumns(0);

    /** The deal's number in the ledger. */
    public final int[] number;

    /** The cell of its inquiry. */
    public final int[] cell;
    /** The inquiry's number among those with deals. */
    public final int[] inquiry;

    /** The day of its inquiry. */
    public final int[] cohortDay;
    /** Days from its inquiry to its close. */
    public final int[] lag;
    /** The day it closed. */
    public final int[] closedDay;
    /** {@link DayRecords#NEVER} unless cancelled. */
    public final int[] cancelledDay;
    /** {@link DayRecords#NEVER} unless something was refunded. */
    public final int[] refundedDay;

    /** In units of {@link Money}. */
    public final long[] revenue;
    /** In units of {@link Money}. */
    public final long[] margin;
    /** In units of {@link Money}. */
    public final long[] refunded;

    private DealColumns(int size) {
        this.number = new int[size];
        this.cell = new int[size];
        this.inquiry = new int[size];
        this.cohortDay = new int[size];
        this.lag = new int[size];
        this.closedDay = new int[size];
        this.cancelledDay = new int[size];
        this.refundedDay = new int[size];
        this.revenue = new long[size];
        this.margin = new long[size];
        this.refunded = new long[size];
    }

    /**
     * @param first the ledger's first day, from 1970-01-01
     * @param asOf its last
     */
    static DealColumns of(DayRecords[] days, int first, int asOf) {
        int size = 0;
        for (DayRecords day : days) {
            for (int row = 0; row < day.deals().size(); row++) {
                size += day.deals().isKnown(row, asOf) ? 1 : 0;
            }
        }
        DealColumns columns = new DealColumns(size);
        int deal = 0;
        int inquiries = 0;
        for (int day = 0; day < days.length; day++) {
            DealRows rows = days[day].deals();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.isKnown(row, asOf)) {
                    columns.set(deal++, rows, row, inquiries + rows.inquiry()[row], day, first);
                }
            }
            inquiries += rows.size() == 0 ? 0 : rows.inquiry()[rows.size() - 1] + 1;
        }
        return columns;
    }

    private void set(int deal, DealRows rows, int row, int inquiryNumber, int day, int first) {
        number[deal] = deal;
        cell[deal] = rows.cell()[row];
        inquiry[deal] = inquiryNumber;
        cohortDay[deal] = day;
        lag[deal] = rows.lag()[row];
        closedDay[deal] = rows.closedDay()[row] - first;
        cancelledDay[deal] = indexOf(rows.cancelledDay()[row], first);
        refundedDay[deal] = indexOf(rows.refundedDay()[row], first);
        revenue[deal] = rows.revenue()[row];
        margin[deal] = rows.margin()[row];
        refunded[deal] = rows.refunded()[row];
    }

    private static int indexOf(int day, int first) {
        return day == DayRecords.NEVER ? DayRecords.NEVER : day - first;
    }

    /** Some of the deals, in the same order: read one after the other, they lie together. */
    public DealColumns select(int[] deals) {
        if (deals.length == size()) {
            return this;
        }
        DealColumns columns = new DealColumns(deals.length);
        for (int i = 0; i < deals.length; i++) {
            int deal = deals[i];
            columns.number[i] = number[deal];
            columns.cell[i] = cell[deal];
            columns.inquiry[i] = inquiry[deal];
            columns.cohortDay[i] = cohortDay[deal];
            columns.lag[i] = lag[deal];
            columns.closedDay[i] = closedDay[deal];
            columns.cancelledDay[i] = cancelledDay[deal];
            columns.refundedDay[i] = refundedDay[deal];
            columns.revenue[i] = revenue[deal];
            columns.margin[i] = margin[deal];
            columns.refunded[i] = refunded[deal];
        }
        return columns;
    }

    /** How many deals there are. */
    public int size() {
        return cell.length;
    }
}
