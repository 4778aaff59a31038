package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.statistics.ControlChart.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    @Test
    void given_counts_without_excess_variation_when_charted_then_the_limits_are_those_of_a_poisson_count() {
        ControlChart chart = LaneyUChart.of(new double[] {10, 22, 9, 0, 21}, new double[] {1, 2, 1, 0, 2});

        double u = 62 / 6.0;
        assertEquals(u, chart.centre(), 1e-12);
        assertEquals(1, chart.sigmaZ());
        assertEquals(
                List.of(0, 1, 2, 4),
                chart.points().stream().map(ControlChart.Point::index).toList());
        ControlChart.Point second = chart.points().get(1);
        assertEquals(11, second.value(), 1e-12);
        assertEquals(u + 3 * Math.sqrt(u / 2), second.upper(), 1e-12);
        assertEquals(u - 3 * Math.sqrt(u / 2), second.lower(), 1e-12);
        assertTrue(chart.signals().isEmpty());
    }

    @Test
    void given_over_dispersed_counts_when_charted_then_the_limits_widen_by_the_variation_of_z() {
        double[] counts = {60, 140, 60, 140, 60, 140};
        ControlChart chart = LaneyUChart.of(counts, new double[] {1, 1, 1, 1, 1, 1});

        // z jumps between -4 and 4.
        assertEquals(8 / 1.128, chart.sigmaZ(), 1e-12);
        assertTrue(chart.signals().isEmpty());
    }

    @Test
    void
            given_seven_in_a_row_on_one_side_when_they_depart_by_more_than_chance_then_the_seventh_and_later_are_signals() {
        // z is 4 / sqrt(10) = 1.26, so that seven of them make 8.9: more than 2.75 sqrt(7) = 7.3.
        assertEquals(
                List.of(
                        new Signal(6, SignalRule.RUN_OF_SEVEN, Direction.HIGH),
                        new Signal(7, SignalRule.RUN_OF_SEVEN, Direction.HIGH),
                        new Signal(14, SignalRule.RUN_OF_SEVEN, Direction.LOW),
                        new Signal(15, SignalRule.RUN_OF_SEVEN, Direction.LOW)),
                LaneyUChart.of(eightAndEight(14, 6), ones(16)).signals());
    }

    @Test
    void given_eight_in_a_row_on_one_side_when_they_depart_by_no_more_than_chance_then_none_is_a_signal() {
        assertEquals(List.of(), LaneyUChart.of(eightAndEight(12, 8), ones(16)).signals());
    }

    /** Rounding puts some of them a digit above the centre or below it. */
    @Test
    void given_a_perfectly_even_series_when_charted_then_there_is_no_run() {
        double[] exposures = new double[40];
        Arrays.setAll(exposures, i -> 0.1 * (1 + i % 7));
        double[] counts = Arrays.stream(exposures).map(e -> 30 * e).toArray();

        assertEquals(List.of(), LaneyUChart.of(counts, exposures).signals());
    }

    private static double[] eightAndEight(double first, double second) {
        double[] counts = new double[16];
        Arrays.setAll(counts, i -> i < 8 ? first : second);
        return counts;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void given_a_point_on_the_centre_when_charted_then_the_run_ends() {
        double[] counts = {9, 9, 9, 9, 8, 9, 9, 9, 1};

        assertTrue(
                LaneyUChart.of(counts, ones(9)).signals().stream().noneMatch(s -> s.rule() == SignalRule.RUN_OF_SEVEN));
    }

    @Test
    void given_a_low_week_when_charted_then_it_is_a_signal_low() {
        double[] counts = {100, 104, 98, 101, 99, 103, 97, 100, 40};
        double[] exposures = {1, 1, 1, 1, 1, 1, 1, 1, 1};

        assertEquals(
                List.of(new Signal(8, SignalRule.BEYOND_LIMIT, Direction.LOW)),
                LaneyUChart.of(counts, exposures).signals().stream()
                        .filter(s -> s.rule() == SignalRule.BEYOND_LIMIT)
                        .toList());
    }

    @Test
    void given_random_weeks_when_only_those_beyond_a_score_are_asked_for_then_they_are_those_of_the_chart() {
        SplittableRandom random = new SplittableRandom(11);
        double[] counts = random.doubles(500, 0, 60).map(Math::rint).toArray();
        double[] exposures = random.doubles(500, 0, 4).map(Math::rint).toArray();

        int[] beyond = LaneyUChart.beyond(counts, exposures, 2);

        int[] charted = LaneyUChart.of(counts, exposures).points().stream()
                .filter(p -> Math.abs(p.value() - p.expected()) > 2.0 / 3 * (p.upper() - p.expected()))
                .mapToInt(ControlChart.Point::index)
                .toArray();
        assertTrue(charted.length > 10, "some depart");
        assertArrayEquals(charted, beyond);
    }

    @Test
    void given_nothing_to_see_when_charted_then_there_is_no_signal_and_no_nan() {
        assertTrue(LaneyUChart.of(new double[0], new double[0]).points().isEmpty());
        assertTrue(LaneyUChart.of(new double[9], new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1})
                .signals()
                .isEmpty());
        assertEquals(0, LaneyUChart.of(new double[] {3}, new double[] {0}).centre());
    }

    @Test
    void given_illegal_input_when_charted_then_the_argument_is_named() {
        Illegal.argument("counts and exposures", () -> LaneyUChart.of(new double[1], new double[2]));
        Illegal.argument("counts", () -> LaneyUChart.of(new double[] {-1}, new double[] {1}));
        Illegal.argument("exposures", () -> LaneyUChart.of(new double[] {1}, new double[] {Double.NaN}));
    }
}
