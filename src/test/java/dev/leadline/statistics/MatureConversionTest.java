package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatureConversionTest {

    private static final double LEVEL = 0.9;

    @Test
    void given_cohorts_older_than_the_horizon_then_it_is_the_observed_curve_and_its_interval() {
        CohortTable table = new Market(0.1, 0.8, 23.5, 10, 300, 0).draw(RandomSource.seeded(3));
        CumulativeConversion observed = CumulativeConversion.fit(table);
        MatureConversion mature = MatureConversion.fit(table, observed, 120);

        for (int lag = -1; lag <= 120; lag++) {
            assertEquals(observed.at(lag), mature.at(lag));
            assertEquals(observed.interval(lag, LEVEL), mature.interval(lag, LEVEL));
        }
        assertEquals(0, mature.extrapolatedShare());
        assertTrue(mature.note().isEmpty());
        assertEquals("Kaplan-Meier with delayed entry, log-log interval", mature.method());
    }

    @Test
    void given_young_cohorts_then_nothing_changes_as_far_as_the_data_carries_and_a_model_continues() {
        CohortTable table = new Market(0.1, 0.8, 40, 20, 90, 0).draw(RandomSource.seeded(5));
        CumulativeConversion observed = CumulativeConversion.fit(table);
        MatureConversion mature = MatureConversion.fit(table, observed, 365);
        int carried = mature.carriedLag();

        assertTrue(carried <= observed.lastSupportedLag(), "carried to " + carried);
        assertTrue(observed.at(carried) * table.inquiries(0) * (90 - carried) >= 20, "carried to " + carried);
        for (int lag = 0; lag <= carried; lag++) {
            assertEquals(observed.at(lag), mature.at(lag));
            assertEquals(observed.interval(lag, LEVEL), mature.interval(lag, LEVEL));
        }
        assertTrue(mature.at(365) > observed.at(carried));
        assertEquals(1 - mature.at(carried) / mature.at(365), mature.extrapolatedShare(), 1e-12);
        assertTrue(mature.interval(365, LEVEL).high()
                > mature.interval(carried, LEVEL).high());
        assertTrue(mature.method().contains("mixture-cure"), mature.method());
        assertTrue(mature.note().orElseThrow().contains("by a model"));
        assertEquals(mature.at(365), mature.at(1_000));
    }

    @Test
    void given_deals_at_three_lags_alone_then_every_figure_is_a_number() {
        for (int days = 40; days <= 300; days += 10) {
            long[] inquiries = new long[days];
            Arrays.fill(inquiries, 3);
            CohortTable.Builder builder = CohortTable.builder(inquiries, 0);
            int deals = 0;
            for (int day = 0; day < days; day += 7) {
                builder.firstDeals(day, new int[] {10, 30, 20}[deals++ % 3], 1);
            }
            CohortTable table = builder.build();
            MatureConversion mature = MatureConversion.fit(table, CumulativeConversion.fit(table), 180);

            for (int lag = 0; lag <= 180; lag++) {
                assertTrue(mature.at(lag) >= mature.at(lag - 1) && mature.at(lag) < 1, days + " days, lag " + lag);
            }
            assertTrue(mature.interval(180, LEVEL).high() < 1);
            assertEquals(
                    1,
                    mature.plausible().stream()
                            .mapToDouble(PlausibleTiming::weight)
                            .sum(),
                    1e-9);
        }
    }

    @Test
    void given_many_deals_of_a_known_delay_then_the_families_find_about_what_is_still_to_come() {
        RandomSource random = RandomSource.seeded(11);
        Market market = new Market(0.08, 0.8, 60, 60, 150, 0);
        double model = 0;
        double observedOnly = 0;
        int runs = 40;
        for (int run = 0; run < runs; run++) {
            CohortTable table = market.draw(random);
            CumulativeConversion observed = CumulativeConversion.fit(table);
            model += MatureConversion.fit(table, observed, 365).at(365) / runs;
            observedOnly += observed.at(149) / runs;
        }
        double truth = 0.08 * market.delayedAtMost(366);

        // Of five families four have a heavier tail than the true one, and each has its weight.

        assertEquals(truth, model, 0.006);
        assertTrue(observedOnly < truth - 0.008, "the curve alone: " + observedOnly);
    }

    /** What must be answered, though it has no maximum or next to no data: the horizon is 180 days. */
    static Stream<Arguments> thin() {
        long[] two = new long[30];
        Arrays.fill(two, 2);
        long[] many = new long[60];
        Arrays.fill(many, 20);
        CohortTable.Builder dayZero = CohortTable.builder(many, 0);
        CohortTable.Builder everyone = CohortTable.builder(many, 0);
        CohortTable.Builder late = CohortTable.builder(many, 0).firstDeals(0, 59, 3);
        for (int day = 0; day < 60; day++) {
            dayZero.firstDeals(day, 0, 4);
            everyone.firstDeals(day, 0, 20);
        }
        return Stream.of(
                Arguments.of(
                        "no day at all", CohortTable.builder(new long[0], 0).build()),
                Arguments.of("no inquiry", CohortTable.builder(new long[40], 0).build()),
                Arguments.of(
                        "one inquiry today",
                        CohortTable.builder(new long[] {1}, 0).build()),
                Arguments.of(
                        "one inquiry, converted today",
                        CohortTable.builder(new long[] {1}, 0)
                                .firstDeals(0, 0, 1)
                                .build()),
                Arguments.of("no deal", CohortTable.builder(two, 0).build()),
                Arguments.of("no deal of many", CohortTable.builder(many, 0).build()),
                Arguments.of(
                        "one deal",
                        CohortTable.builder(two, 0).firstDeals(3, 9, 1).build()),
                Arguments.of(
                        "one deal of many",
                        CohortTable.builder(many, 0).firstDeals(3, 9, 1).build()),
                Arguments.of(
                        "all cohorts young",
                        CohortTable.builder(new long[] {400, 400, 400}, 0)
                                .firstDeals(0, 1, 2)
                                .firstDeals(0, 2, 3)
                                .build()),
                Arguments.of("all deals on day 0", dayZero.build()),
                Arguments.of("every inquiry converts", everyone.build()),
                Arguments.of("deals only where few are left", late.build()),
                Arguments.of(
                        "deals tracked from tomorrow",
                        CohortTable.builder(many, 60).build()),
                Arguments.of(
                        "deals tracked from today",
                        CohortTable.builder(many, 59).firstDeals(0, 59, 2).build()),
                Arguments.of(
                        "deals tracked from far in the future",
                        CohortTable.builder(many, Integer.MAX_VALUE).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thin")
    void given_next_to_nothing_then_the_answer_is_in_bounds_and_says_what_it_rests_on(String what, CohortTable table) {
        for (int horizon : new int[] {0, 1, 180, 1_000}) {
            MatureConversion mature = MatureConversion.fit(table, CumulativeConversion.fit(table), horizon);

            double before = 0;
            for (int lag = -1; lag <= horizon + 1; lag++) {
                double share = mature.at(lag);
                Interval interval = mature.interval(lag, LEVEL);
                assertTrue(share >= before && share <= 1, what + " at lag " + lag + ": " + share);
                assertTrue(interval.low() >= 0 && interval.high() <= 1, what + " at lag " + lag + ": " + interval);
                before = share;
            }
            assertTrue(mature.extrapolatedShare() >= 0 && mature.extrapolatedShare() <= 1);
            assertFalse(mature.method().isBlank());
            assertEquals(
                    1,
                    mature.plausible().stream()
                            .mapToDouble(PlausibleTiming::weight)
                            .sum(),
                    1e-9);
            for (PlausibleTiming plausible : mature.plausible()) {
                double last = plausible.timing().at(horizon);
                assertTrue(last >= 0 && last <= 1 && plausible.timing().at(-1) == 0);
            }
        }
    }

    @Test
    void given_no_deal_then_nothing_is_taken_to_come_but_the_interval_says_what_may() {
        long[] inquiries = new long[60];
        Arrays.fill(inquiries, 20);
        CohortTable table = CohortTable.builder(inquiries, 0).build();
        MatureConversion mature = MatureConversion.fit(table, CumulativeConversion.fit(table), 365);

        assertEquals(0, mature.at(365));
        assertEquals(0, mature.interval(365, LEVEL).low());
        assertTrue(mature.interval(365, LEVEL).high()
                > 1.2 * mature.interval(50, LEVEL).high());
        assertTrue(mature.note().orElseThrow().contains("no deal yet"));
    }

    @Test
    void given_few_deals_then_the_note_says_that_they_carry_little() {
        long[] inquiries = new long[60];
        Arrays.fill(inquiries, 20);
        CohortTable table =
                CohortTable.builder(inquiries, 0).firstDeals(3, 9, 2).build();

        assertTrue(MatureConversion.fit(table, CumulativeConversion.fit(table), 365)
                .note()
                .orElseThrow()
                .contains("what is typical"));
    }

    @Test
    void given_an_uncertain_tail_then_the_plausible_timings_lie_about_the_curve() {
        CohortTable table = new Market(0.1, 0.8, 40, 20, 60, 0).draw(RandomSource.seeded(5));
        MatureConversion mature = MatureConversion.fit(table, CumulativeConversion.fit(table), 365);
        double half = mature.at(20) / mature.at(365);
        List<Double> halves = mature.plausible().stream()
                .map(p -> p.timing().at(20) / p.timing().at(365))
                .toList();

        assertEquals(5, halves.size());
        assertTrue(halves.stream().anyMatch(h -> h > 1.2 * half), halves.toString());
        assertTrue(halves.stream().anyMatch(h -> h < half / 1.2), halves.toString());
    }

    @Test
    void given_a_negative_horizon_then_it_is_refused() {
        CohortTable table = CohortTable.builder(new long[] {1}, 0).build();
        Illegal.argument("horizon", () -> MatureConversion.fit(table, CumulativeConversion.fit(table), -1));
    }
}
