package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OverDispersionTest {

    @Test
    void given_two_weeks_when_asked_then_it_is_pearsons_statistic_around_the_weekday_means() {
        // Monday 4 and 16 around 10: 36/10 twice; the other weekdays do not vary. 14 days less 7 means: 7 degrees.
        long[] counts = {4, 5, 5, 5, 5, 9, 9, 16, 5, 5, 5, 5, 9, 9};

        assertEquals(7.2 / 7, phi(counts, 1), 1e-12);
        assertEquals(7.2 / 7, phi(counts, 4), 1e-12, "which weekday comes first does not matter here");
    }

    @Test
    void given_a_weekday_pattern_when_asked_then_the_pattern_is_no_dispersion() {
        long[] counts = new long[70];
        Arrays.setAll(counts, i -> i % 7 < 5 ? 20 : 2);

        assertEquals(1, phi(counts, 3));
    }

    @Test
    void given_a_mask_when_asked_then_unused_days_do_not_count() {
        long[] counts = {4, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 1_000};
        boolean[] used = new boolean[counts.length];
        Arrays.fill(used, true);
        used[14] = false;

        assertEquals(7.2, phi(counts, 1, used), 1e-12);
    }

    @Test
    void given_counts_with_three_times_the_variance_of_poisson_when_asked_then_phi_is_3() {
        RandomSource random = RandomSource.seeded(3);
        long[] counts = new long[7_000];
        // Three times a Poisson count of mean 5 has mean 15 and variance 45.
        Arrays.setAll(counts, i -> 3 * random.poisson(5));

        assertEquals(3, phi(counts, 1), 0.2);
    }

    @Test
    void given_too_few_days_when_asked_then_phi_is_1() {
        assertEquals(1, phi(new long[0], 1));
        assertEquals(1, phi(new long[] {9, 0, 3}, 7));
        assertEquals(1, phi(new long[30], 7));
    }

    @Test
    void given_days_left_out_when_asked_then_it_is_that_of_the_others() {
        RandomSource random = RandomSource.seeded(4);
        long[] counts = new long[400];
        Arrays.setAll(counts, i -> random.poisson(3 + i % 7));
        boolean[] all = new boolean[counts.length];
        Arrays.fill(all, true);
        boolean[] others = all.clone();
        Arrays.fill(others, 30, 40, false);

        OverDispersion part = OverDispersion.of(Arrays.copyOfRange(counts, 30, 40), 5, Arrays.copyOf(all, 10));
        double rest = OverDispersion.of(counts, 3, all).minus(part).phi();

        assertEquals(phi(counts, 3, others), rest, 1e-12);
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        Illegal.argument("weekdayOfFirst", () -> phi(new long[1], 0));
        Illegal.argument("dailyCounts", () -> phi(new long[] {-1}, 1));
        Illegal.argument("used", () -> phi(new long[1], 1, new boolean[2]));
    }

    private static double phi(long[] counts, int weekdayOfFirst) {
        boolean[] all = new boolean[counts.length];
        Arrays.fill(all, true);
        return phi(counts, weekdayOfFirst, all);
    }

    private static double phi(long[] counts, int weekdayOfFirst, boolean[] used) {
        return OverDispersion.of(counts, weekdayOfFirst, used).phi();
    }
}
