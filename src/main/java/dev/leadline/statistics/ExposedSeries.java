package dev.leadline.statistics;

import java.util.Arrays;

/** The points of a series of counts that have exposure, with their places in it. */
record ExposedSeries(int[] index, double[] count, double[] exposure) {

    /** @throws IllegalArgumentException if a value is negative or not finite, or the lengths differ */
    static ExposedSeries of(double[] counts, double[] exposures) {
        Check.sameLength(counts, exposures, "counts and exposures");
        int[] index = new int[counts.length];
        double[] count = new double[counts.length];
        double[] exposure = new double[counts.length];
        int points = 0;
        for (int i = 0; i < counts.length; i++) {
            Check.nonNegative(counts[i], "counts");
            if (Check.nonNegative(exposures[i], "exposures") > 0) {
                index[points] = i;
                count[points] = counts[i];
                exposure[points++] = exposures[i];
            }
        }
        return new ExposedSeries(
                Arrays.copyOf(index, points), Arrays.copyOf(count, points), Arrays.copyOf(exposure, points));
    }

    int points() {
        return index.length;
    }
}
