package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GarwoodTest {

    /** Generator: R 4.2.2, qchisq(c(.05, .95), c(2x, 2x + 2)) / 2. Tolerance: the ten digits given. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 2.995732274",
        "1, 0.05129329439, 4.743864518",
        "10, 5.42540569709, 16.962219236",
        "400, 367.68117406, 434.49680915"
    })
    void given_a_count_when_asked_for_90_percent_then_the_bounds_are_those_of_the_reference(
            double count, double low, double high) {
        Interval interval = Garwood.mean(count, 0.9);

        assertEquals(count, interval.estimate());
        assertEquals(low, interval.low(), 1e-9 * Math.max(1, low));
        assertEquals(high, interval.high(), 1e-9 * high);
    }

    @Test
    void given_over_dispersion_when_asked_then_it_is_the_interval_of_the_smaller_count_scaled_back() {
        Interval plain = Garwood.mean(10, 0.9);
        Interval wide = Garwood.mean(40, 4, 0.9);

        assertEquals(40, wide.estimate());
        assertEquals(4 * plain.low(), wide.low(), 1e-12 * wide.low());
        assertEquals(4 * plain.high(), wide.high(), 1e-12 * wide.high());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 2.5, 1e6, 1e9})
    void given_any_legal_count_when_asked_then_the_bounds_hold_the_count(double count) {
        Interval interval = Garwood.mean(count, 0.9);

        assertTrue(interval.low() >= 0 && interval.low() <= count);
        assertTrue(interval.high() > count && Double.isFinite(interval.high()));
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        Illegal.argument("count", () -> Garwood.mean(-1, 0.9));
        Illegal.argument("count", () -> Garwood.mean(Double.NaN, 0.9));
        Illegal.argument("level", () -> Garwood.mean(1, 1));
        Illegal.argument("phi", () -> Garwood.mean(1, 0.5, 0.9));
    }
}
