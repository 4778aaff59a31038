package dev.leadline.ledger.store;

import java.util.Arrays;

/** A growing column of longs. */
final class LongColumn {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** A copy of what it holds. */
    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
