package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

    @Test
    void given_any_score_when_cumulated_then_it_is_the_normal_distribution_to_ten_digits() {
        NormalDistribution exact = NormalDistribution.of(0, 1);
        for (int i = -100_000; i <= 100_000; i++) {
            double z = i * 0.0001003;
            assertEquals(exact.cumulativeProbability(z), StandardNormal.cumulative(z), 1e-10);
        }
    }

    @Test
    void given_the_ends_when_cumulated_then_they_are_0_and_1_and_no_number_stays_none() {
        assertEquals(0, StandardNormal.cumulative(Double.NEGATIVE_INFINITY));
        assertEquals(1, StandardNormal.cumulative(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, StandardNormal.cumulative(Double.NaN));
    }
}
