package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means and variances of the draws against theory, within about four standard errors. */
class RandomSourceTest {

    private static final int DRAWS = 100_000;

    private record Moments(double mean, double variance) {}

    @Test
    void uniform_numbers_lie_strictly_between_zero_and_one() {
        Moments moments = of(random -> {
            double number = random.uniform();
            assertTrue(number > 0 && number < 1);
            return number;
        });
        assertEquals(0.5, moments.mean(), 0.004);
        assertEquals(1.0 / 12, moments.variance(), 0.001);
    }

    @Test
    void normal_numbers() {
        Moments moments = of(RandomSource::normal);
        assertEquals(0, moments.mean(), 0.013);
        assertEquals(1, moments.variance(), 0.02);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 3", "1, 2", "7.5, 0.4"})
    void gamma_numbers(double shape, double scale) {
        Moments moments = of(random -> random.gamma(shape, scale));
        assertEquals(shape * scale, moments.mean(), 0.013 * scale * Math.sqrt(shape));
        assertEquals(1, moments.variance() / (shape * scale * scale), 0.08);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.3, 1", "5, 1", "100, 1", "0.3, 2", "5, 3", "60, 5"})
    void counts_have_their_mean_and_dispersion(double mean, double dispersion) {
        Moments moments = of(random -> random.count(mean, dispersion));
        assertEquals(mean, moments.mean(), 0.013 * Math.sqrt(mean * dispersion));
        assertEquals(mean * dispersion, moments.variance(), 0.06 * mean * dispersion);
    }

    @Test
    void log_normal_and_exponential_numbers() {
        Moments logs = of(random -> Math.log(random.logNormal(50, 1.2)));
        assertEquals(Math.log(50), logs.mean(), 0.016);
        assertEquals(1.44, logs.variance(), 0.03);
        assertEquals(20, of(random -> random.exponential(20)).mean(), 0.26);
    }

    @Test
    void picks_by_weight() {
        List<Share> shares = List.of(new Share("a", 1), new Share("b", 3));
        Moments moments = of(random -> random.pick(shares).equals("b") ? 1 : 0);
        assertEquals(0.75, moments.mean(), 0.006);
    }

    @Test
    void a_split_source_goes_its_own_way() {
        RandomSource parent = RandomSource.seeded(3);
        RandomSource child = parent.split();
        assertNotEquals(parent.uniform(), child.uniform());
        RandomSource again = RandomSource.seeded(3);
        RandomSource childAgain = again.split();
        again.uniform();
        childAgain.uniform();
        assertEquals(child.uniform(), childAgain.uniform());
    }

    private static Moments of(ToDoubleFunction<RandomSource> draw) {
        RandomSource random = RandomSource.seeded(42);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = draw.applyAsDouble(random);
            sum += value;
            squares += value * value;
        }
        double mean = sum / DRAWS;
        return new Moments(mean, squares / DRAWS - mean * mean);
    }
}
