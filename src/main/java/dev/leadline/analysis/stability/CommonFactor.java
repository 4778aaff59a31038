package dev.leadline.analysis.stability;

import dev.leadline.statistics.LaneyUChart;
import java.util.Arrays;

/**
 * What moved all of the workspace equally in a week, a holiday say: by how much the rest of it departed from its {@link MovingMedian}.
 * A factor other than 1 is taken only where the rest departs by more than chance and the part departs to the same
 * side, and it explains at most all of the part's departure: a week that the part did not share must not make it
 * look odd, and a rest that grows, by a replica beside it say, must not make it look as if it had fallen.
 */
final class CommonFactor {

    /** A week in which hardly anything is left says nothing of a segment. */
    private static final double EMPTY = 0.1;

    /**
     * Standard deviations by which the rest must depart. Fewer than an alarm needs: where a segment departs at all, a rest that
     * does so too is a better explanation than chance in both.
     */
    private static final double DEPARTURE = 2;

    /** Standard deviations of a count by which a part may fall less than the rest and still share all of it. */
    private static final double CHANCE = 2;

    private CommonFactor() {}

    /** By week the factor; 0 for a week that says nothing. */
    static double[] of(double[] counts, double[] exposures, double[] restCounts, double[] restExposures) {
        double[] factors = new double[restCounts.length];
        Arrays.fill(factors, 1);
        double[] restExpected = expected(restCounts, restExposures);
        if (Arrays.stream(restExpected).filter(e -> e > 0).count() < Assessment.FEWEST_WEEKS) {
            return factors;
        }
        for (int week : LaneyUChart.beyond(restCounts, restExpected, DEPARTURE)) {
            double expected = MovingMedian.at(counts, exposures, week) * exposures[week];
            if (expected > 0) {
                factors[week] = shared(restCounts[week] / restExpected[week], counts[week], expected);
            }
        }
        return factors;
    }

    /** What two departures have in common; 1 is usual. By chance alone a part falls a little less, or more, than the rest. */
    private static double shared(double rest, double count, double expected) {
        if (rest < 1 != count < expected) {
            return 1;
        }
        if (rest < EMPTY) {
            return 0;
        }
        return rest < 1
                ? Math.max(rest, (count - CHANCE * Math.sqrt(count)) / expected)
                : Math.min(rest, count / expected);
    }

    /** A factor, or 0 where it leaves hardly anything. */
    static double emptied(double factor) {
        return factor < EMPTY ? 0 : factor;
    }

    /** Counts to expect at the usual rate. */
    static double[] expected(double[] counts, double[] exposures) {
        double[] expected = MovingMedian.of(counts, exposures);
        Arrays.setAll(expected, week -> expected[week] * exposures[week]);
        return expected;
    }
}
