package dev.leadline.ledger.segment;

import dev.leadline.platform.money.Money;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How some spend is shared between the parts of a grouping. Whole units are shared out cell by cell, in an order that no grouping
 * changes: so the parts of any grouping sum to the same whole, and those of a finer grouping to those of a coarser one, exactly.
 */
final class SpendAllocation {

    /** What is shared of the window. */
    final Money.Sum window = new Money.Sum();

    /** By part its segment; -1 where the filter drops it. */
    private final int[] segmentOfPart;
    /** By share, which is a cell's: its part. */
    private final int[] partOfShare;

    private final long[] inquiriesOfShare;
    private final long[] inquiriesOfPart;
    private final long inquiries;
    /** Whether several segments have a part of it, or one and what the filter drops. */
    private final boolean common;
    /** By day of the ledger what is shared. */
    private final double[] spent;
    /** The days with a row that is 0. */
    private final BitSet zero = new BitSet();

    /**
     * A single share takes everything, with or without inquiries.
     *
     * @param days of the ledger
     */
    SpendAllocation(int[] segmentOfPart, int[] partOfShare, long[] inquiriesOfShare, int days) {
        this.spent = new double[days];
        this.segmentOfPart = segmentOfPart;
        this.common = Arrays.stream(segmentOfPart).distinct().count() > 1;
        this.partOfShare = partOfShare;
        this.inquiriesOfShare = inquiriesOfShare;
        this.inquiriesOfPart = new long[segmentOfPart.length];
        long sum = 0;
        for (int share = 0; share < partOfShare.length; share++) {
            inquiriesOfPart[partOfShare[share]] += inquiriesOfShare[share];
            sum += inquiriesOfShare[share];
        }
        this.inquiries = sum;
    }

    /** Adds to what was spent that day. */
    void spend(int day, double amount) {
        spent[day] += amount;
        if (amount == 0) {
            zero.set(day);
        }
    }

    /** Adds what each segment has of each day's amount to what it spent that day. */
    void shareDays(List<SegmentSums> segments) {
        for (int part = 0; part < segmentOfPart.length; part++) {
            if (segmentOfPart[part] >= 0) {
                addShare(share(part), segments.get(segmentOfPart[part]).spend);
                segments.get(segmentOfPart[part]).zeroSpend.or(zero);
            }
        }
        if (common) {
            shareCommonDays(segments);
        }
    }

    private double share(int part) {
        return segmentOfPart.length == 1 ? 1 : (double) inquiriesOfPart[part] / inquiries;
    }

    /** Tells each segment once what it has in common with others, however many parts are its own. */
    private void shareCommonDays(List<SegmentSums> segments) {
        Map<Integer, Double> shares = new TreeMap<>();
        for (int part = 0; part < segmentOfPart.length; part++) {
            if (segmentOfPart[part] >= 0) {
                shares.merge(segmentOfPart[part], share(part), Double::sum);
            }
        }
        shares.forEach((segment, share) -> segments.get(segment).addCommon(spent, share));
    }

    private void addShare(double share, double[] sum) {
        for (int day = 0; day < spent.length; day++) {
            sum[day] += share * spent[day];
        }
    }

    /** Shares the units of the window: each cell gets what brings the running total to its rounded-down due. */
    void shareWindow(List<SegmentSums> segments) {
        BigInteger units = window.units();
        if (partOfShare.length == 1) {
            give(0, units, segments);
        } else if (units.bitLength() + BigInteger.valueOf(inquiries).bitLength() < Long.SIZE) {
            share(units.longValueExact(), segments);
        } else {
            share(units, segments);
        }
    }

    private void share(long units, List<SegmentSums> segments) {
        long given = 0;
        long passed = 0;
        for (int share = 0; share < inquiriesOfShare.length; share++) {
            passed += inquiriesOfShare[share];
            long due = units * passed / inquiries;
            int segment = segmentOfPart[partOfShare[share]];
            if (segment >= 0) {
                segments.get(segment).windowSpend.add(due - given);
                segments.get(segment).allocated |= common && due != given;
            }
            given = due;
        }
    }

    private void share(BigInteger units, List<SegmentSums> segments) {
        BigInteger given = BigInteger.ZERO;
        long passed = 0;
        for (int share = 0; share < inquiriesOfShare.length; share++) {
            passed += inquiriesOfShare[share];
            BigInteger due = units.multiply(BigInteger.valueOf(passed)).divide(BigInteger.valueOf(inquiries));
            give(share, due.subtract(given), segments);
            given = due;
        }
    }

    private void give(int share, BigInteger units, List<SegmentSums> segments) {
        int segment = segmentOfPart[partOfShare[share]];
        if (segment >= 0) {
            segments.get(segment).windowSpend.addUnits(units);
            segments.get(segment).allocated |= common && units.signum() != 0;
        }
    }
}
