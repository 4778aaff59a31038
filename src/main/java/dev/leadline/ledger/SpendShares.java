package dev.leadline.ledger;

import java.math.BigInteger;
import java.util.List;

/** How spend of one key is shared between the parts of a cut. Shares of whole units sum to the whole, exactly. */
final class SpendShares {

    /** One part of the cut, with its inquiries. */
    static final class Part {
        private final SegmentLedgerBuilder segment;
        long inquiries;

        /** @param segment where the part's spend goes; null if the filter drops the part */
        Part(SegmentLedgerBuilder segment) {
            this.segment = segment;
        }
    }

    private final List<Part> parts;
    private final long inquiries;

    SpendShares(List<Part> parts) {
        this.parts = parts;
        this.inquiries = parts.stream().mapToLong(part -> part.inquiries).sum();
    }

    void addDay(int day, double amount) {
        for (Part part : parts) {
            if (part.segment != null) {
                part.segment.spendOfDay(day, inquiries == 0 ? amount : amount * part.inquiries / inquiries);
            }
        }
    }

    /** Shares the units of the window: each part gets what brings the running total to its rounded-down due. */
    void addWindow(BigInteger units) {
        boolean shared = parts.size() > 1;
        BigInteger given = BigInteger.ZERO;
        long passed = 0;
        for (Part part : parts) {
            passed += part.inquiries;
            BigInteger due = inquiries == 0
                    ? units
                    : units.multiply(BigInteger.valueOf(passed)).divide(BigInteger.valueOf(inquiries));
            if (part.segment != null) {
                part.segment.spendOfWindow(due.subtract(given), shared);
            }
            given = due;
        }
    }
}
