package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Chart of single values and moving ranges: mean +- 2.66 x mean moving range, moving ranges of at least 3.267 times
 * their mean screened out once, so that one spike does not hide itself by widening the limits.
 *
 * <p>Source: D. J. Wheeler (1993), Understanding Variation; the screening as in L. S. Nelson (1982), Control charts
 * for individual measurements, Journal of Quality Technology 14, 172-173.
 */
public final class XmrChart {

    private static final double LIMIT = 2.66;
    private static final double RANGE_LIMIT = 3.267;

    private XmrChart() {}

    /**
     * Draws the chart.
     *
     * @param values values in order of time, finite; NaN marks a missing one, which is skipped and keeps its index
     * @return the chart
     * @throws IllegalArgumentException if a value is infinite
     */
    public static ControlChart of(double[] values) {
        List<Integer> used = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += Check.finite(values[i], "values");
                used.add(i);
            }
        }
        double centre = used.isEmpty() ? 0 : sum / used.size();
        double[] ranges = new double[Math.max(0, used.size() - 1)];
        for (int j = 0; j < ranges.length; j++) {
            ranges[j] = Math.abs(values[used.get(j + 1)] - values[used.get(j)]);
        }
        double all = meanBelow(ranges, Double.POSITIVE_INFINITY);
        double width = LIMIT * meanBelow(ranges, all > 0 ? RANGE_LIMIT * all : Double.POSITIVE_INFINITY);
        List<ControlChart.Point> points = new ArrayList<>();
        for (int i : used) {
            points.add(new ControlChart.Point(i, values[i], centre, centre - width, centre + width));
        }
        return ControlChart.of(points, centre, 1);
    }

    private static double meanBelow(double[] ranges, double bound) {
        double sum = 0;
        int kept = 0;
        for (double range : ranges) {
            if (range < bound) {
                sum += range;
                kept++;
            }
        }
        return kept == 0 ? 0 : sum / kept;
    }
}
