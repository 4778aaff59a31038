package dev.leadline.statistics;

import java.util.Arrays;

/**
 * Amounts by cohort day and lag: parallel arrays, in the order in which they were added; frozen once its table is
 * built.
 */
final class SparseEvents {

    private int[] cohorts = new int[16];
    private int[] lags = new int[16];
    private double[] amounts = new double[16];
    private int size;

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
