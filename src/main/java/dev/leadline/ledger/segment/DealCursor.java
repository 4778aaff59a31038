package dev.leadline.ledger.segment;

import dev.leadline.ledger.store.DealColumns;
import dev.leadline.platform.money.Money;

/**
 * Goes through the deals of a segment that count as of a day, one after the other: those of one inquiry together, in the order they
 * closed. It stands before the first deal until {@link #next()} is called. One object serves for all deals, so it must not be kept.
 */
public final class DealCursor {

    private final DealColumns deals;
    private final int asOf;
    private final Omission omission;
    private int row = -1;
    private int inquiry = -1;
    private boolean first;

    DealCursor(DealColumns deals, int asOf, Omission omission) {
        this.deals = deals;
        this.asOf = asOf;
        this.omission = omission;
    }

    /** Moves to the next deal; false if there is none. */
    public boolean next() {
        while (++row < deals.size()) {
            if (counts()) {
                first = deals.inquiry[row] != inquiry;
                inquiry = deals.inquiry[row];
                return true;
            }
        }
        return false;
    }

    private boolean counts() {
        int cohort = deals.cohortDay[row];
        return deals.closedDay[row] <= asOf
                && deals.cancelledDay[row] > asOf
                && cohort <= asOf
                && deals.number[row] != omission.deal()
                && !omission.omitsDay(cohort);
    }

    /** The deal's number in the ledger. */
    public int number() {
        return deals.number[row];
    }

    /** The day on which its inquiry was received, an index of the ledger. */
    public int cohortDay() {
        return deals.cohortDay[row];
    }

    /** Days from its inquiry to its close. */
    public int lag() {
        return deals.lag[row];
    }

    /** Whether it is the first deal of its inquiry among those that count. */
    public boolean isFirst() {
        return first;
    }

    /** What is left of it as of the day, in units of {@link Money}. */
    public long revenueUnits() {
        return deals.revenue[row] - refundedUnits();
    }

    /** What is left of it as of the day, in units of {@link Money}. */
    public long marginUnits() {
        return deals.margin[row] - refundedUnits();
    }

    /** What is left of it as of the day, in the currency, to the nearest double. */
    public double margin() {
        return Money.approximate(marginUnits());
    }

    /** What was given back comes off the margin whole: the cost of the order stays. */
    private long refundedUnits() {
        return deals.refundedDay[row] <= asOf ? deals.refunded[row] : 0;
    }
}
