package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePosteriorTest {

    private static final MarginStatistics PARENT = lognormal(200, 5, 1, 1);

    private static MarginStatistics lognormal(int deals, double mean, double sd, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] margins = new double[deals];
        Arrays.setAll(margins, i -> Math.exp(mean + sd * Draws.normal(random)));
        return MarginStatistics.of(margins);
    }

    /**
     * Exact: the mean of the normal probability over 1,000 even quantiles of the variance's posterior, sigma at most
     * 1.75.
     */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 0.3",
        "8, 8, 0.8",
        "8, 8, 1.2",
        "8, 8, 1.5",
        "20, 20, 0.3",
        "20, 20, 1.2",
        "20, 20, 1.5",
        "60, 60, 0.8",
        "60, 60, 1.5",
        "400, 400, 1.2",
        "0.1, 8, 0.5",
        "0.5, 8, 1.2",
        "2, 8, 0.3",
        "20.1, 28, 1.2"
    })
    void given_deals_when_asked_then_the_shifted_log_normal_is_near_the_exact_posterior(
            double worth, int deals, double sd) {
        NormalInverseGamma moments = new NormalInverseGamma(5, worth, sd * sd, deals);
        LogNormalMeanPosterior posterior = LogNormalMeanPosterior.of(moments);
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(deals);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double worst = 0;
        for (double z = -2.5; z <= 2.5; z += 0.25) {
            double eta = posterior.atScore(z);
            double exact = 0;
            int steps = 1_000;
            for (int i = 0; i < steps; i++) {
                double draw = deals * sd * sd / chiSquared.inverseCumulativeProbability((i + 0.5) / steps);
                double variance = Math.min(1.75 * 1.75, draw);
                exact += normal.cumulativeProbability((eta - 5 - variance / 2) / Math.sqrt(variance / worth)) / steps;
            }
            worst = Math.max(worst, Math.abs(exact - normal.cumulativeProbability(z)));
        }

        assertTrue(worst < 0.01, "off by " + worst);
    }

    @Test
    void given_many_deals_when_asked_then_the_value_is_their_log_normal_mean() {
        Interval value = Posteriors.value(lognormal(100_000, 5, 1, 9), 1).interval(0.9);

        assertEquals(Math.exp(5.5), value.estimate(), 0.02 * Math.exp(5.5));
        assertTrue(value.high() / value.low() < 1.03);
    }

    @Test
    void given_few_deals_of_its_own_when_asked_then_the_value_is_the_parents_however_big_they_are() {
        ValuePosterior none = shrunk(MarginStatistics.of(), PARENT, 1).orElseThrow();
        ValuePosterior lucky = shrunk(MarginStatistics.of(1e6, 2e6), PARENT, 1).orElseThrow();

        assertEquals(none.quantile(0.5), lucky.quantile(0.5), 1e-9 * none.quantile(0.5));
        assertEquals(Math.exp(5.5), none.quantile(0.5), 0.2 * Math.exp(5.5));
    }

    @Test
    void given_one_big_order_when_asked_then_the_value_moves_by_far_less_than_the_average() {
        MarginStatistics own = lognormal(20, 5, 0.8, 3);
        double before = shrunk(own, PARENT, 1).orElseThrow().quantile(0.1);
        MarginStatistics lucky = own.plus(MarginStatistics.of(100 * Math.exp(5.3)));
        double after = shrunk(lucky, PARENT.plus(MarginStatistics.of(100 * Math.exp(5.3))), 1)
                .orElseThrow()
                .quantile(0.1);

        assertTrue(after < 1.6 * before, before + " became " + after + " where the average is 5.8 times as high");
    }

    @Test
    void given_deals_at_a_loss_when_asked_then_they_lower_the_value_by_their_share_and_mean() {
        double[] margins = new double[10_000];
        SplittableRandom random = new SplittableRandom(4);
        Arrays.setAll(margins, i -> i % 5 == 0 ? -50 : Math.exp(4 + 0.5 * Draws.normal(random)));
        ValuePosterior value = Posteriors.value(MarginStatistics.of(margins), 1);

        double truth = 0.8 * Math.exp(4 + 0.125) - 0.2 * 50;
        assertEquals(truth, value.quantile(0.5), 0.02 * truth);
        assertTrue(value.probabilityAtMost(0) < 1e-9);
    }

    /** Where losses are that rare, how rare they are is all but unknown, and matters as little. */
    @Test
    void given_a_single_loss_among_many_siblings_deals_when_asked_then_a_small_segment_is_hardly_worth_less() {
        MarginStatistics own = lognormal(20, 5, 0.8, 3);
        ValuePosterior without = shrunk(own, PARENT, 1).orElseThrow();
        ValuePosterior with =
                shrunk(own, PARENT.plus(MarginStatistics.of(-30)), 1).orElseThrow();

        for (double q : new double[] {0.01, 0.05, 0.25, 0.5, 0.95}) {
            assertEquals(without.quantile(q), with.quantile(q), 0.03 * without.quantile(q));
        }
    }

    /** With the share of losses by Jeffreys' prior: after 8 losses in a row a gain is not ruled out, after 100 it is. */
    @Test
    void given_nothing_but_losses_when_asked_then_the_value_is_about_their_mean() {
        double[] losses = new double[100];
        Arrays.fill(losses, -50);
        MarginStatistics many = MarginStatistics.of(losses);
        MarginStatistics few = MarginStatistics.of(Arrays.copyOf(losses, 8));

        assertEquals(-50, Posteriors.value(many, 1).quantile(0.5), 1);
        assertEquals(-50, shrunk(few, many, 1).orElseThrow().quantile(0.5), 2);
        assertTrue(shrunk(many, many, 1).orElseThrow().probabilityAtMost(0) > 0.97);
        assertTrue(Posteriors.value(many, 1).probabilityAtMost(0) > 0.97);
        assertEquals(0.85, Posteriors.value(few, 1).probabilityAtMost(0), 0.15);
        assertTrue(ValuePrior.ofParent(MarginStatistics.of(Arrays.copyOf(losses, 7)))
                .isEmpty());
    }

    @Test
    void given_nothing_but_margins_of_0_when_asked_then_the_value_is_next_to_nothing() {
        ValuePosterior value = Posteriors.value(MarginStatistics.of(new double[20]), 1);

        assertEquals(0, value.quantile(0.95), 0.01);
    }

    @Test
    void given_repeat_orders_when_asked_then_the_value_grows_by_the_ratio() {
        ValuePosterior once = Posteriors.value(PARENT, 1);
        ValuePosterior more = Posteriors.value(PARENT, 1.5);

        for (double q : new double[] {0.1, 0.5, 0.9}) {
            assertEquals(1.5 * once.quantile(q), more.quantile(q), 1e-9 * more.quantile(q));
        }
        assertEquals(1.5, ValuePosterior.ratio(150, 100));
        assertEquals(1, ValuePosterior.ratio(150, 0));
        assertEquals(0, ValuePosterior.ratio(-150, 100));
    }

    @Test
    void given_quantiles_when_turned_back_then_they_are_the_probabilities_asked_for() {
        ValuePosterior value = shrunk(lognormal(12, 5, 1, 8), PARENT.plus(MarginStatistics.of(-30, 0)), 1.2)
                .orElseThrow();

        for (double q : new double[] {0.01, 0.05, 0.5, 0.95, 0.99}) {
            assertEquals(q, value.probabilityAtMost(value.quantile(q)), 1e-3);
        }
    }

    @Test
    void given_a_fixed_price_when_asked_then_the_value_is_known_to_its_digits() {
        double log = Math.log(250);
        long deals = 1_000_000_000;
        MarginStatistics fixed = new MarginStatistics(deals, deals * log, deals * log * log, 0, 0);

        assertEquals(250, Posteriors.value(fixed, 1).quantile(0.5), 1e-3);
    }

    @Test
    void given_thin_data_when_asked_then_every_answer_is_a_number() {
        MarginStatistics[] thin = {
            MarginStatistics.of(5),
            MarginStatistics.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5),
            MarginStatistics.of(0.01, 1e12),
            MarginStatistics.of(5, -1, -1, -1, -1, -1, -1, -1, -1),
            MarginStatistics.of(1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, -1e12)
        };
        for (MarginStatistics own : thin) {
            for (MarginStatistics parent : thin) {
                for (double ratio : new double[] {0, 1, 3}) {
                    ValuePosterior value = shrunk(own, parent, ratio).orElseThrow();
                    Interval interval = value.interval(0.9);
                    assertTrue(Double.isFinite(interval.low()) && Double.isFinite(interval.high()), own + " " + parent);
                    assertTrue(Double.isFinite(interval.estimate()));
                    assertTrue(value.probabilityAtMost(interval.high()) >= 0);
                }
            }
        }
        assertTrue(ValuePrior.ofParent(MarginStatistics.of(-5)).isEmpty());
        assertTrue(shrunk(MarginStatistics.of(5), MarginStatistics.of(), 1).isEmpty());
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        Illegal.argument("ratio", () -> shrunk(PARENT, PARENT, -1));
        Illegal.argument("ratio", () -> shrunk(PARENT, PARENT, Double.NaN));
        Illegal.argument("allMargin", () -> ValuePosterior.ratio(Double.NaN, 1));
        Illegal.argument("q", () -> Posteriors.value(PARENT, 1).quantile(1));
        Illegal.argument("x", () -> Posteriors.value(PARENT, 1).probabilityAtMost(Double.NaN));
    }

    private static Optional<ValuePosterior> shrunk(MarginStatistics own, MarginStatistics parent, double ratio) {
        return ValuePrior.ofParent(parent).map(prior -> ValuePosterior.of(own, prior, ratio));
    }
}
