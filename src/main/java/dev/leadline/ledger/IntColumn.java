package dev.leadline.ledger;

import java.util.Arrays;

/** A growing column of ints. */
final class IntColumn {

    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int row) {
        return values[row];
    }

    void removeLast() {
        size--;
    }

    int size() {
        return size;
    }

    /** A copy of what it holds. */
    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
