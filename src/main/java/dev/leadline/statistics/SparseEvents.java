package dev.leadline.statistics;

import java.util.Arrays;

/**
 * Amounts by cohort day and lag: parallel arrays, in the order in which they were added; frozen once its table is
 * built.
 */
final class SparseEvents {

    /** Places at first, however few are expected. */
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

    /**
     * @param cohort the day of the cohort, an index
     * @param lag in days, not negative
     */
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

    /** How many amounts there are. */
    int size() {
        return size;
    }

    /** The cohort day of an amount, by its number. */
    int cohort(int event) {
        return cohorts[event];
    }

    /** Its lag in days. */
    int lag(int event) {
        return lags[event];
    }

    /** The amount itself. */
    double amount(int event) {
        return amounts[event];
    }
}
