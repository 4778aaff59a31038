package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftedLogNormalTest {

    private static final double STEP = 0.001;
    private static final double RANGE = 12;

    /** By the trapezoid rule over normal scores. */
    @ParameterizedTest
    @CsvSource({"100, 400, 1.5", "0, 1, 0.2", "-5, 9, -2", "3, 2, 0", "1000, 1, 0.01"})
    void given_three_moments_then_the_distribution_has_them(double mean, double variance, double skewness) {
        ShiftedLogNormal distribution = ShiftedLogNormal.of(mean, variance, skewness);
        double[] sums = new double[3];
        for (double z = -RANGE; z <= RANGE; z += STEP) {
            double distance = distribution.atScore(z) - mean;
            double weight = STEP * StandardNormal.density(z);
            sums[0] += weight * distance;
            sums[1] += weight * distance * distance;
            sums[2] += weight * distance * distance * distance;
        }

        assertEquals(0, sums[0], 1e-6 * Math.sqrt(variance));
        assertEquals(variance, sums[1], 1e-5 * variance);
        assertEquals(skewness, sums[2] / Math.pow(variance, 1.5), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"100, 400, 1.5", "-5, 9, -2", "3, 2, 0", "1, 1, 30"})
    void given_a_score_then_the_value_at_it_has_that_score(double mean, double variance, double skewness) {
        ShiftedLogNormal distribution = ShiftedLogNormal.of(mean, variance, skewness);

        for (double z = -3; z <= 3; z += 0.5) {
            assertEquals(z, distribution.score(distribution.atScore(z)), 1e-6);
        }
    }

    @Test
    void given_a_log_normal_then_its_own_skewness_moves_it_nowhere() {
        ShiftedLogNormal distribution = ShiftedLogNormal.of(10, 25, ShiftedLogNormal.skewnessByVariation(0.5));

        assertEquals(0, distribution.atScore(-60), 1e-9);
        assertEquals(Double.NEGATIVE_INFINITY, distribution.score(-1));
    }

    @Test
    void given_a_value_that_is_known_then_it_is_that_at_every_score() {
        ShiftedLogNormal distribution = ShiftedLogNormal.of(7, 0, 0);

        assertEquals(7, distribution.atScore(2));
        assertEquals(Double.NEGATIVE_INFINITY, distribution.score(6.9));
        assertEquals(Double.POSITIVE_INFINITY, distribution.score(7));
    }
}
