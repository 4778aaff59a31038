package dev.leadline.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution without an object per use: it is asked for inside integrals. */
final class StandardNormal {

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    private StandardNormal() {}

    static double density(double z) {
        return Math.exp(-z * z / 2) / SQRT_2_PI;
    }

    static double cumulative(double z) {
        return Erfc.value(-z / SQRT_2) / 2;
    }

    static double quantile(double q) {
        return -SQRT_2 * InverseErfc.value(2 * q);
    }
}
