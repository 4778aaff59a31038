package dev.leadline.ledger.segment;

import dev.leadline.ledger.store.DealColumns;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.platform.money.Money;
import java.util.BitSet;

/** Gathers what belongs to one segment. */
final class SegmentSums {

    final Segment segment;
    /** The segment's number in its segmentation. */
    final int number;

    final Ledger ledger;
    final long[] inquiries;
    final long[] invalid;
    final double[] spend;
    final Money.Sum windowSpend = new Money.Sum();
    /** The days of which it is on record that nothing was spent. */
    final BitSet zeroSpend = new BitSet();

    DealColumns deals = DealColumns.NONE;
    boolean allocated;
    /** By day what of the spend is only its share of what was spent for it and others; null where nothing is. */
    double[] shared;
    /** By day all that was spent for it and others; null where nothing was. */
    double[] common;

    SegmentSums(Segment segment, int number, Ledger ledger) {
        this.segment = segment;
        this.number = number;
        this.ledger = ledger;
        this.inquiries = new long[ledger.days()];
        this.invalid = new long[ledger.days()];
        this.spend = new double[ledger.days()];
    }

    /** Adds spend that other segments have a share of too. */
    void addCommon(double[] spent, double share) {
        if (common == null) {
            shared = new double[spent.length];
            common = new double[spent.length];
        }
        for (int day = 0; day < spent.length; day++) {
            shared[day] += share * spent[day];
            common[day] += spent[day];
        }
    }

    /** Whether all spend of the window is 0, and that is on record. */
    boolean isFree(int from, int to) {
        int zero = zeroSpend.nextSetBit(from);
        return zero >= 0 && zero <= to && windowSpend.units().signum() == 0;
    }

    boolean hasRecords() {
        for (int day = 0; day < inquiries.length; day++) {
            if (inquiries[day] > 0 || invalid[day] > 0 || spend[day] > 0) {
                return true;
            }
        }
        return false;
    }
}
