package dev.leadline.analysis.stability;

import dev.leadline.statistics.ControlChart;
import dev.leadline.statistics.LaneyUChart;
import dev.leadline.statistics.Rule;
import java.util.Arrays;

/**
 * What moved all of the workspace alike in a week, a holiday say: by how much the rest of it departed from its usual rate. Usual
 * is the median of the weeks around, so that a workspace that grows departs from nothing. A factor other than 1 is taken only
 * where the rest's own chart has that week beyond its limits and the segment departs to the same side, and it explains at
 * most all of the segment's departure: a week that the segment did not share must not make it look odd.
 */
final class CommonFactor {

    private static final int FEWEST_WEEKS = 8;
    /** Weeks on either side from which the usual rate is taken. */
    private static final int REACH = 6;
    /** A week in which hardly anything is left says nothing of a segment. */
    private static final double EMPTY = 0.1;

    private CommonFactor() {}

    /** By week the factor; 0 for a week that says nothing. */
    static double[] of(double[] counts, double[] exposures, double[] restCounts, double[] restExposures) {
        double[] factors = new double[restCounts.length];
        Arrays.fill(factors, 1);
        double[] expected = expected(restCounts, restExposures);
        ControlChart chart = LaneyUChart.of(restCounts, expected);
        if (chart.points().size() < FEWEST_WEEKS) {
            return factors;
        }
        double[] ownExpected = expected(counts, exposures);
        for (ControlChart.Signal signal : chart.signals()) {
            int week = signal.index();
            if (signal.rule() == Rule.BEYOND_LIMIT && ownExpected[week] > 0) {
                factors[week] = shared(restCounts[week] / expected[week], counts[week] / ownExpected[week]);
            }
        }
        return factors;
    }

    /** What two departures have in common; 1 is usual. */
    private static double shared(double rest, double own) {
        if (rest < 1 != own < 1) {
            return 1;
        }
        if (rest < EMPTY) {
            return 0;
        }
        return rest < 1 ? Math.max(rest, own) : Math.min(rest, own);
    }

    private static double[] expected(double[] counts, double[] exposures) {
        double[] expected = new double[counts.length];
        for (int week = 0; week < counts.length; week++) {
            expected[week] = exposures[week] * usual(counts, exposures, week);
        }
        return expected;
    }

    private static double usual(double[] counts, double[] exposures, int at) {
        int to = Math.min(counts.length - 1, at + REACH);
        double[] rates = new double[2 * REACH + 1];
        int found = 0;
        for (int week = Math.max(0, at - REACH); week <= to; week++) {
            if (exposures[week] > 0) {
                rates[found++] = counts[week] / exposures[week];
            }
        }
        Arrays.sort(rates, 0, found);
        return found == 0 ? 0 : (rates[(found - 1) / 2] + rates[found / 2]) / 2;
    }
}
