package dev.leadline.ledger.segment;

import dev.leadline.ledger.store.DealColumns;
import dev.leadline.platform.money.Money;

/**
 * Goes through all deals of a segment that had closed by the ledger's as-of day, cancelled ones too, and tells what happened to each
 * and when. It stands before the first deal until {@link #next()} is called. Days are indexes of the ledger; one on which nothing
 * has happened yet lies behind its last. Amounts are in units of {@link Money}. One object serves for all deals, so it must not be
 * kept.
 */
public final class DealEvents {

    private final DealColumns deals;
    private int row = -1;

    DealEvents(DealColumns deals) {
        this.deals = deals;
    }

    /** Moves to the next deal; false if there is none. */
    public boolean next() {
        return ++row < deals.size();
    }

    /** The day it closed. */
    public int closedDay() {
        return deals.closedDay[row];
    }

    /** What it was closed for. */
    public long revenueUnits() {
        return deals.revenue[row];
    }

    /** What it was to earn when it closed. */
    public long marginUnits() {
        return deals.margin[row];
    }

    /** The day on which some of it was given back; what is given back of a deal that is cancelled already went with that. */
    public int refundedDay() {
        return deals.refundedDay[row] <= deals.cancelledDay[row] ? deals.refundedDay[row] : Integer.MAX_VALUE;
    }

    /** What was given back, of revenue and margin alike. */
    public long refundedUnits() {
        return deals.refunded[row];
    }

    /** The day it was cancelled. */
    public int cancelledDay() {
        return deals.cancelledDay[row];
    }

    /** What of the revenue was lost by that: what had not been given back before. */
    public long cancelledRevenueUnits() {
        return deals.revenue[row] - refundedBefore();
    }

    /** The same of the margin. */
    public long cancelledMarginUnits() {
        return deals.margin[row] - refundedBefore();
    }

    private long refundedBefore() {
        return refundedDay() <= deals.cancelledDay[row] ? deals.refunded[row] : 0;
    }
}
