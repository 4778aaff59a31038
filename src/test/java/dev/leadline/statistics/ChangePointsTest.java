package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    private static double[] weeks(int count, IntToDoubleFunction value) {
        double[] weeks = new double[count];
        Arrays.setAll(weeks, value);
        return weeks;
    }

    private static double[] ones(int count) {
        return weeks(count, i -> 1);
    }

    @Test
    void given_two_changes_of_level_when_segmented_then_both_starts_are_found() {
        double[] counts = weeks(40, i -> (i < 15 ? 100 : i < 28 ? 50 : 80) + i % 2);

        assertArrayEquals(new int[] {15, 28}, ChangePoints.of(ExposedSeries.of(counts, ones(40))));
    }

    @Test
    void given_a_spike_or_a_hole_of_one_week_when_segmented_then_nothing_changed() {
        for (int at = 0; at < 30; at++) {
            int week = at;
            assertEquals(
                    0,
                    ChangePoints.of(ExposedSeries.of(weeks(30, i -> i == week ? 1_000 : 100 + i % 3), ones(30)))
                            .length);
            assertEquals(
                    0, ChangePoints.of(ExposedSeries.of(weeks(30, i -> i == week ? 0 : 100 + i % 3), ones(30))).length);
        }
    }

    @Test
    void given_volume_that_follows_its_exposure_when_segmented_then_nothing_changed() {
        double[] exposures = weeks(30, i -> i < 15 ? 10 : 30);

        assertEquals(0, ChangePoints.of(ExposedSeries.of(weeks(30, i -> exposures[i] * 5), exposures)).length);
    }

    @Test
    void given_weeks_without_exposure_when_segmented_then_they_are_skipped_and_the_index_is_kept() {
        double[] exposures = weeks(30, i -> i >= 10 && i < 14 ? 0 : 1);
        double[] counts = weeks(30, i -> exposures[i] * (i < 12 ? 100 : 50));

        assertArrayEquals(new int[] {14}, ChangePoints.of(ExposedSeries.of(counts, exposures)));
    }

    @Test
    void given_a_new_level_for_two_weeks_when_segmented_then_it_is_a_segment() {
        assertArrayEquals(
                new int[] {28}, ChangePoints.of(ExposedSeries.of(weeks(30, i -> i < 28 ? 100 : 30), ones(30))));
    }

    @Test
    void given_stable_over_dispersed_series_when_segmented_then_few_show_a_change_and_a_halving_shows_in_nearly_all() {
        RandomSource random = RandomSource.seeded(19);
        int runs = 400;
        int falseAlarms = 0;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            // Twice a Poisson count: variance twice the mean of 30.
            double[] stable = weeks(52, i -> 2 * random.poisson(15));
            double[] halved = weeks(52, i -> 2 * random.poisson(i < 26 ? 15 : 7.5));
            falseAlarms += ChangePoints.of(ExposedSeries.of(stable, ones(52))).length > 0 ? 1 : 0;
            int[] starts = ChangePoints.of(ExposedSeries.of(halved, ones(52)));
            found += Arrays.stream(starts).anyMatch(s -> Math.abs(s - 26) <= 3) ? 1 : 0;
        }

        assertTrue(falseAlarms <= 0.06 * runs, falseAlarms + " false alarms");
        assertTrue(found >= 0.9 * runs, found + " found");
    }

    /** Most segments are passed over unseen; the answer must be that of looking at them all. */
    @Test
    void given_random_series_when_segmented_then_no_other_segmentation_is_better() {
        RandomSource random = RandomSource.seeded(23);
        int changes = 0;
        for (int run = 0; run < 300; run++) {
            double[] exposures = weeks(8 + random.below(40), i -> 0.5 + random.uniform());
            double[] level = {14};
            double[] counts = weeks(exposures.length, i -> {
                level[0] = random.below(8) == 0 ? 14 + random.below(9) : level[0];
                // No spikes, which are put back first.
                return Math.rint(level[0] * exposures[i] * (0.9 + 0.2 * random.uniform()));
            });
            double penalty = random.uniform();
            int[] found = ChangePoints.of(ExposedSeries.of(counts, exposures), penalty);

            changes += found.length;
            assertArrayEquals(bestOfAll(counts, exposures, penalty * NeighbourDispersion.of(counts, exposures)), found);
        }
        assertTrue(changes > 300, changes + " changes");
    }

    private static int[] bestOfAll(double[] counts, double[] exposures, double penalty) {
        int points = counts.length;
        double[] best = new double[points + 1];
        int[][] starts = new int[points + 1][];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        starts[0] = new int[0];
        for (int end = 2; end <= points; end++) {
            for (int start = 0; start <= end - 2; start++) {
                double count = Arrays.stream(counts, start, end).sum();
                double exposure = Arrays.stream(exposures, start, end).sum();
                double cost = best[start] + penalty - (count <= 0 ? 0 : 2 * count * Math.log(count / exposure));
                if (starts[start] != null && cost < best[end] - 1e-9) {
                    best[end] = cost;
                    starts[end] = Arrays.copyOf(starts[start], starts[start].length + (start > 0 ? 1 : 0));
                    if (start > 0) {
                        starts[end][starts[end].length - 1] = start;
                    }
                }
            }
        }
        return starts[points];
    }

    @Test
    void given_too_little_when_segmented_then_nothing_changed() {
        assertEquals(0, ChangePoints.of(ExposedSeries.of(new double[0], new double[0])).length);
        assertEquals(0, ChangePoints.of(ExposedSeries.of(new double[] {5}, new double[] {1})).length);
        assertEquals(0, ChangePoints.of(ExposedSeries.of(new double[] {5, 500, 1}, ones(3))).length);
        assertEquals(0, ChangePoints.of(ExposedSeries.of(new double[20], ones(20))).length);
        assertEquals(0, ChangePoints.of(ExposedSeries.of(new double[20], new double[20])).length);
    }

    @Test
    void given_illegal_input_when_segmented_then_the_argument_is_named() {
        Illegal.argument("counts and exposures", () -> ChangePoints.of(ExposedSeries.of(new double[1], new double[2])));
        Illegal.argument("counts", () -> ChangePoints.of(ExposedSeries.of(new double[] {Double.NaN}, new double[1])));
        Illegal.argument("exposures", () -> ChangePoints.of(ExposedSeries.of(new double[1], new double[] {-1})));
    }
}
