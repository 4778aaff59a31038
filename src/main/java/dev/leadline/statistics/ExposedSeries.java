package dev.leadline.statistics;

import java.util.Arrays;

/** A series of counts with exposure: its points that have any. */
public final class ExposedSeries {

    private final int length;
    private final int[] index;
    private final double[] count;
    private final double[] exposure;
    private final double dispersion;

    private ExposedSeries(int length, int[] index, double[] count, double[] exposure) {
        this.length = length;
        this.index = index;
        this.count = count;
        this.exposure = exposure;
        this.dispersion = NeighbourDispersion.of(count, exposure);
    }

    /**
     * @param counts counts of consecutive weeks, real and not negative
     * @param exposures what each count arose from, real and not negative; as long as {@code counts}
     * @return the series
     * @throws IllegalArgumentException if a value is negative or not finite, or the lengths differ
     */
    public static ExposedSeries of(double[] counts, double[] exposures) {
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
                counts.length,
                Arrays.copyOf(index, points),
                Arrays.copyOf(count, points),
                Arrays.copyOf(exposure, points));
    }

    /** How many weeks there are, those without exposure too. */
    int length() {
        return length;
    }

    /** How many weeks have exposure. */
    int points() {
        return index.length;
    }

    /** By point its place among the weeks. */
    int[] index() {
        return index;
    }

    /** By point; not a copy. */
    double[] count() {
        return count;
    }

    /** What each count arose from, by point, above 0; not a copy. */
    double[] exposure() {
        return exposure;
    }

    /** See {@link NeighbourDispersion}. */
    double dispersion() {
        return dispersion;
    }
}
