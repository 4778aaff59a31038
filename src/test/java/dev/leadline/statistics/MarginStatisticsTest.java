package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarginStatisticsTest {

    @Test
    void given_margins_when_summed_then_losses_are_kept_apart() {
        MarginStatistics statistics = MarginStatistics.of(Math.E, Math.E * Math.E, 0, -7);

        assertEquals(2, statistics.positives());
        assertEquals(3, statistics.sumLog(), 1e-12);
        assertEquals(5, statistics.sumSquaredLog(), 1e-12);
        assertEquals(2, statistics.losses());
        assertEquals(-7, statistics.lossSum());
        assertEquals(Math.E + Math.exp(2), statistics.gains().sum(), 1e-12);
        assertEquals(Math.exp(2) + Math.exp(4), statistics.gains().squares(), 1e-12);
        assertEquals(Math.exp(3) + Math.exp(6), statistics.gains().cubes(), 1e-12);
        assertEquals(4, statistics.deals());
    }

    @Test
    void given_a_part_when_taken_away_then_the_rest_is_left() {
        MarginStatistics part = MarginStatistics.of(30, -2);
        MarginStatistics rest = MarginStatistics.of(10, 20);
        MarginStatistics left = rest.plus(part).minus(part);

        assertEquals(rest.positives(), left.positives());
        assertEquals(rest.sumLog(), left.sumLog(), 1e-12);
        assertEquals(rest.sumSquaredLog(), left.sumSquaredLog(), 1e-12);
        assertEquals(0, left.losses());
        assertEquals(rest.gains().sum(), left.gains().sum(), 1e-12);
        assertEquals(rest.gains().squares(), left.gains().squares(), 1e-12);
        assertEquals(rest.gains().cubes(), left.gains().cubes(), 1e-10);
        assertEquals(MarginStatistics.of(), part.minus(part));
    }

    @Test
    void given_illegal_values_when_made_then_the_argument_is_named() {
        Illegal.argument("sumLog", () -> new MarginStatistics(PowerSums.NONE, Double.NaN, 0, 0, 0));
        Illegal.argument("sumSquaredLog", () -> new MarginStatistics(PowerSums.NONE, 0, -1, 0, 0));
        Illegal.argument("losses", () -> new MarginStatistics(PowerSums.NONE, 0, 0, -1, 0));
        Illegal.argument("lossSum", () -> new MarginStatistics(PowerSums.NONE, 0, 0, 1, 5));
        Illegal.argument("margin", () -> MarginStatistics.of(Double.NaN));
        Illegal.argument("part", () -> MarginStatistics.of().minus(MarginStatistics.of(4)));
    }
}
