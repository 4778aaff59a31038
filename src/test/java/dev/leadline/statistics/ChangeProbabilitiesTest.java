package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeProbabilitiesTest {

    private static final double[] NOTHING = new double[ChangeProbabilities.ages().length];

    private static double[] factors(double... logs) {
        return logs;
    }

    @Test
    void given_nothing_seen_then_what_is_usual_stands() {
        double[] usual = ChangeProbabilities.usual().posterior(NOTHING);

        assertEquals(0.4, usual[0], 1e-12);
        assertEquals(1, Arrays.stream(usual).sum(), 1e-12);
        assertArrayEquals(usual, ChangeProbabilities.of(List.of()).posterior(NOTHING), 1e-12);
        assertArrayEquals(
                usual, ChangeProbabilities.of(Collections.nCopies(8, NOTHING)).posterior(NOTHING), 1e-9);
    }

    @Test
    void given_a_bayes_factor_then_the_odds_are_multiplied_by_it() {
        double[] before = ChangeProbabilities.usual().posterior(NOTHING);
        double[] after = ChangeProbabilities.usual().posterior(factors(0, Math.log(20), 0, 0));

        assertEquals(20 * before[2] / before[0], after[2] / after[0], 1e-9);
    }

    @Test
    void given_siblings_that_all_seem_to_have_changed_at_once_then_a_further_one_has_more_likely_than_not() {
        double[] hint = factors(0.5, 1.3, 0.8, 0);
        ChangeProbabilities alone = ChangeProbabilities.of(List.of(hint));
        ChangeProbabilities together = ChangeProbabilities.of(Collections.nCopies(10, hint));

        assertTrue(alone.posterior(hint)[0] > 0.2, "alone " + alone.posterior(hint)[0]);
        assertTrue(together.posterior(hint)[0] < 0.15, "together " + together.posterior(hint)[0]);
    }

    @Test
    void given_siblings_that_have_clearly_not_changed_then_a_change_is_less_likely_than_usual() {
        ChangeProbabilities steady = ChangeProbabilities.of(Collections.nCopies(20, factors(-2, -2, -2, -2)));

        assertTrue(steady.posterior(NOTHING)[0] > 0.6, "" + steady.posterior(NOTHING)[0]);
    }

    @Test
    void given_a_short_window_then_only_changes_within_it_count() {
        double[] posterior = ChangeProbabilities.usual().posterior(factors(0, 0));

        assertEquals(3, posterior.length);
        assertEquals(1, Arrays.stream(posterior).sum(), 1e-12);
    }

    @Test
    void given_an_overwhelming_factor_then_the_answer_is_a_number() {
        assertEquals(1, ChangeProbabilities.usual().posterior(factors(2_000, 0, 0, 0))[1], 1e-12);
    }

    @Test
    void given_a_day_on_which_something_changed_then_the_rate_is_as_likely_as_not_to_have_changed() {
        assertEquals(0.5, ChangeProbabilities.posteriorOfKnownDay(0), 1e-12);
        assertEquals(0.75, ChangeProbabilities.posteriorOfKnownDay(Math.log(3)), 1e-12);
    }
}
