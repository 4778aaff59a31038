package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginPerInquiryPosteriorTest {

    private static RatePosterior rate(long deals, double others) {
        return Posteriors.rate(BetaPrior.weak(), deals, new double[] {1}, new double[] {others});
    }

    private static ValuePosterior value(int deals, double logSd, double... more) {
        double[] margins = new double[deals];
        RandomSource random = RandomSource.seeded(deals);
        Arrays.setAll(margins, i -> Math.exp(5 + logSd * random.normal()));
        return Posteriors.value(MarginStatistics.of(margins).plus(MarginStatistics.of(more)), 1);
    }

    /** Against a plain double sum over 2,000 x 2,000 even quantiles of both factors. */
    @ParameterizedTest
    @CsvSource({"10, 990, 10, 1.2", "0, 50, 200, 1", "1000, 1000, 9, 0.5", "40, 10, 5000, 0.01"})
    void given_rate_and_value_when_multiplied_then_probabilities_are_those_of_the_double_sum(
            long deals, double others, int margins, double logSd) {
        RatePosterior rate = rate(deals, others);
        ValuePosterior value = value(margins, logSd, -20, -200);
        MarginPerInquiryPosterior margin = MarginPerInquiryPosterior.of(rate, value);
        int steps = 2_000;
        double[] rates = new double[steps];
        double[] values = new double[steps];
        Arrays.setAll(rates, i -> rate.quantile((i + 0.5) / steps));
        Arrays.setAll(values, i -> value.quantile((i + 0.5) / steps));
        for (double q : new double[] {0.05, 0.5, 0.95}) {
            double x = margin.quantile(q);
            long atLeast = 0;
            for (double p : rates) {
                for (double v : values) {
                    atLeast += p * v >= x ? 1 : 0;
                }
            }
            assertEquals(1 - q, (double) atLeast / steps / steps, 1e-3);
            assertEquals(1 - q, margin.probabilityAtLeast(x), 1e-6);
        }
    }

    /** Where the rate is known more exactly than the value and where it is less so. */
    @ParameterizedTest
    @CsvSource({"1000, 1000", "3, 100"})
    void given_a_value_with_a_doubt_when_multiplied_then_the_probability_is_the_mean_of_both_ways(
            long deals, double others) {
        double[] sizes = new double[60];
        RandomSource random = RandomSource.seeded(60);
        Arrays.setAll(sizes, i -> Math.exp(5 + 0.4 * random.normal()));
        MarginStatistics own = MarginStatistics.of(sizes);
        MarginStatistics huge = MarginStatistics.of(20_000);
        ValuePrior prior = ValuePrior.ofParent(MarginStatistics.of());
        RatePosterior rate = rate(deals, others);
        MarginPerInquiryPosterior without = MarginPerInquiryPosterior.of(rate, ValuePosterior.of(own, prior, 1));
        MarginPerInquiryPosterior with =
                MarginPerInquiryPosterior.of(rate, ValuePosterior.of(own.plus(huge), prior, 1));
        MarginPerInquiryPosterior doubtful = MarginPerInquiryPosterior.of(
                rate, ValuePosterior.of(own.plus(huge), new OddOrders.Part(0, huge), prior, 1, 0));

        for (double q : new double[] {0.02, 0.3, 0.5, 0.7, 0.98}) {
            double x = doubtful.quantile(q);
            assertEquals(1 - q, doubtful.probabilityAtLeast(x), 1e-6);
            assertEquals(
                    (with.probabilityAtLeast(x) + without.probabilityAtLeast(x)) / 2,
                    doubtful.probabilityAtLeast(x),
                    1e-5);
        }
    }

    @Test
    void given_deals_mostly_at_a_loss_when_asked_then_the_margin_is_below_0() {
        MarginPerInquiryPosterior margin = MarginPerInquiryPosterior.of(
                rate(30, 970), value(10, 0.3, -900, -900, -900, -900, -900, -900, -900, -900, -900, -900));
        Interval interval = margin.interval(0.9);

        assertTrue(interval.high() < 0, interval.toString());
        assertTrue(interval.low() < interval.estimate());
        assertEquals(0.95, margin.probabilityAtLeast(interval.low()), 1e-6);
    }

    @Test
    void given_extremes_when_asked_then_every_answer_is_a_number_in_order() {
        ValuePosterior[] values = {
            value(1, 0),
            value(9, 0),
            value(50, 1.6, -1e6),
            Posteriors.value(MarginStatistics.of(5, 6), 0),
            Posteriors.value(MarginStatistics.of(5, -6), 0),
            Posteriors.value(MarginStatistics.of(1e-4, 1e12), 100)
        };
        RatePosterior[] rates = {rate(0, 0), rate(0, 1e6), rate(1_000_000, 0), rate(1, 0), rate(50_000, 950_000)};
        for (ValuePosterior value : values) {
            for (RatePosterior rate : rates) {
                MarginPerInquiryPosterior margin = MarginPerInquiryPosterior.of(rate, value);
                Interval interval = margin.interval(0.9);
                assertTrue(Double.isFinite(interval.low()) && Double.isFinite(interval.high()));
                assertTrue(interval.estimate() >= interval.low() && interval.estimate() <= interval.high());
                assertTrue(margin.probabilityAtLeast(interval.high()) <= margin.probabilityAtLeast(interval.low()));
                assertEquals(0, margin.probabilityAtLeast(Double.POSITIVE_INFINITY), 1e-9);
                assertEquals(1, margin.probabilityAtLeast(Double.NEGATIVE_INFINITY), 1e-9);
            }
        }
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        MarginPerInquiryPosterior margin = MarginPerInquiryPosterior.of(rate(3, 50), value(9, 1));

        Illegal.argument("x", () -> margin.probabilityAtLeast(Double.NaN));
        Illegal.argument("q", () -> margin.quantile(1));
        Illegal.argument("level", () -> margin.interval(0));
    }
}
