package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelativeRatesTest {

    private static List<RelativeRates.Relative> of(double... eventsAndExpected) {
        return RelativeRates.of(Stream.iterate(0, i -> i < eventsAndExpected.length, i -> i + 2)
                .map(i -> new RelativeRates.Count(eventsAndExpected[i], eventsAndExpected[i + 1]))
                .toList());
    }

    /** Golden: Python 3.11, negative binomial likelihoods by math.lgamma over the same strengths. */
    @Test
    void given_three_groups_then_mean_and_variance_are_those_of_the_averaged_gamma_posteriors() {
        List<RelativeRates.Relative> rates = of(12, 5, 0, 4, 3, 3.5);

        assertEquals(2.0544406129768302, rates.get(0).mean(), 1e-9);
        assertEquals(0.42382535053049697, rates.get(0).variance(), 1e-9);
        assertEquals(0.2782516317903659, rates.get(1).mean(), 1e-9);
        assertEquals(0.8997584418562653, rates.get(2).mean(), 1e-9);
        assertEquals(0.1792500227733963, rates.get(2).variance(), 1e-9);
    }

    @Test
    void given_groups_that_agree_then_each_is_nearly_as_expected() {
        List<RelativeRates.Relative> rates = of(100, 101, 99, 100, 102, 99, 3, 1.5);

        assertEquals(1, rates.get(3).mean(), 0.15);
    }

    @Test
    void given_nothing_expected_and_nothing_seen_then_it_is_as_expected_and_widely_open() {
        RelativeRates.Relative unseen = of(50, 20, 2, 30, 0, 0).get(2);

        assertEquals(1, unseen.mean(), 1e-9);
        assertTrue(unseen.variance() > 0.2, unseen.toString());
    }

    /** Half of the groups do it four times as often as the other half. Of 200 groups the interval of two deviations holds most. */
    @Test
    void given_known_rates_then_they_lie_within_two_deviations() {
        RandomSource random = RandomSource.seeded(31);
        double[] counts = new double[400];
        double[] truth = new double[200];
        for (int g = 0; g < truth.length; g++) {
            truth[g] = g % 2 == 0 ? 1.6 : 0.4;
            double expected = 5 + 20 * random.uniform();
            counts[2 * g] = random.poisson(truth[g] * expected);
            counts[2 * g + 1] = expected;
        }
        List<RelativeRates.Relative> rates = of(counts);
        int held = 0;
        for (int g = 0; g < truth.length; g++) {
            held += Math.abs(rates.get(g).mean() - truth[g])
                            <= 2 * Math.sqrt(rates.get(g).variance())
                    ? 1
                    : 0;
        }
        assertTrue(held >= 180, held + " of 200");
    }

    @Test
    void given_an_illegal_count_then_it_is_named() {
        Illegal.argument("events", () -> new RelativeRates.Count(-1, 1));
        Illegal.argument("expected", () -> new RelativeRates.Count(1, Double.NaN));
    }
}
