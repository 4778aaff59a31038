package dev.leadline.ledger.store;

import java.util.Arrays;

/** A growing column of ints. */
public final class IntColumn {

    private int[] values = new int[16];
    private int size;

    /** Adds a row. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** The value of a row that has been added. */
    public int get(int row) {
        return values[row];
    }

    /** Takes the last row away. */
    public void removeLast() {
        size--;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** A copy of what it holds. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
