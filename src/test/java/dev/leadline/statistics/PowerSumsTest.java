package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PowerSumsTest {

    private static PowerSums of(double... values) {
        PowerSums sums = PowerSums.NONE;
        for (double x : values) {
            sums = sums.plus(new PowerSums(1, x, x * x, x * x * x));
        }
        return sums;
    }

    @Test
    void given_values_when_some_are_left_out_then_the_sums_are_those_of_the_others() {
        PowerSums left = of(1, 2, -3, 5).minus(of(2, 5));

        assertEquals(of(1, -3), left);
        assertEquals(PowerSums.NONE, of(4, 5).minus(of(4, 5)));
    }

    @Test
    void given_one_value_that_hides_the_others_when_left_out_then_the_rest_is_what_values_can_have() {
        PowerSums left = of(1e9, 1, 2, 3).minus(of(1e9));

        assertEquals(3, left.count());
        assertTrue(left.moments().variance() >= 0);
        assertTrue(Math.abs(left.cubes()) <= Math.pow(left.squares(), 1.5) * (1 + 1e-12));
    }

    @Test
    void given_values_when_spread_then_their_mean_stays_and_the_higher_moments_are_the_log_normals() {
        PowerSums spread = of(2).spread(0.25);

        assertEquals(2, spread.moments().first());
        assertEquals(4 * Math.exp(0.25), spread.moments().second(), 1e-12);
        assertEquals(8 * Math.exp(0.75), spread.moments().third(), 1e-12);
    }

    @Test
    void given_another_unit_or_weight_then_the_sums_follow() {
        assertEquals(of(20, -30), of(2, -3).scaled(10));
        assertEquals(new PowerSums(1, -0.5, 6.5, -9.5), of(2, -3).weighed(0.5));
    }

    @Test
    void given_illegal_values_when_made_then_the_argument_is_named() {
        Illegal.argument("count", () -> new PowerSums(-1, 0, 0, 0));
        Illegal.argument("sum", () -> new PowerSums(1, Double.NaN, 0, 0));
        Illegal.argument("squares", () -> new PowerSums(1, 0, -1, 0));
        Illegal.argument("cubes", () -> new PowerSums(1, 0, 0, Double.POSITIVE_INFINITY));
    }
}
