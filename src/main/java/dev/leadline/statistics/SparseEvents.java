package dev.leadline.statistics;

import java.util.Arrays;

/**
 * Amounts by cohort day and lag: parallel arrays, in the order in which they were added; frozen once its table is
 * built.
 */
final class SparseEvents {

    private static final int LEAST = 16;

    private int[] cohorts;
    private int[] lags;
    private double[] amounts;
    private int size;

    /** @param expected how many are expected; more are taken too */
    SparseEvents(int expected) {
        int capacity = Math.max(LEAST, expected);
        cohorts = new int[capacity];
        lags = new int[capacity];
        amounts = new double[capacity];
    }

    void add(int cohort, int lag, double amount) {
        if (size == cohorts.length) {
            int capacity = 2 * size;
            cohorts = Arrays.copyOf(cohorts, capacity);
            lags = Arrays.copyOf(lags, capacity);
            amounts = Arrays.copyOf(amounts, capacity);
        }
        cohorts[size] = cohort;
        lags[size] = lag;
        amounts[size] = amount;
        size++;
    }

    int size() {
        return size;
    }

    int cohort(int event) {
        return cohorts[event];
    }

    int lag(int event) {
        return lags[event];
    }

    double amount(int event) {
        return amounts[event];
    }
}
