package dev.leadline.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How some spend is shared between the parts of a cut. Whole units are shared out cell by cell, in an order that no cut
 * changes: so the parts of any cut sum to the same whole, and those of a finer cut to those of a coarser one, exactly.
 */
final class SpendShares {

    /** One part of the cut, with its inquiries. */
    private static final class Part {
        /** Null where the filter drops the part. */
        private final SegmentLedgerBuilder segment;

        private long inquiries;

        private Part(SegmentLedgerBuilder segment) {
            this.segment = segment;
        }
    }

    /** Takes the cells one by one in their order; a single one takes everything, with or without inquiries. */
    static final class Builder {

        private final Map<Integer, Part> byNumber = new HashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Part> partOfShare = new ArrayList<>();
        private final LongColumn inquiries = new LongColumn();

        /**
         * @param part its number
         * @param segment where the part's spend goes; null if the filter drops it
         */
        void add(int part, SegmentLedgerBuilder segment, long count) {
            Part owner = byNumber.computeIfAbsent(part, unknown -> {
                parts.add(new Part(segment));
                return parts.get(parts.size() - 1);
            });
            owner.inquiries += count;
            partOfShare.add(owner);
            inquiries.add(count);
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        SpendShares build() {
            return new SpendShares(this);
        }
    }

    private final List<Part> parts;
    private final List<Part> partOfShare;
    private final long[] inquiriesOfShare;
    private final long inquiries;

    private SpendShares(Builder builder) {
        this.parts = builder.parts;
        this.partOfShare = builder.partOfShare;
        this.inquiriesOfShare = builder.inquiries.toArray();
        this.inquiries = parts.stream().mapToLong(part -> part.inquiries).sum();
    }

    void addDay(int day, double amount) {
        for (Part part : parts) {
            if (part.segment != null) {
                part.segment.spend[day] += parts.size() == 1 ? amount : amount * part.inquiries / inquiries;
            }
        }
    }

    /** Shares the units of the window: each cell gets what brings the running total to its rounded-down due. */
    void addWindow(Money.Sum sum) {
        BigInteger units = sum.units();
        if (partOfShare.size() == 1) {
            give(0, units);
        } else if (units.bitLength() + BigInteger.valueOf(inquiries).bitLength() < Long.SIZE) {
            share(units.longValueExact());
        } else {
            share(units);
        }
    }

    private void share(long units) {
        long given = 0;
        long passed = 0;
        for (int share = 0; share < inquiriesOfShare.length; share++) {
            passed += inquiriesOfShare[share];
            long due = units * passed / inquiries;
            Part part = partOfShare.get(share);
            if (part.segment != null) {
                part.segment.windowSpend.add(due - given);
                part.segment.allocated |= parts.size() > 1 && due != given;
            }
            given = due;
        }
    }

    private void share(BigInteger units) {
        BigInteger given = BigInteger.ZERO;
        long passed = 0;
        for (int share = 0; share < inquiriesOfShare.length; share++) {
            passed += inquiriesOfShare[share];
            BigInteger due = units.multiply(BigInteger.valueOf(passed)).divide(BigInteger.valueOf(inquiries));
            give(share, due.subtract(given));
            given = due;
        }
    }

    private void give(int share, BigInteger units) {
        SegmentLedgerBuilder segment = partOfShare.get(share).segment;
        if (segment != null) {
            segment.windowSpend.addUnits(units);
            segment.allocated |= parts.size() > 1 && units.signum() != 0;
        }
    }
}
