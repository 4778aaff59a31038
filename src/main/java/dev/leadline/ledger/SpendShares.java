package dev.leadline.ledger;

import java.math.BigInteger;
import java.util.List;

/**
 * How spend of one key is shared between the parts of a cut. Whole units are shared out cell by cell, in an order that no cut
 * changes: so the parts of any cut sum to the same whole, and those of a finer cut to those of a coarser one, exactly.
 */
final class SpendShares {

    /** One part of the cut, with its inquiries. */
    static final class Part {
        private final SegmentLedgerBuilder segment;
        private long inquiries;

        /** @param segment where the part's spend goes; null if the filter drops the part */
        Part(SegmentLedgerBuilder segment) {
            this.segment = segment;
        }
    }

    /** The inquiries of one cell and the part it belongs to. */
    record Share(Part part, long inquiries) {}

    private final List<Part> parts;
    private final List<Share> shares;
    private final long inquiries;

    /** @param shares in the order of their cells; a single one takes everything, with or without inquiries */
    SpendShares(List<Share> shares) {
        this.shares = shares;
        this.parts = shares.stream().map(Share::part).distinct().toList();
        shares.forEach(share -> share.part().inquiries += share.inquiries());
        this.inquiries = shares.stream().mapToLong(Share::inquiries).sum();
    }

    void addDay(int day, double amount) {
        for (Part part : parts) {
            if (part.segment != null) {
                part.segment.spendOfDay(day, parts.size() == 1 ? amount : amount * part.inquiries / inquiries);
            }
        }
    }

    /** Shares the units of the window: each cell gets what brings the running total to its rounded-down due. */
    void addWindow(BigInteger units) {
        BigInteger given = BigInteger.ZERO;
        long passed = 0;
        for (Share share : shares) {
            passed += share.inquiries();
            BigInteger due = shares.size() == 1
                    ? units
                    : units.multiply(BigInteger.valueOf(passed)).divide(BigInteger.valueOf(inquiries));
            if (share.part().segment != null) {
                share.part().segment.spendOfWindow(due.subtract(given), parts.size() > 1);
            }
            given = due;
        }
    }
}
