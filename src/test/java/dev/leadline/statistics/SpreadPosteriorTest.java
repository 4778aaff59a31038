package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

@Execution(CONCURRENT)
class SpreadPosteriorTest {

    private static final int WEEKS = 52;
    private static final double MAXIMUM = 0.2;

    /** Independent swings of a standard deviation of 0.6 average out to 0.3 over four weeks. */
    @Test
    void given_many_weeks_with_independent_swings_when_asked_then_the_spread_is_half_their_standard_deviation() {
        RandomSource random = RandomSource.seeded(1);
        double[] counts = new double[1_000];
        Arrays.setAll(counts, week -> random.poisson(100 * (week % 2 == 0 ? 0.4 : 1.6)));
        shuffle(counts, random);

        Interval spread = posterior(counts).interval(0.9);

        assertEquals(0.3, spread.estimate(), 0.03);
        assertTrue(spread.low() > 0.27 && spread.high() < 0.36, spread.toString());
    }

    /** The next four weeks are foreseen from where the level is now. */
    @Test
    void given_a_level_that_wanders_slowly_when_asked_then_it_counts_for_less_than_swings_of_the_same_size() {
        double[] wandering = new double[260];
        Arrays.setAll(wandering, week -> Math.rint(100 * (1 + 0.6 * Math.sin(2 * Math.PI * week / 52))));
        double[] swinging = wandering.clone();
        shuffle(swinging, RandomSource.seeded(2));

        double ofWandering = posterior(wandering).interval(0.9).estimate();
        double ofSwinging = posterior(swinging).interval(0.9).estimate();

        assertEquals(0.6 / Math.sqrt(2) / 2, ofSwinging, 0.03);
        assertTrue(ofWandering < 0.65 * ofSwinging, ofWandering + " " + ofSwinging);
    }

    @Test
    void given_poisson_counts_however_few_when_asked_then_the_spread_is_small_and_surely_not_large() {
        RandomSource random = RandomSource.seeded(3);
        for (double mean : new double[] {1, 5, 20, 500}) {
            double[] counts = new double[WEEKS];
            Arrays.setAll(counts, week -> random.poisson(mean));

            assertTrue(posterior(counts).interval(0.9).estimate() < 0.13, "mean " + mean);
            assertTrue(posterior(counts).probabilityAbove(0.4) < 0.1, "mean " + mean);
        }
    }

    /** Drawn as the prior has it, within what swings that are not negative can be. */
    @Test
    void given_series_whose_spread_is_known_when_asked_then_it_is_inside_the_interval_about_as_often_as_it_says() {
        RandomSource random = RandomSource.seeded(20_261_130);
        int series = 1_000;
        int tooHigh = 0;
        int tooLow = 0;
        int above = 0;
        for (int i = 0; i < series; i++) {
            double spread = 0;
            while (spread < 0.03 || spread > 0.5) {
                spread = 0.1 * Math.abs(Math.tan(Math.PI / 2 * random.uniform()));
            }
            double[] counts = drawn(
                    random, spread, 0.9 * random.uniform(), 10 + 90 * random.uniform(), random.chance(0.5) ? 1 : 3);
            Interval interval = posterior(counts).interval(0.8);
            if (interval.low() > MAXIMUM) {
                assertTrue(mayExceed(counts), "the bound hides a spread of " + spread + ": " + interval);
                above++;
            }
            tooHigh += spread < interval.low() ? 1 : 0;
            tooLow += spread > interval.high() ? 1 : 0;
        }
        System.out.println("intervals of 0.8: too high " + tooHigh + ", too low " + tooLow + " of " + series);
        assertTrue(above >= 50, "surely above the maximum: " + above);
        assertEquals(0.1, (double) tooHigh / series, 0.05);
        assertEquals(0.1, (double) tooLow / series, 0.05);
    }

    /** Log-normal swings, so that none is negative. */
    private static double[] drawn(RandomSource random, double spread, double rho, double mean, double dispersion) {
        double reach = 0;
        double effect = 0;
        for (int j = 0; j < SpreadPosterior.AHEAD; j++) {
            effect = 1 + rho * effect;
            reach += effect * effect * (1 - rho * rho) / 16;
        }
        double deviation = Math.min(0.9, spread / Math.sqrt(reach));
        double[] counts = new double[WEEKS];
        // A log-normal autoregression has this coefficient of variation.
        double logDeviation = Math.sqrt(Math.log(1 + deviation * deviation));
        double state = random.normal();
        for (int week = 0; week < WEEKS; week++) {
            double level = Math.exp(logDeviation * state - logDeviation * logDeviation / 2);
            counts[week] = random.count(mean * level, dispersion);
            state = rho * state + Math.sqrt(1 - rho * rho) * random.normal();
        }
        return counts;
    }

    @Test
    void given_one_count_a_hundred_times_as_large_when_asked_then_little_changes() {
        RandomSource random = RandomSource.seeded(5);
        double[] counts = new double[WEEKS];
        Arrays.setAll(counts, week -> random.poisson(30));
        double usual = posterior(counts).interval(0.9).estimate();
        double[] spike = counts.clone();
        spike[20] *= 100;
        double[] gone = counts.clone();
        gone[20] = 0;

        assertEquals(usual, posterior(spike).interval(0.9).estimate(), 0.02);
        assertEquals(usual, posterior(gone).interval(0.9).estimate(), 0.02);
    }

    @Test
    void given_exposure_that_explains_the_counts_when_asked_then_it_is_taken_and_another_does_not_hurt() {
        RandomSource random = RandomSource.seeded(6);
        double[] spend = new double[WEEKS];
        double[] even = new double[WEEKS];
        double[] counts = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            spend[week] = random.chance(0.5) ? 100 : 500;
            even[week] = 1;
            counts[week] = random.poisson(spend[week] / 10);
        }

        double alone = SpreadPosterior.of(counts, List.of(spend)).interval(0.9).estimate();
        assertEquals(
                alone,
                SpreadPosterior.of(counts, List.of(even, spend)).interval(0.9).estimate(),
                1e-3);
        assertTrue(alone < 0.08, "" + alone);
        assertTrue(posterior(counts).probabilityAbove(MAXIMUM) > 0.9);
    }

    @Test
    void given_other_units_of_exposure_or_counts_that_say_nothing_when_asked_then_nothing_changes() {
        double[] counts = {5, 9, 14, 3, 8, 20, 7, 6, 11, 2};
        double[] exposures = {1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1};
        double[] thousandfold = Arrays.stream(exposures).map(e -> 1_000 * e).toArray();
        double[] longer = Arrays.copyOf(counts, 14);
        longer[12] = 900;

        Interval usual = SpreadPosterior.of(counts, List.of(exposures)).interval(0.9);

        assertClose(usual, SpreadPosterior.of(counts, List.of(thousandfold)).interval(0.9));
        assertClose(
                usual,
                SpreadPosterior.of(longer, List.of(Arrays.copyOf(exposures, 14)))
                        .interval(0.9));
    }

    @Test
    void given_a_bound_of_the_interval_when_asked_then_the_spread_is_above_it_with_that_probability() {
        SpreadPosterior posterior = posterior(new double[] {5, 19, 14, 3, 8, 20, 7, 6, 11, 2});
        Interval interval = posterior.interval(0.8);

        assertEquals(0.9, posterior.probabilityAbove(interval.low()), 1e-9);
        assertEquals(0.5, posterior.probabilityAbove(interval.estimate()), 1e-9);
        assertEquals(0.1, posterior.probabilityAbove(interval.high()), 1e-9);
        assertEquals(1, posterior.probabilityAbove(0.001), 1e-9);
        assertEquals(0, posterior.probabilityAbove(2));
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        double[] one = {1};
        Illegal.argument("counts", () -> SpreadPosterior.of(new double[] {-1}, List.of(one)));
        Illegal.argument("exposures", () -> SpreadPosterior.of(one, List.of(new double[] {Double.NaN})));
        Illegal.argument("counts and exposures", () -> SpreadPosterior.of(one, List.of(new double[2])));
        Illegal.argument("counts", () -> SpreadPosterior.of(one, List.of(new double[] {0})));
        Illegal.argument("level", () -> posterior(one).interval(1));
        Illegal.argument("spread", () -> posterior(one).probabilityAbove(0));
    }

    private static void assertClose(Interval expected, Interval actual) {
        assertEquals(expected.estimate(), actual.estimate(), 1e-9);
        assertEquals(expected.low(), actual.low(), 1e-9);
        assertEquals(expected.high(), actual.high(), 1e-9);
    }

    private static SpreadPosterior posterior(double[] counts) {
        double[] even = new double[counts.length];
        Arrays.fill(even, 1);
        return SpreadPosterior.of(counts, List.of(even));
    }

    private static boolean mayExceed(double[] counts) {
        double[] even = new double[counts.length];
        Arrays.fill(even, 1);
        return SpreadPosterior.mayExceed(counts, List.of(even), MAXIMUM);
    }

    private static void shuffle(double[] values, RandomSource random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.below(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
