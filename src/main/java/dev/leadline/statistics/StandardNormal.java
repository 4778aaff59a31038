package dev.leadline.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution without an object per use: it is asked for inside integrals. */
final class StandardNormal {

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /** Beyond this score lies 6e-16 of the probability. */
    private static final int KNOTS_END = 8;
    /** So many to a unit of the score make the cubics right to 1e-10. */
    private static final int KNOTS_PER_UNIT = 64;

    private static final double[] AT_KNOTS = new double[2 * KNOTS_END * KNOTS_PER_UNIT + 1];
    /** Per step between two knots. */
    private static final double[] SLOPES = new double[AT_KNOTS.length];

    static {
        for (int i = 0; i < AT_KNOTS.length; i++) {
            double z = (double) i / KNOTS_PER_UNIT - KNOTS_END;
            AT_KNOTS[i] = Erfc.value(-z / SQRT_2) / 2;
            SLOPES[i] = density(z) / KNOTS_PER_UNIT;
        }
    }

    private StandardNormal() {}

    /** The density at a score. */
    static double density(double z) {
        return Math.exp(-z * z / 2) / SQRT_2_PI;
    }

    /** Within 1e-10: between knots the cubic with the curve's own values and slopes, 0 or 1 beyond them. */
    static double cumulative(double z) {
        double position = (z + KNOTS_END) * KNOTS_PER_UNIT;
        if (!(position > 0 && position < AT_KNOTS.length - 1)) {
            return z > 0 ? 1 : z < 0 ? 0 : Double.NaN;
        }
        int knot = (int) position;
        double t = position - knot;
        double rise = AT_KNOTS[knot + 1] - AT_KNOTS[knot];
        double start = SLOPES[knot];
        double end = SLOPES[knot + 1];
        return AT_KNOTS[knot] + t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)));
    }

    /** The score that is not exceeded with probability q, 0 to 1. */
    static double quantile(double q) {
        return -SQRT_2 * InverseErfc.value(2 * q);
    }
}
