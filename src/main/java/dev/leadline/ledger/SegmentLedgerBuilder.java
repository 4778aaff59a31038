package dev.leadline.ledger;

import java.math.BigInteger;

/** Gathers what belongs to one segment. */
final class SegmentLedgerBuilder {

    final Segment segment;
    final Ledger ledger;
    final long[] inquiries;
    final long[] invalid;
    final double[] spend;
    final Money.Sum windowSpend = new Money.Sum();
    final IntColumn inquiryRows = new IntColumn();
    final IntColumn deals = new IntColumn();
    final IntColumn responses = new IntColumn();
    boolean allocated;

    SegmentLedgerBuilder(Segment segment, Ledger ledger) {
        this.segment = segment;
        this.ledger = ledger;
        this.inquiries = new long[ledger.days()];
        this.invalid = new long[ledger.days()];
        this.spend = new double[ledger.days()];
    }

    void spendOfDay(int day, double amount) {
        spend[day] += amount;
    }

    void spendOfWindow(BigInteger units, boolean shared) {
        windowSpend.addUnits(units);
        allocated |= shared && units.signum() != 0;
    }

    SegmentLedger build() {
        return new SegmentLedger(this);
    }
}
