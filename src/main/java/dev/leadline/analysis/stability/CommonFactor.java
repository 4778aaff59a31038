package dev.leadline.analysis.stability;

import dev.leadline.statistics.ControlChart;
import dev.leadline.statistics.LaneyUChart;
import dev.leadline.statistics.Rule;
import java.util.Arrays;

/**
 * What moved all of the workspace alike in a week, a holiday say: by how much the rest of it departed from its usual rate.
 * A factor other than 1 is taken only where the rest's own chart has that week beyond its limits.
 */
final class CommonFactor {

    private static final int FEWEST_WEEKS = 8;
    /** A week in which hardly anything is left says nothing of a segment. */
    private static final double EMPTY = 0.1;

    private CommonFactor() {}

    /** By week the factor; 0 for a week that says nothing. */
    static double[] of(double[] restCounts, double[] restExposures) {
        double[] factors = new double[restCounts.length];
        Arrays.fill(factors, 1);
        ControlChart chart = LaneyUChart.of(restCounts, restExposures);
        if (chart.points().size() < FEWEST_WEEKS) {
            return factors;
        }
        double[] sorted = chart.points().stream()
                .mapToDouble(ControlChart.Point::value)
                .sorted()
                .toArray();
        double usual = sorted[sorted.length / 2];
        for (ControlChart.Signal signal : chart.signals()) {
            if (signal.rule() == Rule.BEYOND_LIMIT && usual > 0) {
                double factor = restCounts[signal.index()] / restExposures[signal.index()] / usual;
                factors[signal.index()] = factor < EMPTY ? 0 : factor;
            }
        }
        return factors;
    }
}
