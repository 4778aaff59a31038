package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final int WEEKS = 60;

    private static double[] weeks(int count, IntToDoubleFunction value) {
        double[] weeks = new double[count];
        Arrays.setAll(weeks, value);
        return weeks;
    }

    private static List<ControlChart.Signal> drift(IntToDoubleFunction count) {
        return Drift.of(ExposedSeries.of(weeks(WEEKS, count), weeks(WEEKS, i -> 1)));
    }

    /** As it was until week 30, then half as much 26 weeks later. */
    private static double halving(int week) {
        return Math.pow(0.5, Math.min(1, Math.max(0, (week - 30) / 26.0)));
    }

    @Test
    void
            given_a_rate_that_falls_to_half_over_half_a_year_when_tested_then_it_drifts_down_while_it_falls_and_at_its_end() {
        List<ControlChart.Signal> signals = drift(week -> 50 * halving(week));

        assertTrue(signals.stream().allMatch(s -> s.direction() == Direction.LOW && s.rule() == SignalRule.DRIFT));
        assertTrue(signals.get(0).index() > 30, signals.toString());
        for (int week = 50; week < WEEKS; week++) {
            assertTrue(
                    signals.contains(new ControlChart.Signal(week, SignalRule.DRIFT, Direction.LOW)), "week " + week);
        }
    }

    @Test
    void given_a_rate_that_doubles_over_half_a_year_when_tested_then_it_drifts_up() {
        assertTrue(drift(week -> 25 / halving(week))
                .contains(new ControlChart.Signal(56, SignalRule.DRIFT, Direction.HIGH)));
    }

    @Test
    void given_a_single_step_to_half_when_tested_then_it_does_not_drift() {
        for (int at = 2; at < WEEKS; at++) {
            int step = at;
            assertEquals(List.of(), drift(week -> week < step ? 100 : 50), "step at " + at);
        }
    }

    @Test
    void given_an_even_series_or_one_that_moves_by_less_than_a_fifth_when_tested_then_it_does_not_drift() {
        assertEquals(List.of(), drift(week -> 100));
        assertEquals(List.of(), drift(week -> 100_000 * (1 - 0.005 * week / 2)));
    }

    @Test
    void given_volume_that_follows_its_exposure_when_tested_then_it_does_not_drift() {
        double[] exposures = weeks(WEEKS, week -> 10 * halving(week));

        assertEquals(List.of(), Drift.of(ExposedSeries.of(weeks(WEEKS, week -> 5 * exposures[week]), exposures)));
    }

    @Test
    void given_weeks_without_exposure_when_tested_then_they_are_skipped_and_the_index_is_kept() {
        double[] exposures = weeks(WEEKS, week -> week >= 40 && week < 44 ? 0 : 1);
        double[] counts = weeks(WEEKS, week -> 50 * exposures[week] * halving(week));

        List<ControlChart.Signal> signals = Drift.of(ExposedSeries.of(counts, exposures));

        assertTrue(signals.contains(new ControlChart.Signal(56, SignalRule.DRIFT, Direction.LOW)), signals.toString());
        assertTrue(signals.stream().noneMatch(s -> s.index() >= 40 && s.index() < 44), signals.toString());
    }

    @Test
    void given_stable_over_dispersed_series_when_tested_then_few_ever_drift_down_and_a_halving_shows_in_most() {
        RandomSource random = RandomSource.seeded(31);
        int runs = 400;
        int falseAlarms = 0;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            // Twice a Poisson count: variance twice the mean of 50.
            falseAlarms += fallsAt(WEEKS, drift(week -> 2 * random.poisson(25))) ? 1 : 0;
            found += fallsAt(8, drift(week -> 2 * random.poisson(25 * halving(week)))) ? 1 : 0;
        }

        assertTrue(falseAlarms <= 0.04 * runs, falseAlarms + " false alarms");
        assertTrue(found >= 0.8 * runs, found + " found");
    }

    private static boolean fallsAt(int lastWeeks, List<ControlChart.Signal> signals) {
        return signals.stream().anyMatch(s -> s.direction() == Direction.LOW && s.index() >= WEEKS - lastWeeks);
    }

    @Test
    void given_too_little_or_nothing_when_tested_then_it_does_not_drift() {
        assertEquals(List.of(), Drift.of(ExposedSeries.of(new double[0], new double[0])));
        assertEquals(List.of(), Drift.of(ExposedSeries.of(weeks(25, i -> 100 - 3 * i), weeks(25, i -> 1))));
        assertFalse(Drift.of(ExposedSeries.of(weeks(26, i -> 100 - 3 * i), weeks(26, i -> 1)))
                .isEmpty());
        assertEquals(List.of(), Drift.of(ExposedSeries.of(new double[40], weeks(40, i -> 1))));
        assertEquals(List.of(), Drift.of(ExposedSeries.of(new double[40], new double[40])));
        assertEquals(
                List.of(),
                Drift.of(ExposedSeries.of(weeks(40, i -> i == 39 ? 5 : 0), weeks(40, i -> i < 20 ? 1e-9 : 1e9))));
    }

    @Test
    void given_illegal_input_when_tested_then_the_argument_is_named() {
        Illegal.argument("counts and exposures", () -> Drift.of(ExposedSeries.of(new double[1], new double[2])));
        Illegal.argument("counts", () -> Drift.of(ExposedSeries.of(new double[] {Double.NaN}, new double[1])));
        Illegal.argument("exposures", () -> Drift.of(ExposedSeries.of(new double[1], new double[] {-1})));
    }
}
