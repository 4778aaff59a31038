package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValuePosteriorTest {

    private static final MarginStatistics PARENT = lognormal(200, 5, 1);

    /** Margins as the distribution lets expect them, without chance. */
    private static MarginStatistics lognormal(int deals, double mean, double sd) {
        double[] margins = new double[deals];
        Arrays.setAll(margins, i -> Math.exp(mean + sd * StandardNormal.quantile((i + 0.5) / deals)));
        return MarginStatistics.of(margins);
    }

    @Test
    void given_many_deals_when_asked_then_the_value_is_their_log_normal_mean() {
        Interval value = Posteriors.value(lognormal(100_000, 5, 1), 1).interval(0.9);

        assertEquals(Math.exp(5.5), value.estimate(), 0.02 * Math.exp(5.5));
        assertTrue(value.high() / value.low() < 1.03);
    }

    @Test
    void given_samples_among_orders_when_there_are_many_then_the_value_is_their_mean() {
        double[] margins = new double[20_000];
        RandomSource random = RandomSource.seeded(10);
        Arrays.setAll(margins, i -> Math.exp(5 + 0.8 * random.normal()) / (i % 10 < 3 ? 50 : 1));
        double truth = Math.exp(5 + 0.32) * (0.7 + 0.3 / 50);

        Interval value = Posteriors.value(MarginStatistics.of(margins), 1).interval(0.9);

        assertEquals(truth, value.estimate(), 0.03 * truth);
        assertTrue(value.low() < truth && truth < value.high(), value.toString());
    }

    /** Deals that bring next to nothing raise what a log-normal law makes of the others; here they lower the mean by their number. */
    @Test
    void given_deals_at_cost_when_added_then_the_value_is_not_higher_than_with_nothing_in_them() {
        MarginStatistics own = lognormal(47, 7, 1);
        ValuePosterior with = shrunk(own.plus(MarginStatistics.of(1, 1, 1, 1)), PARENT, 1);
        ValuePosterior withZeros = shrunk(own.plus(MarginStatistics.of(0, 0, 0, 0)), PARENT, 1);

        for (double q : new double[] {0.05, 0.5, 0.95}) {
            assertTrue(with.quantile(q) < 1.02 * withZeros.quantile(q));
            assertTrue(with.quantile(q) < shrunk(own, PARENT, 1).quantile(q));
        }
    }

    @Test
    void given_no_deal_of_its_own_when_asked_then_the_value_is_the_parents() {
        ValuePosterior none = shrunk(MarginStatistics.of(), PARENT, 1);

        assertEquals(Math.exp(5.5), none.quantile(0.5), 0.2 * Math.exp(5.5));
    }

    /** The bound is of these two samples, the parent's given by its sums; of typical ones it is 1.7. */
    @Test
    void given_one_big_order_when_asked_then_the_value_moves_by_far_less_than_the_average() {
        MarginStatistics own = MarginStatistics.of(
                132, 399, 103, 206, 302, 111, 93, 218, 256, 98, 579, 228, 351, 222, 328, 122, 225, 181, 96, 87);
        MarginStatistics parent =
                new MarginStatistics(new PowerSums(200, 48501, 2.554e7, 2.331e10), 1005.88, 5256.32, 0, 0);
        double before = shrunk(own, parent, 1).quantile(0.1);
        MarginStatistics lucky = own.plus(MarginStatistics.of(100 * Math.exp(5.3)));
        double after = shrunk(lucky, parent.plus(MarginStatistics.of(100 * Math.exp(5.3))), 1)
                .quantile(0.1);

        assertTrue(after < 1.6 * before, before + " became " + after + " where the average is 5.8 times as high");
    }

    /** Its luck may come again or not: the value with it, and the value without, both lie in the interval. */
    @Test
    void given_an_order_that_nobody_knows_to_come_again_when_asked_then_the_interval_holds_both_values() {
        MarginStatistics own = lognormal(46, 5, 0.8);
        MarginStatistics huge = MarginStatistics.of(150 * Math.exp(5));
        ValuePosterior without = shrunk(own, PARENT, 1);
        ValuePosterior with = shrunk(own.plus(huge), PARENT, 1);
        ValuePosterior doubtful =
                ValuePosterior.of(own.plus(huge), new OddOrders.Part(0, huge), ValuePrior.ofParent(PARENT), 1, 0);

        assertTrue(without.quantile(0.95) < with.quantile(0.5), "not to be confused");
        assertTrue(doubtful.quantile(0.05) < without.quantile(0.5));
        assertTrue(doubtful.quantile(0.95) > with.quantile(0.5));
        for (double x : new double[] {0, 100, 200, 300, 500, 900, 5_000}) {
            assertEquals(
                    (with.probabilityAtMost(x) + without.probabilityAtMost(x)) / 2,
                    doubtful.probabilityAtMost(x),
                    1e-12);
        }
        for (double q : new double[] {0.01, 0.05, 0.3, 0.5, 0.8, 0.99}) {
            assertEquals(q, doubtful.probabilityAtMost(doubtful.quantile(q)), 1e-6);
        }
    }

    @Test
    void given_small_orders_of_a_kind_of_their_own_when_asked_then_they_lower_the_value_by_their_share_alone() {
        MarginStatistics own = lognormal(5_000, 5, 0.8);
        ValuePosterior usual = shrunk(own, PARENT.plus(MarginStatistics.of(-1e4)), 1);
        ValuePosterior thinned = ValuePosterior.of(
                own,
                new OddOrders.Part(5_000, MarginStatistics.of()),
                ValuePrior.ofParent(PARENT.plus(MarginStatistics.of(-1e4))),
                1,
                0);

        assertEquals(usual.quantile(0.5) / 2, thinned.quantile(0.5), 0.01 * usual.quantile(0.5));
    }

    @Test
    void given_deals_at_a_loss_when_asked_then_they_lower_the_value_by_their_share_and_mean() {
        double[] margins = new double[10_000];
        RandomSource random = RandomSource.seeded(4);
        Arrays.setAll(margins, i -> i % 5 == 0 ? -50 : Math.exp(4 + 0.5 * random.normal()));
        ValuePosterior value = Posteriors.value(MarginStatistics.of(margins), 1);

        double truth = 0.8 * Math.exp(4 + 0.125) - 0.2 * 50;
        assertEquals(truth, value.quantile(0.5), 0.02 * truth);
        assertTrue(value.probabilityAtMost(0) < 1e-9);
    }

    /** Where losses are that rare, how rare they are is all but unknown, and matters as little. */
    @Test
    void given_a_single_loss_among_many_siblings_deals_when_asked_then_a_small_segment_is_hardly_worth_less() {
        MarginStatistics own = lognormal(20, 5, 0.8);
        ValuePosterior without = shrunk(own, PARENT, 1);
        ValuePosterior with = shrunk(own, PARENT.plus(MarginStatistics.of(-30)), 1);

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
        assertEquals(-50, shrunk(few, many, 1).quantile(0.5), 2);
        assertTrue(shrunk(many, many, 1).probabilityAtMost(0) > 0.97);
        assertTrue(Posteriors.value(many, 1).probabilityAtMost(0) > 0.97);
        assertEquals(0.85, Posteriors.value(few, 1).probabilityAtMost(0), 0.15);
        assertFalse(ValuePrior.ofParent(MarginStatistics.of()).tells(MarginStatistics.of(Arrays.copyOf(losses, 7))));
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
        ValuePosterior value = shrunk(lognormal(12, 5, 1), PARENT.plus(MarginStatistics.of(-30, 0)), 1.2);

        for (double q : new double[] {0.01, 0.05, 0.5, 0.95, 0.99}) {
            assertEquals(q, value.probabilityAtMost(value.quantile(q)), 1e-3);
        }
    }

    @Test
    void given_a_fixed_price_when_asked_then_the_value_is_known_to_its_digits() {
        double log = Math.log(250);
        long deals = 1_000_000_000;
        PowerSums gains = new PowerSums(deals, 250.0 * deals, 250.0 * 250 * deals, 250.0 * 250 * 250 * deals);
        MarginStatistics fixed = new MarginStatistics(gains, deals * log, deals * log * log, 0, 0);

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
                    ValuePosterior value = shrunk(own, parent, ratio);
                    Interval interval = value.interval(0.9);
                    assertTrue(Double.isFinite(interval.low()) && Double.isFinite(interval.high()), own + " " + parent);
                    assertTrue(Double.isFinite(interval.estimate()));
                    assertTrue(value.probabilityAtMost(interval.high()) >= 0);
                }
            }
        }
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        Illegal.argument("ratio", () -> shrunk(PARENT, PARENT, -1));
        Illegal.argument("ratio", () -> shrunk(PARENT, PARENT, Double.NaN));
        Illegal.argument("own", () -> shrunk(MarginStatistics.of(-5), MarginStatistics.of(), 1));
        Illegal.argument("allMargin", () -> ValuePosterior.ratio(Double.NaN, 1));
        Illegal.argument("q", () -> Posteriors.value(PARENT, 1).quantile(1));
        Illegal.argument("x", () -> Posteriors.value(PARENT, 1).probabilityAtMost(Double.NaN));
    }

    private static ValuePosterior shrunk(MarginStatistics own, MarginStatistics parent, double ratio) {
        return ValuePosterior.of(own, ValuePrior.ofParent(parent), ratio);
    }
}
