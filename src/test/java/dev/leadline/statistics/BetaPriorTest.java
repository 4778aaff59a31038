package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BetaPriorTest {

    @Test
    void given_siblings_that_agree_when_learned_then_the_prior_is_strong_and_at_their_rate() {
        BetaPrior prior = BetaPrior.empiricalBayes(Collections.nCopies(30, new RateEvidence(2_000, 100)));

        assertEquals(0.05, prior.mean(), 0.001);
        assertTrue(prior.alpha() > 15 && prior.alpha() <= BetaPrior.STRONGEST, "alpha " + prior.alpha());
    }

    @Test
    void given_siblings_that_differ_when_learned_then_the_prior_is_weak() {
        List<RateEvidence> siblings = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            siblings.add(new RateEvidence(2_000, i % 2 == 0 ? 10 : 400));
        }

        assertTrue(BetaPrior.empiricalBayes(siblings).alpha() < 2);
    }

    @Test
    void given_families_drawn_from_a_known_prior_when_learned_then_mean_and_strength_are_found_on_average() {
        RandomSource random = RandomSource.seeded(23);
        int runs = 100;
        double mean = 0;
        double logAlpha = 0;
        for (int run = 0; run < runs; run++) {
            List<RateEvidence> siblings = new ArrayList<>();
            for (int s = 0; s < 40; s++) {
                // Sum of five exponential draws: a gamma draw of shape 5, and with beta large nearly 100 times the
                // rate.
                double gamma = 0;
                for (int i = 0; i < 5; i++) {
                    gamma += random.exponential(1);
                }
                siblings.add(new RateEvidence(1_000, random.poisson(1_000 * gamma / 100)));
            }
            BetaPrior prior = BetaPrior.empiricalBayes(siblings);
            mean += prior.mean() / runs;
            logAlpha += Math.log(prior.alpha()) / runs;
        }

        assertEquals(0.05, mean, 0.002);
        assertEquals(5, Math.exp(logAlpha), 0.7);
    }

    @Test
    void given_one_giant_among_small_siblings_when_learned_then_the_mean_is_not_the_giants() {
        List<RateEvidence> siblings = new ArrayList<>(Collections.nCopies(20, new RateEvidence(200, 20)));
        siblings.add(new RateEvidence(1_000_000, 10_000));

        assertTrue(BetaPrior.empiricalBayes(siblings).mean() > 0.05);
    }

    @Test
    void given_siblings_without_deals_when_learned_then_the_mean_is_below_what_they_could_have_hidden() {
        BetaPrior prior = BetaPrior.empiricalBayes(Collections.nCopies(8, new RateEvidence(100, 0)));

        assertTrue(prior.mean() > 0 && prior.mean() < 3.0 / 800, "mean " + prior.mean());
    }

    @Test
    void given_extreme_siblings_when_learned_then_the_prior_is_legal() {
        assertTrue(BetaPrior.empiricalBayes(Collections.nCopies(8, new RateEvidence(100, 100)))
                        .mean()
                > 0.9);
        assertTrue(BetaPrior.empiricalBayes(List.of(new RateEvidence(1e9, 3), new RateEvidence(0.001, 5)))
                        .alpha()
                > 0);
        assertEquals(BetaPrior.weak(), BetaPrior.empiricalBayes(List.of()));
        assertEquals(BetaPrior.weak(), BetaPrior.empiricalBayes(List.of(new RateEvidence(0, 0))));
    }

    @Test
    void given_illegal_values_when_made_then_the_argument_is_named() {
        Illegal.argument("alpha", () -> new BetaPrior(0, 1));
        Illegal.argument("beta", () -> new BetaPrior(1, Double.NaN));
        Illegal.argument("expectedExposure", () -> new RateEvidence(-1, 0));
        Illegal.argument("deals", () -> new RateEvidence(1, -1));
    }

    @Test
    void given_a_rate_a_factor_as_high_then_the_strength_stays_and_the_mean_moves() {
        BetaPrior twice = new BetaPrior(4, 36).times(2);

        assertEquals(4, twice.alpha());
        assertEquals(0.2, twice.mean(), 1e-12);
        assertEquals(0.95, new BetaPrior(4, 4).times(3).mean(), 1e-12);
        Illegal.argument("factor", () -> new BetaPrior(4, 4).times(0));
    }
}
