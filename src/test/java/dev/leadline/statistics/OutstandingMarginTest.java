package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutstandingMarginTest {

    private static final double RATE = 0.05;

    private record Known(RatePosterior rate, ValuePosterior value) {

        static Known of(int inquiries, double... margins) {
            return new Known(
                    Posteriors.rate(
                            BetaPrior.weak(), margins.length, new double[] {1}, new double[] {inquiries - margins.length
                            }),
                    Posteriors.value(MarginStatistics.of(margins), 1));
        }

        Interval outstanding(double unseen) {
            return OutstandingMargin.of(rate, value, MarginPerInquiryPosterior.of(rate, value), unseen, 0.9);
        }
    }

    /**
     * What really comes, in seeded markets: at least 86 % of the sums lie in the interval; over-coverage is right where often none
     * comes at all.
     */
    @ParameterizedTest
    @CsvSource({
        "20, 20, 1.2, 0",
        "20, 200, 1.2, 0",
        "60, 100, 0.5, 0",
        "60, 2000, 1.0, 0",
        "200, 400, 1.5, 0",
        "60, 50, 0.8, 0.3",
        "60, 400, 0.8, 0.3",
        "200, 50, 0.8, 0.1",
        "200, 1000, 0.5, 0.5"
    })
    void given_orders_still_to_come_then_the_sum_of_those_that_do_is_covered(
            int deals, int unseen, double logSd, double lossShare) {
        RandomSource random = RandomSource.seeded(53);
        int runs = 1_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            int inquiries = (int) (deals / RATE);
            double[] margins = margins(inquiries, logSd, lossShare, random);
            Interval sum = Known.of(inquiries, margins).outstanding(unseen);
            double came = 0;
            for (double margin : margins(unseen, logSd, lossShare, random)) {
                came += margin;
            }
            held += sum.low() <= came && came <= sum.high() ? 1 : 0;
        }

        assertTrue(held >= 0.86 * runs, held + " of " + runs);
    }

    private static double[] margins(int inquiries, double logSd, RandomSource random) {
        return margins(inquiries, logSd, 0, random);
    }

    private static double[] margins(int inquiries, double logSd, double lossShare, RandomSource random) {
        return IntStream.range(0, inquiries)
                .filter(inquiry -> random.chance(RATE))
                .mapToDouble(inquiry -> random.chance(lossShare) ? -80 : 100 * Math.exp(logSd * random.normal()))
                .toArray();
    }

    @Test
    void given_hardly_anything_to_come_then_it_may_well_be_nothing() {
        Interval sum = Known.of(400, margins(400, 1, RandomSource.seeded(3))).outstanding(10);

        assertEquals(0, sum.low());
        assertTrue(sum.estimate() > 0 && sum.high() > 3 * sum.estimate(), sum.toString());
    }

    @Test
    void given_more_and_more_to_come_then_chance_matters_less_but_what_is_not_known_stays() {
        Known known = Known.of(4_000, margins(4_000, 1, RandomSource.seeded(3)));
        double few = width(known.outstanding(100));
        double many = width(known.outstanding(1_000_000));
        Interval perInquiry =
                MarginPerInquiryPosterior.of(known.rate(), known.value()).interval(0.9);

        assertTrue(few > 2 * many, few + " and " + many);
        assertEquals(width(perInquiry), many, 0.05 * many);
    }

    private static double width(Interval interval) {
        return (interval.high() - interval.low()) / interval.estimate();
    }

    @Test
    void given_deals_mostly_at_a_loss_then_the_sum_may_be_one() {
        Interval sum =
                Known.of(100, -50, -40, 30, -60, -20, 10, -35, -45, 20, -70).outstanding(100);

        assertTrue(sum.low() < sum.estimate() && sum.estimate() < 0 && sum.high() > sum.estimate(), sum.toString());
    }

    @Test
    void given_nothing_to_come_then_the_argument_is_named() {
        Illegal.argument("unseen", () -> Known.of(100, 10, 20, 30).outstanding(0));
    }
}
