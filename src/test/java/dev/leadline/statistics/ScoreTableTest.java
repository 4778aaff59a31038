package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    @Test
    void given_values_in_any_order_when_asked_then_their_scores_are_those_of_the_curve() {
        ScoreTable table = new ScoreTable(z -> Math.exp(z / 2) - 1);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double z = 16 * random.nextDouble() - 8;
            assertEquals(z, table.score(Math.exp(z / 2) - 1), 1e-3);
        }
    }

    @Test
    void given_a_line_when_asked_then_it_is_exact_and_beyond_its_ends_infinite() {
        ScoreTable table = new ScoreTable(z -> 10 * z);

        assertEquals(0.01, table.score(0.1), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, table.score(80.1));
        assertEquals(8, table.score(80));
        assertEquals(-8, table.score(-80));
        assertEquals(Double.NEGATIVE_INFINITY, table.score(-80.1));
        assertEquals(1.25, table.score(12.5), 1e-12);
    }
}
