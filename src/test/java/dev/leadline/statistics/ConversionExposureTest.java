package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConversionExposureTest {

    /** Half of what converts by lag 3 has converted at lag 0, nothing comes at lag 1. */
    private static final TimingCurve TIMING = k -> k < 0 ? 0 : new double[] {0.1, 0.1, 0.15, 0.2}[Math.min(k, 3)];

    @Test
    void given_cohorts_of_several_ages_when_measured_then_each_has_shown_its_share() {
        CohortTable table = CohortTable.builder(new long[] {8, 0, 100, 60, 40}, 0)
                .firstDeals(0, 3, 2)
                .firstDeals(0, 4, 1) // beyond the horizon
                .firstDeals(2, 1, 5)
                .firstDeals(4, 0, 4)
                .build();
        ConversionExposure shown = ConversionExposure.of(table, TIMING, 3, 0, 4);

        assertEquals(208, shown.inquiries());
        assertEquals(11, shown.deals());
        double exposure = 8 * 1 + 100 * 0.75 + 60 * 0.5 + 40 * 0.5;
        assertEquals(exposure, shown.exposure(), 1e-12);
        assertEquals(exposure / 208, shown.maturity(), 1e-12);
        assertArrayEquals(new double[] {0.5, 0.75, 1}, shown.shares(), 1e-12);
        assertArrayEquals(new double[] {96, 95, 6}, shown.nonConverted(), 1e-12);
    }

    @Test
    void given_a_part_of_the_cohorts_when_subtracted_then_what_is_left_is_as_if_it_had_never_been() {
        CohortTable table = CohortTable.builder(new long[] {8, 0, 100, 60, 40}, 0)
                .firstDeals(0, 3, 2)
                .firstDeals(2, 1, 5)
                .firstDeals(4, 0, 4)
                .build();
        CohortTable rest = CohortTable.builder(new long[] {8, 0, 0, 0, 40}, 0)
                .firstDeals(0, 3, 2)
                .firstDeals(4, 0, 4)
                .build();
        ConversionExposure expected = ConversionExposure.of(rest, TIMING, 3, 0, 4);
        ConversionExposure left =
                ConversionExposure.of(table, TIMING, 3, 0, 4).minus(ConversionExposure.of(table, TIMING, 3, 2, 3));

        assertEquals(expected.inquiries(), left.inquiries());
        assertEquals(expected.deals(), left.deals());
        assertEquals(expected.exposure(), left.exposure(), 1e-12);
        assertEquals(expected.maturity(), left.maturity(), 1e-12);
        assertArrayEquals(expected.shares(), left.shares(), 1e-12);
        assertArrayEquals(expected.nonConverted(), left.nonConverted(), 1e-12);
    }

    @Test
    void given_the_shares_of_another_segment_of_the_same_days_when_measured_then_as_by_the_timing() {
        CohortTable other = CohortTable.builder(new long[] {0, 1, 0, 2, 0}, 2).build();
        CohortTable table = CohortTable.builder(new long[] {8, 0, 100, 60, 40}, 2)
                .firstDeals(0, 3, 2)
                .firstDeals(2, 1, 5)
                .build();
        CohortMaturity shares = CohortMaturity.of(other, TIMING, 3);
        ConversionExposure expected = ConversionExposure.of(table, TIMING, 3, 0, 3);
        ConversionExposure shown = ConversionExposure.of(table, shares, 0, 3);

        assertEquals(expected.exposure(), shown.exposure());
        assertEquals(expected.maturity(), shown.maturity());
        assertArrayEquals(expected.nonConverted(), shown.nonConverted());
        CohortTable longer = CohortTable.builder(new long[6], 2).build();
        Illegal.argument("shares", () -> ConversionExposure.of(longer, shares, 0, 5));
    }

    @Test
    void given_delayed_entry_when_measured_then_a_cohort_shows_less_but_is_no_less_mature() {
        CohortTable table = CohortTable.builder(new long[] {8, 0, 0, 0}, 2).build();
        ConversionExposure shown = ConversionExposure.of(table, TIMING, 3, 0, 3);

        assertEquals(8 * 0.5, shown.exposure(), 1e-12);
        assertEquals(1, shown.maturity(), 1e-12);
    }

    @Test
    void given_a_window_when_measured_then_only_its_days_count() {
        CohortTable table = CohortTable.builder(new long[] {8, 9, 10}, 0)
                .firstDeals(0, 0, 1)
                .firstDeals(2, 0, 3)
                .build();

        assertEquals(9, ConversionExposure.of(table, TIMING, 3, 1, 1).inquiries());
        assertEquals(3, ConversionExposure.of(table, TIMING, 3, 1, 900).deals());
        assertEquals(27, ConversionExposure.of(table, TIMING, 3, -5, 900).inquiries());
        assertEquals(0, ConversionExposure.of(table, TIMING, 3, 2, 1).inquiries());
        assertEquals(0, ConversionExposure.of(table, TIMING, 3, 2, 1).maturity());
    }

    @Test
    void given_no_known_timing_when_measured_then_only_cohorts_with_a_whole_horizon_count() {
        CohortTable table = CohortTable.builder(new long[] {8, 9, 10}, 0).build();
        ConversionExposure shown = ConversionExposure.of(table, k -> 0, 1, 0, 2);

        assertEquals(17, shown.exposure(), 1e-12);
        assertEquals(17 / 27.0, shown.maturity(), 1e-12);
    }

    @Test
    void given_many_cohorts_when_binned_then_the_posterior_is_that_of_the_single_cohorts() {
        int days = 200;
        long[] inquiries = new long[days];
        Arrays.fill(inquiries, 7);
        CohortTable.Builder builder = CohortTable.builder(inquiries, 0);
        for (int i = 0; i < days; i += 2) {
            builder.firstDeals(i, 0, 3);
        }
        TimingCurve timing = k -> 1 - Math.exp(-(k + 1) / 60.0);
        ConversionExposure shown = ConversionExposure.of(builder.build(), timing, 150, 0, days - 1);
        double[] shares = new double[days];
        double[] counts = new double[days];
        for (int i = 0; i < days; i++) {
            shares[i] = timing.at(Math.min(days - 1 - i, 150)) / timing.at(150);
            counts[i] = i % 2 == 0 ? 4 : 7;
        }
        RatePosterior binned = Posteriors.rate(BetaPrior.weak(), shown);
        RatePosterior single = Posteriors.rate(BetaPrior.weak(), 300, shares, counts);

        for (double q : new double[] {0.05, 0.5, 0.95}) {
            assertEquals(single.quantile(q), binned.quantile(q), 1e-4 * single.quantile(q));
        }
    }

    @Test
    void given_illegal_input_when_measured_then_the_argument_is_named() {
        CohortTable table = CohortTable.builder(new long[] {8}, 0).build();

        Illegal.argument("horizon", () -> ConversionExposure.of(table, TIMING, -1, 0, 0));
    }
}
