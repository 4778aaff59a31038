package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markets whose truth is known; seeded. */
class TimeRatiosTest {

    private static final int HORIZON = 180;
    private static final int DAYS = 400;

    /** Segments whose deals take so many days each, at a rate that may be another from a day on. */
    private static List<CohortTable> tables(long seed, double[] scales, int perDay, double rate, double rateAfter) {
        RandomSource random = RandomSource.seeded(seed);
        return Arrays.stream(scales)
                .mapToObj(scale -> {
                    long[] inquiries = new long[DAYS];
                    Arrays.fill(inquiries, perDay);
                    CohortTable.Builder table = CohortTable.builder(inquiries, 0);
                    for (int day = 0; day < DAYS; day++) {
                        for (int i = 0; i < perDay; i++) {
                            if (random.chance(day < DAYS - 70 ? rate : rateAfter)) {
                                double delay = scale * Math.pow(random.exponential(1), 1 / 1.5);
                                table.firstDeals(day, (int) delay, 1);
                            }
                        }
                    }
                    return table.build();
                })
                .toList();
    }

    private static double[] logRatios(TimeRatios ratios, int tables) {
        return IntStream.range(0, tables)
                .mapToDouble(s -> ratios.ratio(s).logMean())
                .toArray();
    }

    @Test
    void given_products_that_close_in_10_and_in_90_days_then_each_has_its_speed() {
        double[] scales = {10, 90, 10, 90, 10, 90, 10, 90};
        TimeRatios ratios =
                TimeRatios.fit(tables(11, scales, 8, 0.05, 0.05), HORIZON).orElseThrow();

        double[] logs = logRatios(ratios, scales.length);

        for (int s = 0; s + 1 < scales.length; s += 2) {
            assertEquals(Math.log(9), logs[s + 1] - logs[s], 0.35, "pair " + s + " of " + Arrays.toString(logs));
        }
    }

    @Test
    void given_differing_speeds_then_what_has_come_by_when_is_right_for_each() {
        double[] scales = {12, 80, 30, 12, 80, 30};
        TimeRatios ratios =
                TimeRatios.fit(tables(12, scales, 8, 0.05, 0.05), HORIZON).orElseThrow();

        for (int s = 0; s < scales.length; s++) {
            TimingCurve timing = ratios.likeliest(s);
            for (int lag : new int[] {10, 30, 60, 120}) {
                double truth = weibull(lag + 1, scales[s]) / weibull(HORIZON + 1, scales[s]);
                double estimate = timing.at(lag) / timing.at(HORIZON);
                assertEquals(truth, estimate, 0.09, "segment " + s + ", lag " + lag);
            }
        }
    }

    private static double weibull(double days, double scale) {
        return 1 - Math.exp(-Math.pow(days / scale, 1.5));
    }

    /** What lies between the plausible timings holds the truth about as often as it should: here, of 48 values. */
    @Test
    void given_few_deals_each_then_the_plausible_timings_are_about_as_wide_as_the_error() {
        double[] scales = {15, 60, 30, 15, 60, 30};
        int held = 0;
        int asked = 0;
        for (long seed = 20; seed < 24; seed++) {
            Optional<TimeRatios> fitted = TimeRatios.fit(tables(seed, scales, 2, 0.05, 0.05), HORIZON);
            TimeRatios ratios = fitted.orElseThrow();
            double[] factors = new double[ratios.timing().plausible().size()];
            Arrays.fill(factors, 1);
            for (int s = 0; s < scales.length; s++) {
                List<TimeRatios.Plausible> plausible = ratios.plausible(s, factors);
                assertEquals(
                        1,
                        plausible.stream()
                                .mapToDouble(TimeRatios.Plausible::weight)
                                .sum(),
                        1e-9);
                for (int lag : new int[] {20, 40}) {
                    double truth = weibull(lag + 1, scales[s]) / weibull(HORIZON + 1, scales[s]);
                    DoubleStream shares = plausible.stream()
                            .mapToDouble(p -> p.timing().at(lag) / p.timing().at(HORIZON));
                    var range = shares.summaryStatistics();
                    held += truth >= range.getMin() && truth <= range.getMax() ? 1 : 0;
                    asked++;
                }
            }
        }
        assertTrue(held >= 0.6 * asked, held + " of " + asked);
    }

    /** Also where the rate has fallen to a third: fewer deals of young cohorts would look like slow ones to whoever counts inquiries. */
    @ParameterizedTest
    @CsvSource({"100, 20, 4, 0.05, 0.05, 4", "200, 10, 8, 0.06, 0.02, 2"})
    void given_the_same_speed_then_no_segment_is_given_one_of_its_own_by_much(
            long firstSeed, int markets, int perDay, double rate, double rateAfter, int mostThatDiffer) {
        double[] scales = {30, 30, 30, 30, 30, 30, 30, 30};
        int differ = 0;
        for (long seed = firstSeed; seed < firstSeed + markets; seed++) {
            Optional<TimeRatios> fitted = TimeRatios.fit(tables(seed, scales, perDay, rate, rateAfter), HORIZON);
            differ += fitted.isPresent() ? 1 : 0;
            fitted.ifPresent(ratios -> assertAll(logRatios(ratios, scales.length), 0.2));
        }
        assertTrue(differ <= mostThatDiffer, differ + " of " + markets);
    }

    private static void assertAll(double[] logs, double most) {
        for (double log : logs) {
            assertEquals(0, log, most, Arrays.toString(logs));
        }
    }

    @Test
    void given_a_segment_of_few_deals_then_it_is_drawn_to_what_is_usual() {
        long[] inquiries = new long[DAYS];
        inquiries[100] = 20;
        CohortTable few =
                CohortTable.builder(inquiries, 0).firstDeals(100, 150, 1).build();
        List<CohortTable> tables = new ArrayList<>(tables(13, new double[] {20, 40, 20, 40}, 8, 0.05, 0.05));
        tables.add(few);

        TimeRatios ratios = TimeRatios.fit(tables, HORIZON).orElseThrow();

        assertTrue(
                ratios.ratio(4).logMean() < Math.log(150 / 28.0) / 2,
                ratios.ratio(4).toString());
        assertTrue(
                ratios.ratio(4).logSd() > ratios.ratio(0).logSd(),
                ratios.ratio(4).toString());
    }

    @Test
    void given_less_than_two_segments_with_deals_then_there_is_nothing_to_compare() {
        List<CohortTable> one = tables(14, new double[] {20}, 8, 0.05, 0.05);
        CohortTable none = CohortTable.builder(new long[DAYS], 0).build();

        assertTrue(TimeRatios.fit(List.of(), HORIZON).isEmpty());
        assertTrue(TimeRatios.fit(one, HORIZON).isEmpty());
        assertTrue(TimeRatios.fit(List.of(one.get(0), none), HORIZON).isEmpty());
        Illegal.argument("horizon", () -> TimeRatios.fit(one, -1));
    }

    /** Deals on record only from day 200 on: older cohorts are seen late, in their slow deals alone. */
    @Test
    void given_deals_that_are_recorded_from_a_day_on_then_each_still_has_its_speed() {
        double[] scales = {10, 90, 10, 90, 10, 90};
        List<CohortTable> whole = tables(15, scales, 12, 0.05, 0.05);
        List<CohortTable> tracked = whole.stream().map(t -> from(t, 200)).toList();

        double[] logs = logRatios(TimeRatios.fit(tracked, HORIZON).orElseThrow(), scales.length);

        for (int s = 0; s + 1 < scales.length; s += 2) {
            assertEquals(Math.log(9), logs[s + 1] - logs[s], 0.45, "pair " + s + " of " + Arrays.toString(logs));
        }
    }

    private static CohortTable from(CohortTable table, int day) {
        long[] inquiries = new long[table.days()];
        for (int i = 0; i < inquiries.length; i++) {
            inquiries[i] = table.inquiries(i);
        }
        CohortTable.Builder tracked = CohortTable.builder(inquiries, day);
        SparseEvents events = table.firstDealEvents();
        for (int e = 0; e < events.size(); e++) {
            tracked.firstDeals(events.cohort(e), events.lag(e), (long) events.amount(e));
        }
        return tracked.build();
    }
}
