package dev.leadline.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often the 90 % intervals of the service hold the truth of simulated markets: a part of what {@link CalibrationRunTest}
 * prints. Bounds: {@link Goal}, and three standard errors for chance.
 */
@Execution(CONCURRENT)
class CalibrationTest {

    private static final int MARKETS = 240;
    private static final long SEED = 7;
    private static final double ERRORS = 3;
    private static final double MOST_OFF = 0.05;

    private static List<MarketResult> results;
    private static Map<Estimator, Coverage> seen;

    @BeforeAll
    static void simulate() {
        results = Judge.all(Grid.markets(MARKETS, SEED));
        seen = Report.coverages(results);
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void given_simulated_markets_when_enough_is_known_then_the_intervals_hold_the_truth_as_often_as_they_say(
            Estimator figure) {
        assertEquals(List.of(), Goal.missed(figure, seen.get(figure), ERRORS));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.1, 0.9", "0.9, 1.01"})
    void given_what_is_said_of_reaching_the_target_then_it_comes_true_about_as_often(double from, double to) {
        List<MarketResult.Chance> said = results.stream()
                .flatMap(r -> r.chances().stream())
                .filter(c -> c.probability() >= from && c.probability() < to)
                .toList();
        double mean = said.stream()
                .mapToDouble(MarketResult.Chance::probability)
                .average()
                .orElseThrow();
        double cameTrue =
                (double) said.stream().filter(MarketResult.Chance::reached).count() / said.size();
        double chance = ERRORS * Math.sqrt(mean * (1 - mean) / Math.min(said.size(), MARKETS));

        assertTrue(Math.abs(mean - cameTrue) <= MOST_OFF + chance, "said " + mean + ", came true " + cameTrue);
    }
}
