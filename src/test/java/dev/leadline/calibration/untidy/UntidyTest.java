package dev.leadline.calibration.untidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How decisions and intervals hold on untidy markets: a part of what {@link UntidyRunTest} prints. Bounds: {@link Bound}, those
 * of {@link KnownMisses} apart, and three standard errors for chance.
 */
@Execution(CONCURRENT)
class UntidyTest {

    private static final int MARKETS = 4;
    private static final long SEED = 7;

    private static final Map<Condition, Score> SCORES = new EnumMap<>(Condition.class);

    @BeforeAll
    static void ask() {
        for (Condition condition : Condition.values()) {
            SCORES.put(condition, Score.of(condition, MARKETS, SEED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void given_a_condition_then_what_is_said_of_it_keeps_to_the_bounds(Condition condition) {
        assertEquals(List.of(), KnownMisses.unknown(condition, SCORES));
    }
}
