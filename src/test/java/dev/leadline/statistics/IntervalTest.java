package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void given_a_negative_factor_when_scaled_then_the_bounds_stay_in_order() {
        assertEquals(new Interval(-4, -6, -2, 0.9), new Interval(2, 1, 3, 0.9).times(-2));
    }

    @Test
    void given_a_chance_beside_it_then_each_side_grows_by_the_root_of_the_sum_of_squares() {
        Interval widened = new Interval(10, 7, 14, 0.9).plus(1).widened(Math.pow(4 / 1.6448536269514722, 2));

        assertEquals(11, widened.estimate(), 1e-12);
        assertEquals(11 - 5, widened.low(), 1e-9);
        assertEquals(11 + Math.sqrt(32), widened.high(), 1e-9);
        assertEquals(new Interval(10, 9, 14, 0.9), new Interval(10, 9, 14, 0.9).widened(0));
    }

    @Test
    void given_illegal_values_when_made_then_the_argument_is_named() {
        Illegal.argument("estimate", () -> new Interval(Double.NaN, 0, 1, 0.9));
        Illegal.argument("low", () -> new Interval(0, Double.NaN, 1, 0.9));
        Illegal.argument("high", () -> new Interval(0, 1, 0, 0.9));
        Illegal.argument("high", () -> new Interval(0, 1, Double.NaN, 0.9));
        Illegal.argument("level", () -> new Interval(0, 0, 1, 1));
        Illegal.argument("variance", () -> new Interval(0, 0, 1, 0.5).widened(-1));
        Illegal.argument("factor", () -> new Interval(0, 0, 1, 0.5).times(Double.NaN));
    }
}
