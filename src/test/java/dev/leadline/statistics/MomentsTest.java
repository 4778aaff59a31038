package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.demo.RandomSource;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final double[] VALUES = {1, 2, 4, 30};
    private static final int DRAWS = 400_000;

    private static Moments of(double... values) {
        Moments moments = Moments.ZERO;
        for (double x : values) {
            moments = moments.plus(1.0 / values.length, new Moments(x, x * x, x * x * x));
        }
        return moments;
    }

    /** Against the Bayesian bootstrap itself: means by weights that are even on the simplex. */
    @Test
    void given_values_when_weighed_by_chance_then_their_mean_has_these_moments() {
        RandomSource random = RandomSource.seeded(71);
        double[] sums = new double[3];
        for (int draw = 0; draw < DRAWS; draw++) {
            double weights = 0;
            double mean = 0;
            for (double value : VALUES) {
                double weight = random.exponential(1);
                weights += weight;
                mean += weight * value;
            }
            mean /= weights;
            sums[0] += mean / DRAWS;
            sums[1] += mean * mean / DRAWS;
            sums[2] += mean * mean * mean / DRAWS;
        }

        Moments moments = Moments.ofDirichletMean(of(VALUES), VALUES.length);

        assertEquals(sums[0], moments.first(), 0.005 * sums[0]);
        assertEquals(sums[1], moments.second(), 0.01 * sums[1]);
        assertEquals(sums[2], moments.third(), 0.015 * sums[2]);
    }

    /** Against every case of two gains and two shares. */
    @Test
    void given_gains_and_losses_then_the_moments_are_those_of_all_cases() {
        double[] shares = {0.1, 0.4};
        double[] cases = new double[VALUES.length * shares.length];
        int i = 0;
        for (double share : shares) {
            for (double gain : VALUES) {
                cases[i++] = (1 - share) * gain - share * 7;
            }
        }

        Moments moments = of(VALUES).lessLosses(of(shares), 7);

        assertEquals(of(cases).first(), moments.first(), 1e-12);
        assertEquals(of(cases).second(), moments.second(), 1e-10);
        assertEquals(of(cases).third(), moments.third(), 1e-9);
    }

    @Test
    void given_a_beta_distribution_then_the_moments_are_the_known_ones() {
        Moments moments = Moments.ofBeta(2, 3);

        assertEquals(0.4, moments.first(), 1e-12);
        assertEquals(0.04, moments.variance(), 1e-12);
        // Its skewness is 2 (b - a) sqrt(a + b + 1) / ((a + b + 2) sqrt(a b)).
        assertEquals(2.0 / 7 * Math.pow(0.04, 1.5), moments.thirdCentral(), 1e-12);
    }

    @Test
    void given_another_mean_then_the_rest_keeps_its_proportion() {
        Moments moments = of(VALUES).withMean(2 * of(VALUES).first());

        assertEquals(4 * of(VALUES).variance(), moments.variance(), 1e-9);
        assertEquals(8 * of(VALUES).thirdCentral(), moments.thirdCentral(), 1e-7);
    }
}
