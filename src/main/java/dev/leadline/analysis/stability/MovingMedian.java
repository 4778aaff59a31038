package dev.leadline.analysis.stability;

import java.util.Arrays;

/** What rate is usual about a week: the median of the weeks around, so that a series that grows departs from nothing. */
final class MovingMedian {

    /** Weeks on either side. */
    private static final int REACH = 6;

    private MovingMedian() {}

    /** By week; 0 where no week around has any exposure. */
    static double[] of(double[] counts, double[] exposures) {
        double[] rates = new double[counts.length];
        Arrays.setAll(rates, week -> exposures[week] > 0 ? counts[week] / exposures[week] : Double.NaN);
        double[] usual = new double[counts.length];
        double[] sorted = new double[2 * REACH + 1];
        int size = 0;
        for (int week = -REACH; week < counts.length; week++) {
            size = remove(sorted, size, rates, week - REACH - 1);
            size = insert(sorted, size, week + REACH < rates.length ? rates[week + REACH] : Double.NaN);
            if (week >= 0 && size > 0) {
                usual[week] = middle(sorted, size);
            }
        }
        return usual;
    }

    /** The rate usual about one week, as {@link #of} has it. */
    static double at(double[] counts, double[] exposures, int week) {
        double[] sorted = new double[2 * REACH + 1];
        int size = 0;
        for (int i = Math.max(0, week - REACH); i <= Math.min(week + REACH, counts.length - 1); i++) {
            size = insert(sorted, size, exposures[i] > 0 ? counts[i] / exposures[i] : Double.NaN);
        }
        return size == 0 ? 0 : middle(sorted, size);
    }

    private static double middle(double[] sorted, int size) {
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    /** @param rate NaN where there is none */
    private static int insert(double[] sorted, int size, double rate) {
        if (Double.isNaN(rate)) {
            return size;
        }
        int at = size;
        while (at > 0 && sorted[at - 1] > rate) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = rate;
        return size + 1;
    }

    private static int remove(double[] sorted, int size, double[] rates, int week) {
        if (week < 0 || Double.isNaN(rates[week])) {
            return size;
        }
        int at = 0;
        while (sorted[at] != rates[week]) {
            at++;
        }
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        return size - 1;
    }
}
