package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatePosteriorTest {

    private static RatePosterior ripe(BetaPrior prior, long deals, double others) {
        return Posteriors.rate(prior, deals, new double[] {1}, new double[] {others});
    }

    /** Ripe cohorts only: the posterior is Beta(alpha + D, beta + n - D), here from commons-statistics. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0, 0",
        "0.5, 0.5, 0, 10",
        "0.5, 0.5, 0, 1000000",
        "0.5, 0.5, 10, 0",
        "0.5, 0.5, 1000000, 0",
        "0.5, 0.5, 10, 990",
        "0.5, 0.5, 10, 999990",
        "0.5, 0.5, 50000, 950000",
        "20, 980, 3, 50",
        "1, 1, 500, 500",
        "2, 0.3, 5, 1"
    })
    void given_ripe_cohorts_when_asked_then_the_posterior_is_the_beta_distribution(
            double alpha, double beta, long deals, double others) {
        RatePosterior posterior = ripe(new BetaPrior(alpha, beta), deals, others);
        BetaDistribution exact = BetaDistribution.of(alpha + deals, beta + others);

        assertEquals(exact.getMean(), posterior.mean(), 1e-9 * exact.getMean());
        for (double q : new double[] {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
            assertEquals(q, exact.cumulativeProbability(posterior.quantile(q)), 1e-5);
            assertEquals(q, posterior.probabilityAtMost(exact.inverseCumulativeProbability(q)), 1e-5);
        }
    }

    /** The definition, summed by the midpoint rule over 400,000 even steps of p. */
    @Test
    void given_young_cohorts_when_asked_then_it_is_the_posterior_as_defined() {
        double[] shares = {0.1, 0.45, 0.9, 1, 0};
        double[] others = {400, 150.5, 80, 60, 1_000};
        RatePosterior posterior = Posteriors.rate(new BetaPrior(2, 30), 25, shares, others);
        int steps = 400_000;
        double mass = 0;
        double moment = 0;
        double below = 0;
        double bound = posterior.quantile(0.95);
        for (int i = 0; i < steps; i++) {
            double p = (i + 0.5) / steps;
            double log = 26 * Math.log(p) + 29 * Math.log(1 - p);
            for (int j = 0; j < shares.length; j++) {
                log += others[j] * Math.log(1 - p * shares[j]);
            }
            double density = Math.exp(log + 130);
            mass += density;
            moment += density * p;
            below += p <= bound ? density : 0;
        }

        assertEquals(moment / mass, posterior.mean(), 1e-8);
        assertEquals(0.95, below / mass, 2e-4);
    }

    @Test
    void given_the_grid_when_mixed_then_it_has_the_posteriors_mass_and_mean() {
        RatePosterior posterior = ripe(BetaPrior.weak(), 7, 200);
        double[] nodes = IntStream.range(0, posterior.size())
                .mapToDouble(posterior::rate)
                .toArray();
        double[] weights = IntStream.range(0, posterior.size())
                .mapToDouble(posterior::weight)
                .toArray();

        assertEquals(
                1, IntStream.range(0, nodes.length).mapToDouble(i -> weights[i]).sum(), 1e-12);
        assertEquals(
                posterior.mean(),
                IntStream.range(0, nodes.length)
                        .mapToDouble(i -> weights[i] * nodes[i])
                        .sum(),
                1e-12);
        assertTrue(IntStream.range(1, nodes.length).allMatch(i -> nodes[i] > nodes[i - 1]));
    }

    @Test
    void given_no_deals_in_unripe_cohorts_when_asked_then_the_interval_stays_wide_open() {
        RatePosterior posterior = Posteriors.rate(BetaPrior.weak(), 0, new double[] {0.001}, new double[] {50});

        assertTrue(posterior.interval(0.9).high() > 0.9);
        assertTrue(posterior.interval(0.9).low() < 0.1);
    }

    @Test
    void given_a_prior_that_says_nothing_when_asked_then_the_posterior_is_still_legal() {
        RatePosterior posterior = ripe(new BetaPrior(1e-3, 1e-3), 0, 0);

        assertEquals(0.5, posterior.mean(), 1e-3);
        assertTrue(posterior.rate(0) > 0);
    }

    @Test
    void given_a_value_outside_0_to_1_when_asked_then_the_probability_is_0_or_1() {
        RatePosterior posterior = ripe(BetaPrior.weak(), 7, 200);

        assertEquals(0, posterior.probabilityAtMost(-0.1));
        assertEquals(0, posterior.probabilityAtMost(0));
        assertEquals(0, posterior.probabilityAtMost(1e-300));
        assertEquals(1, posterior.probabilityAtMost(1 - 1e-16));
        assertEquals(1, posterior.probabilityAtMost(Double.POSITIVE_INFINITY));
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        BetaPrior weak = BetaPrior.weak();
        Illegal.argument("deals", () -> ripe(weak, -1, 5));
        Illegal.argument("shares", () -> Posteriors.rate(weak, 1, new double[] {1.1}, new double[1]));
        Illegal.argument("shares and", () -> Posteriors.rate(weak, 1, new double[2], new double[1]));
        Illegal.argument("nonConverted", () -> ripe(weak, 1, Double.NaN));
        Illegal.argument("q", () -> ripe(weak, 1, 5).quantile(0));
        Illegal.argument("x", () -> ripe(weak, 1, 5).probabilityAtMost(Double.NaN));
        Illegal.argument("level", () -> ripe(weak, 1, 5).interval(1));
    }

    @Test
    void given_an_extreme_skew_when_asked_then_the_estimate_lies_within_its_interval() {
        for (double beta : new double[] {0.003, 0.01, 0.1}) {
            Interval sure = ripe(new BetaPrior(1, beta), 100, 0).interval(0.9);
            Interval never = ripe(new BetaPrior(beta, 1), 0, 100).interval(0.9);

            assertTrue(sure.low() <= sure.estimate() && sure.estimate() <= sure.high(), sure.toString());
            assertTrue(never.low() <= never.estimate() && never.estimate() <= never.high(), never.toString());
        }
    }

    @Test
    void given_plausible_timings_that_agree_when_mixed_then_it_is_the_posterior_by_one() {
        ConversionExposure exposure = exposure(k -> Math.min(1, (k + 1) / 40.0));
        RatePosterior one = Posteriors.rate(BetaPrior.weak(), exposure);
        RatePosterior mixed = RatePosterior.mixture(1, List.of(by(0.3, exposure), by(0.7, exposure)));

        assertEquals(one.mean(), mixed.mean(), 1e-12);
        assertEquals(one.quantile(0.05), mixed.quantile(0.05), 1e-9);
    }

    @Test
    void given_plausible_timings_that_differ_when_mixed_then_mean_and_chances_are_their_weighted_means() {
        ConversionExposure early = exposure(k -> Math.min(1, (k + 1) / 10.0));
        ConversionExposure late = exposure(k -> Math.min(1, (k + 1) / 80.0));
        RatePosterior byEarly = Posteriors.rate(BetaPrior.weak(), early);
        RatePosterior byLate = Posteriors.rate(BetaPrior.weak(), late);
        RatePosterior mixed = RatePosterior.mixture(1, List.of(by(0.4, early), by(0.6, late)));

        assertEquals(0.4 * byEarly.mean() + 0.6 * byLate.mean(), mixed.mean(), 1e-9);
        double middle = (byEarly.mean() + byLate.mean()) / 2;
        assertEquals(
                0.4 * byEarly.probabilityAtMost(middle) + 0.6 * byLate.probabilityAtMost(middle),
                mixed.probabilityAtMost(middle),
                1e-6);
        assertTrue(mixed.interval(0.9).low() < byLate.interval(0.9).low());
        assertTrue(mixed.interval(0.9).high() > byEarly.interval(0.9).high());
    }

    @Test
    void given_cohorts_that_vary_more_than_by_chance_then_the_posterior_counts_a_part_of_the_evidence() {
        ConversionExposure exposure = exposure(k -> k < 0 ? 0 : 1);
        RatePosterior dispersed = RatePosterior.mixture(4, List.of(by(1, exposure)));

        // 8 deals of 80 inquiries at a fourth: a beta of 2.5 and 18.5.
        assertEquals(2.5 / 21, dispersed.mean(), 1e-9);
    }

    @Test
    void given_a_mixture_when_its_floor_is_asked_for_then_it_lies_below_and_far_below_the_mean_not_by_much() {
        List<RatePosterior.Case> cases = List.of(
                by(0.5, exposure(k -> k < 0 ? 0 : 1)),
                by(0.3, exposure(k -> k < 0 ? 0 : Math.min(1, 0.2 + k / 100.0))),
                by(0.2, exposure(k -> k < 0 ? 0 : Math.min(1, (k + 1) / 10.0))));
        List<RatePosterior.Level> levels = List.of(
                new RatePosterior.Level(0.1, new BetaPrior(3, 60)),
                new RatePosterior.Level(0.3, new BetaPrior(20, 300)));
        for (double dispersion : new double[] {1, 2.5}) {
            RatePosterior mixture = RatePosterior.mixture(dispersion, cases, levels);
            for (double rate = 0.001; rate < 1; rate += 0.001) {
                double exact = 1 - mixture.probabilityAtMost(rate);
                double floor = RatePosterior.leastProbability(dispersion, cases, levels, rate);
                assertTrue(floor >= 0 && floor <= exact + 1e-6, floor + " of " + exact + " at " + rate);
            }
        }
        assertTrue(RatePosterior.leastProbability(1, cases, List.of(), 0.02) > 0.8);
    }

    /** 8 deals of 80 inquiries, and two levels that it may have had since, one of them all but unknown: the rest of the weight is its own. */
    @Test
    void given_levels_that_began_lately_then_each_has_its_weight() {
        List<RatePosterior.Case> steady = List.of(by(1, exposure(k -> k < 0 ? 0 : 1)));
        RatePosterior mixture = RatePosterior.mixture(
                1,
                steady,
                List.of(
                        new RatePosterior.Level(0.2, new BetaPrior(2, 60)),
                        new RatePosterior.Level(0.1, new BetaPrior(400, 3_600))));

        for (double rate = 0.005; rate < 0.5; rate += 0.005) {
            double exact = 0.7 * RegularizedBeta.value(rate, 8.5, 72.5)
                    + 0.2 * RegularizedBeta.value(rate, 2, 60)
                    + 0.1 * RegularizedBeta.value(rate, 400, 3_600);
            assertEquals(exact, mixture.probabilityAtMost(rate), 3e-5, "at " + rate);
        }
    }

    @Test
    void given_no_case_or_less_variation_than_by_chance_then_it_is_refused() {
        Illegal.argument("cases", () -> RatePosterior.mixture(1, List.of()));
        RatePosterior.Case one = by(1, exposure(k -> k < 0 ? 0 : 1));
        Illegal.argument("dispersion", () -> RatePosterior.mixture(0.9, List.of(one)));
        Illegal.argument("weight", () -> by(0, exposure(k -> k < 0 ? 0 : 1)));
    }

    private static RatePosterior.Case by(double weight, ConversionExposure exposure) {
        return new RatePosterior.Case(weight, BetaPrior.weak(), exposure);
    }

    /** Four cohorts of 20 with two deals each on their first day, over a horizon of 90 days. */
    private static ConversionExposure exposure(TimingCurve timing) {
        CohortTable.Builder cohorts = CohortTable.builder(new long[] {20, 20, 20, 20}, 0);
        for (int day = 0; day < 4; day++) {
            cohorts.firstDeals(day, 0, 2);
        }
        return ConversionExposure.of(cohorts.build(), timing, 90, 0, 3);
    }
}
