package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MonotoneRootTest {

    private int uses;

    private double root(DoubleUnaryOperator function, double low, double high) {
        uses = 0;
        return MonotoneRoot.of(
                x -> {
                    uses++;
                    return function.applyAsDouble(x);
                },
                low,
                high);
    }

    @Test
    void given_a_smooth_function_when_solved_then_few_uses_find_the_root() {
        assertEquals(Math.cbrt(2), root(x -> x * x * x - 2, 0, 10), 1e-8);
        assertTrue(uses <= 15, uses + " uses");
        assertEquals(1.6448536269514722, root(z -> StandardNormal.cumulative(z) - 0.95, -20, 20), 1e-7);
        assertTrue(uses <= 15, uses + " uses");
    }

    @Test
    void given_a_jump_when_solved_then_it_is_found_from_above() {
        double jump = root(x -> x < 0.3 ? -1 : 1e-3, -1, 5);
        assertEquals(0.3, jump, 1e-8);
        assertTrue(jump >= 0.3);
        assertTrue(uses <= 60, uses + " uses");
    }

    @Test
    void given_long_flat_sides_when_solved_then_the_rise_between_is_found() {
        assertEquals(700, root(x -> Math.tanh(x - 700), -1e3, 1e3), 1e-6);
        assertTrue(uses <= 60, uses + " uses");
    }

    @Test
    void given_no_root_inside_when_solved_then_the_nearer_bound_is_answered() {
        assertEquals(1, root(x -> x, 1, 2));
        assertEquals(2, root(x -> x - 3, 1, 2));
        assertEquals(1, root(x -> 0, 1, 2));
    }
}
