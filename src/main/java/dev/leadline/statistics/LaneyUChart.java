package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Laney's u' chart: counts per unit of exposure (inquiries per week, inquiries per unit of spend, deals per expected
 * deal) whose limits take the over-dispersion between points into account.
 *
 * <p>With rate u = sum of counts / sum of exposures: z_i = (u_i - u) / sqrt(u / e_i), sigma_z = max(1, mean moving
 * range of z / 1.128), limits u +- 3 sigma_z sqrt(u / e_i), the lower one not below 0.
 *
 * <p>Source: D. B. Laney (2002), Improved control charts for attributes, Quality Engineering 14, 531-537.
 */
public final class LaneyUChart {

    /** Mean range of two draws from a normal distribution, in its standard deviations. */
    static final double MEAN_RANGE_OF_TWO = 1.128;

    /** The limits lie so many standard deviations from the centre, as W. A. Shewhart (1931) set them. */
    private static final double LIMIT_SCORE = 3;

    private LaneyUChart() {}

    /**
     * Draws the chart. Points without exposure are skipped and keep their index; the runs and moving ranges go on
     * over the gap. To start the baseline anew at some index, set the exposures before it to 0.
     *
     * @param counts counts, real and not negative
     * @param exposures what each count arose from, real and not negative; as long as {@code counts}
     * @return the chart, its values being counts per unit of exposure
     * @throws IllegalArgumentException if a value is negative or not finite, or the lengths differ
     */
    public static ControlChart of(double[] counts, double[] exposures) {
        double centre = centre(counts, exposures);
        double sigmaZ = sigmaZ(counts, exposures, centre);
        List<ControlChart.Point> points = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (exposures[i] > 0) {
                double width = LIMIT_SCORE * sigmaZ * Math.sqrt(centre / exposures[i]);
                points.add(new ControlChart.Point(
                        i, counts[i] / exposures[i], centre, Math.max(0, centre - width), centre + width));
            }
        }
        return ControlChart.of(points, centre, sigmaZ);
    }

    /**
     * Which points lie farther from the centre than so many standard deviations, without drawing the chart.
     *
     * @param counts as in {@link #of}
     * @param exposures as in {@link #of}
     * @param score standard deviations; the limits of the chart are 3 away
     * @return their indices, ascending
     * @throws IllegalArgumentException as in {@link #of}
     */
    public static int[] beyond(double[] counts, double[] exposures, double score) {
        double centre = centre(counts, exposures);
        double deviation = sigmaZ(counts, exposures, centre) * Math.sqrt(centre);
        int[] beyond = new int[counts.length];
        int found = 0;
        for (int i = 0; i < counts.length; i++) {
            double departure = Math.abs(counts[i] - centre * exposures[i]);
            if (exposures[i] > 0 && departure > score * deviation * Math.sqrt(exposures[i])) {
                beyond[found++] = i;
            }
        }
        return Arrays.copyOf(beyond, found);
    }

    private static double centre(double[] counts, double[] exposures) {
        Check.sameLength(counts, exposures, "counts and exposures");
        double count = 0;
        double exposure = 0;
        for (int i = 0; i < counts.length; i++) {
            Check.nonNegative(counts[i], "counts");
            if (Check.nonNegative(exposures[i], "exposures") > 0) {
                count += counts[i];
                exposure += exposures[i];
            }
        }
        return exposure == 0 ? 0 : count / exposure;
    }

    private static double sigmaZ(double[] counts, double[] exposures, double centre) {
        double sum = 0;
        int ranges = 0;
        double previous = Double.NaN;
        for (int i = 0; i < counts.length && centre > 0; i++) {
            if (exposures[i] > 0) {
                double z = (counts[i] - centre * exposures[i]) / Math.sqrt(centre * exposures[i]);
                if (!Double.isNaN(previous)) {
                    sum += Math.abs(z - previous);
                    ranges++;
                }
                previous = z;
            }
        }
        return ranges == 0 ? 1 : Math.max(1, sum / ranges / MEAN_RANGE_OF_TWO);
    }
}
