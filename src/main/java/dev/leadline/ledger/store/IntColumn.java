package dev.leadline.ledger.store;

import java.util.Arrays;

/** A growing column of ints. */
public final class IntColumn {

    private int[] values = new int[16];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    public int get(int row) {
        return values[row];
    }

    public void removeLast() {
        size--;
    }

    public int size() {
        return size;
    }

    /** A copy of what it holds. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
