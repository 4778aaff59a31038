package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CumulativeConversionTest {

    @Test
    void given_two_cohorts_when_fitted_then_each_lag_uses_those_old_enough() {
        // Day 0: 10 inquiries, deals 1 at lag 0 and 2 at lag 1. Day 1, the as-of day: 20 inquiries, 3 deals at lag 0.
        CumulativeConversion curve = CumulativeConversion.fit(CohortTable.builder(new long[] {10, 20}, 0)
                .firstDeals(0, 0, 1)
                .firstDeals(0, 1, 2)
                .firstDeals(1, 0, 3)
                .build());

        assertEquals(0, curve.at(-1));
        assertEquals(4 / 30.0, curve.at(0), 1e-15);
        double left = (1 - 4 / 30.0) * (1 - 2 / 9.0);
        assertEquals(1 - left, curve.at(1), 1e-15);
        assertEquals(4 / (30.0 * 26) + 2 / (9.0 * 7), curve.variance(1), 1e-15);
        assertEquals(curve.at(1), curve.at(1000), "flat beyond the last lag");
    }

    @Test
    void given_delayed_entry_when_fitted_then_an_old_cohort_enters_as_its_expected_survivors() {
        // Deals are recorded from day 2 on. Day 0 is seen at lags 2 and 3, day 1 at lags 1 and 2, day 2 at 0 and 1, day
        // 3 at 0.
        CumulativeConversion curve = CumulativeConversion.fit(CohortTable.builder(new long[] {100, 100, 50, 50}, 2)
                .firstDeals(2, 0, 6)
                .firstDeals(3, 0, 4)
                .firstDeals(1, 1, 9)
                .firstDeals(2, 1, 3)
                .firstDeals(0, 2, 5)
                .firstDeals(0, 3, 2)
                .build());

        double f0 = 10 / 100.0;
        double r1 = 50 - 6 + 100 * (1 - f0);
        double f1 = 1 - (1 - f0) * (1 - 12 / r1);
        double r2 = 100 * (1 - f0) - 9 + 100 * (1 - f1);
        double f2 = 1 - (1 - f1) * (1 - 5 / r2);
        assertEquals(f0, curve.at(0), 1e-15);
        assertEquals(f1, curve.at(1), 1e-15);
        assertEquals(f2, curve.at(2), 1e-15);
        double r3 = 100 * (1 - f1) - 5;
        assertEquals(1 - (1 - f2) * (1 - 2 / r3), curve.at(3), 1e-15);
    }

    @Test
    void given_a_curve_when_asked_for_a_share_then_the_first_lag_that_reaches_it_is_told() {
        CumulativeConversion curve = CumulativeConversion.fit(CohortTable.builder(new long[] {100, 0, 0, 0, 0, 0}, 0)
                .firstDeals(0, 0, 1)
                .firstDeals(0, 2, 4)
                .firstDeals(0, 4, 5)
                .build());

        assertEquals(OptionalInt.of(2), curve.medianLag(5));
        assertEquals(OptionalInt.of(4), curve.quantileLag(0.9, 5));
        assertEquals(OptionalInt.of(4), curve.quantileLag(1, 900), "the horizon may lie beyond the data");
        assertEquals(OptionalInt.of(2), curve.medianLag(2), "half of what the horizon sees");
        assertEquals(5, curve.lastSupportedLag());
    }

    @Test
    void given_fewer_than_50_at_risk_when_asked_then_support_ends() {
        CumulativeConversion curve = CumulativeConversion.fit(
                CohortTable.builder(new long[] {20, 29, 1, 50}, 0).build());

        assertEquals(1, curve.lastSupportedLag());
        assertEquals(
                -1,
                CumulativeConversion.fit(CohortTable.builder(new long[] {49}, 0).build())
                        .lastSupportedLag());
    }

    static Stream<CohortTable> thinTables() {
        return Stream.of(
                CohortTable.builder(new long[0], 0).build(),
                CohortTable.builder(new long[] {0, 0, 0}, 0).build(),
                CohortTable.builder(new long[] {5, 5, 5}, 0).build(),
                CohortTable.builder(new long[] {5, 5, 5}, 9).build(),
                CohortTable.builder(new long[] {5, 5}, 0)
                        .firstDeals(0, 0, 5)
                        .firstDeals(1, 0, 5)
                        .build(),
                CohortTable.builder(new long[] {5, 5}, 0)
                        .firstDeals(0, 0, 2)
                        .firstDeals(0, 1, 3)
                        .build(),
                CohortTable.builder(new long[] {1, 0, 0}, 0).firstDeals(0, 1, 1).build(),
                CohortTable.builder(new long[] {3, 3, 40}, 2)
                        .firstDeals(0, 2, 3)
                        .firstDeals(1, 1, 3)
                        .firstDeals(2, 0, 39)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("thinTables")
    void given_thin_data_when_fitted_then_every_answer_is_a_number_in_order(CohortTable table) {
        CumulativeConversion curve = CumulativeConversion.fit(table);
        double before = 0;
        for (int k = -1; k <= table.days() + 1; k++) {
            Interval interval = curve.interval(k, 0.9);
            assertTrue(curve.at(k) >= before && curve.at(k) <= 1);
            assertTrue(curve.variance(k) >= 0 && Double.isFinite(curve.variance(k)));
            assertTrue(interval.low() >= 0 && interval.low() <= curve.at(k));
            assertTrue(interval.high() >= curve.at(k) && interval.high() <= 1);
            before = curve.at(k);
        }
        assertFalse(curve.medianLag(10).isPresent() && table.totalFirstDeals() == 0);
    }

    @Test
    void given_no_deal_or_nothing_but_deals_when_asked_for_the_interval_then_the_exact_bounds_are_told() {
        CumulativeConversion none =
                CumulativeConversion.fit(CohortTable.builder(new long[] {30}, 0).build());
        CumulativeConversion all = CumulativeConversion.fit(
                CohortTable.builder(new long[] {30}, 0).firstDeals(0, 0, 30).build());

        // Clopper and Pearson (1934), 0 and 30 of 30.
        double bound = 1 - Math.pow(0.05, 1 / 30.0);
        assertEquals(bound, none.interval(0, 0.9).high(), 1e-12);
        assertEquals(1 - bound, all.interval(0, 0.9).low(), 1e-12);
    }

    @Test
    void given_illegal_input_when_asked_then_the_argument_is_named() {
        CumulativeConversion curve =
                CumulativeConversion.fit(CohortTable.builder(new long[] {3}, 0).build());

        Illegal.argument("level", () -> curve.interval(0, 0));
        Illegal.argument("share", () -> curve.quantileLag(0, 1));
        Illegal.argument("horizon", () -> curve.medianLag(-1));
    }
}
