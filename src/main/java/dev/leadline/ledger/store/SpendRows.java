package dev.leadline.ledger.store;

import dev.leadline.platform.money.Money;

/**
 * Spend of one day. A row that names no region, industry or market segment has the cell that says nothing of them.
 *
 * @param cell by row
 * @param amount by row, in units of {@link Money}
 */
public record SpendRows(int[] cell, long[] amount) {

    static final SpendRows NONE = new SpendRows(new int[0], new long[0]);

    /** How many rows there are. */
    public int size() {
        return cell.length;
    }

    long bytes() {
        return 12L * cell.length;
    }
}
