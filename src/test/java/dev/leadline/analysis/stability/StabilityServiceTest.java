package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.statistics.Direction;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The charts as they are shown. Twenty weeks of 14 inquiries on each Monday and 7 on the other days for 70 of spend. */
class StabilityServiceTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 20;
    private static final double MAXIMUM_SPREAD = 0.2;
    private static final LocalDate LAST = MONDAY.plusWeeks(WEEKS).minusDays(1);

    @Test
    void a_week_shows_its_value_against_the_level_and_its_limits() {
        StabilityCharts.SegmentChart chart = chart(records(), Metric.VOLUME);
        StabilityCharts.Week week = chart.weeks().get(3);

        assertEquals(WEEKS, chart.weeks().size());
        assertEquals(MONDAY.plusWeeks(3), week.week());
        assertEquals(56.0, week.value());
        assertEquals(56.0, week.expected());
        // No week departs, so the limits are those of a Poisson count.
        assertEquals(56 - 3 * Math.sqrt(56), week.lower(), 1e-3);
        assertEquals(56 + 3 * Math.sqrt(56), week.upper(), 1e-3);
        assertEquals(56, week.inquiries());
        assertEquals("490", week.spend().toPlainString());
        assertEquals(7, week.activeDays());
        assertEquals(Verdict.STABLE, chart.verdict());
        assertEquals(1.0, chart.sigmaZ());
        assertEquals(List.of(), chart.signals());
    }

    @Test
    void an_even_volume_can_be_foreseen_whichever_metric_is_charted() {
        VolumeSpread spread = chart(records(), Metric.VOLUME).volumeSpread();

        assertEquals(Predictability.FORESEEABLE, spread.verdict());
        assertEquals(WEEKS, spread.weeks());
        assertEquals(MAXIMUM_SPREAD, spread.maximum());
        assertTrue(spread.spread().high() < MAXIMUM_SPREAD, spread.toString());
        assertTrue(spread.probabilityAbove() < 0.05, spread.toString());
        assertEquals(spread, chart(records(), Metric.COST).volumeSpread());
        assertEquals(spread, chart(records(), Metric.CONVERSION).volumeSpread());
    }

    @Test
    void a_change_of_level_younger_than_a_quarter_is_part_of_the_spread() {
        LedgerFixture records = records();
        for (int day = 1; day <= 12 * 7; day++) {
            records.inquiries("c", LAST.plusDays(day), 40).spend("c", LAST.plusDays(day), "70");
        }
        VolumeSpread young = chart(records, Metric.VOLUME, LAST.plusWeeks(12)).volumeSpread();
        for (int day = 12 * 7 + 1; day <= 13 * 7; day++) {
            records.inquiries("c", LAST.plusDays(day), 40).spend("c", LAST.plusDays(day), "70");
        }
        VolumeSpread settled = chart(records, Metric.VOLUME, LAST.plusWeeks(13)).volumeSpread();

        assertEquals(WEEKS + 12, young.weeks());
        assertEquals(13, settled.weeks());
        assertEquals(Predictability.FORESEEABLE, settled.verdict());
        assertTrue(
                young.spread().estimate() > 2 * settled.spread().estimate(),
                young.toString() + " " + settled.toString());
    }

    @Test
    void a_day_is_expected_by_its_weekday() {
        List<StabilityCharts.Day> days = chart(records(), Metric.VOLUME).days();

        assertEquals(WEEKS * 7, days.size());
        for (StabilityCharts.Day day : days) {
            assertEquals(day.day().getDayOfWeek() == DayOfWeek.MONDAY ? 14 : 7, day.expected(), 1e-4);
        }
        assertEquals(14, chart(records(), Metric.COST).days().get(7).expected(), 1e-4);
    }

    @Test
    void cost_is_shown_per_inquiry_with_its_limits_turned_round() {
        StabilityCharts.Week week = chart(records(), Metric.COST).weeks().get(3);

        assertEquals(490.0 / 56, week.value(), 1e-4);
        assertEquals(490 / (56 + 3 * Math.sqrt(56)), week.lower(), 1e-3);
        assertEquals(490 / (56 - 3 * Math.sqrt(56)), week.upper(), 1e-3);
        assertEquals("USD per inquiry", chart(records(), Metric.COST).unit());
    }

    @Test
    void a_cost_without_an_upper_limit_has_none() {
        LedgerFixture rare = new LedgerFixture().campaign("c");
        for (int week = 0; week < WEEKS; week++) {
            rare.inquiries("c", MONDAY.plusWeeks(week), 1).spend("c", MONDAY.plusWeeks(week), "70");
        }

        StabilityCharts.Week week = chart(rare, Metric.COST).weeks().get(3);

        assertEquals(70.0, week.value());
        assertEquals(17.5, week.lower(), 1e-6);
        assertNull(week.upper());
    }

    @Test
    void a_week_of_few_inquiries_is_an_adverse_signal_and_a_high_cost() {
        LedgerFixture records = records();
        records.inquiries("c", LAST.plusDays(1), 20);
        for (int day = 1; day <= 7; day++) {
            records.spend("c", LAST.plusDays(day), "70");
        }
        LocalDate asOf = LAST.plusDays(7);

        assertTrue(chart(records, Metric.VOLUME, asOf)
                .signals()
                .contains(
                        new StabilityCharts.ChartSignal(LAST.plusDays(1), "BEYOND_LIMIT", Direction.LOW, true, false)));
        assertTrue(chart(records, Metric.COST, asOf)
                .signals()
                .contains(new StabilityCharts.ChartSignal(
                        LAST.plusDays(1), "BEYOND_LIMIT", Direction.HIGH, true, false)));
        assertEquals(Verdict.UNSTABLE, chart(records, Metric.VOLUME, asOf).verdict());
    }

    @Test
    void a_halved_budget_is_a_planned_change_with_a_level_of_its_own() {
        LedgerFixture records = records();
        for (int day = 1; day <= 70; day++) {
            LocalDate date = LAST.plusDays(day);
            records.inquiries("c", date, date.getDayOfWeek() == DayOfWeek.MONDAY ? 6 : 3)
                    .spend("c", date, "30");
        }

        StabilityCharts.SegmentChart chart = chart(records, Metric.VOLUME, LAST.plusDays(70));

        assertEquals(Verdict.STABLE, chart.verdict());
        assertEquals(List.of(LAST.plusDays(1)), chart.changePoints());
        assertEquals(24.0, chart.centre());
        assertEquals(56.0, chart.weeks().get(0).expected());
        assertEquals(24.0, chart.weeks().get(WEEKS).expected());
        assertEquals(
                List.of(new StabilityCharts.ChartSignal(LAST.plusDays(1), "CHANGE_POINT", Direction.LOW, false, true)),
                chart.signals());
    }

    @Test
    void conversion_is_charted_on_the_inquiries_that_had_time_to_show_it() {
        LedgerFixture records = records();
        for (int week = 0; week < WEEKS; week++) {
            records.deal("c", MONDAY.plusWeeks(week), 14, "100").deal("c", MONDAY.plusWeeks(week), 14, "100");
        }

        StabilityCharts.SegmentChart chart = chart(records, Metric.CONVERSION);

        assertEquals(2.0 / 56, chart.weeks().get(3).value(), 1e-6);
        // The last two weeks have not reached lag 14 on any day, and say nothing.
        assertNull(chart.weeks().get(WEEKS - 1).value());
        assertNull(chart.weeks().get(WEEKS - 2).value());
        assertEquals(List.of(), chart.days());
        assertEquals(Verdict.STABLE, chart.verdict());
    }

    @Test
    void the_window_says_what_is_shown_and_not_what_is_judged() {
        LedgerFixture records = records();
        Segmentation segmentation =
                Segmentation.of(new QueryFixture().query(LAST.minusDays(20), LAST, LAST), records.asOf(LAST));

        StabilityCharts.SegmentChart chart = StabilityService.charts(segmentation, Metric.VOLUME, MAXIMUM_SPREAD)
                .total();

        assertEquals(3, chart.weeks().size());
        assertEquals(21, chart.days().size());
        assertEquals(Verdict.STABLE, chart.verdict());
    }

    @Test
    void too_many_points_are_refused_naming_the_limit() {
        LedgerFixture records = new LedgerFixture().campaign("old").inquiries("old", MONDAY.minusDays(9_000), 1);
        for (int i = 0; i < 20; i++) {
            records.campaign("c" + i).inquiries("c" + i, MONDAY, 1);
        }
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().groupBy(Dimension.CAMPAIGN).query(MONDAY.minusDays(9_000), MONDAY, MONDAY),
                records.asOf(MONDAY));

        HttpProblem problem = assertThrows(
                HttpProblem.class, () -> StabilityService.charts(segmentation, Metric.VOLUME, MAXIMUM_SPREAD));

        assertEquals(400, problem.getStatusCode());
        assertTrue(problem.getDetail().startsWith("limit "), problem.getDetail());
    }

    private static LedgerFixture records() {
        LedgerFixture records = new LedgerFixture().campaign("c");
        for (int day = 0; day < WEEKS * 7; day++) {
            records.inquiries("c", MONDAY.plusDays(day), day % 7 == 0 ? 14 : 7).spend("c", MONDAY.plusDays(day), "70");
        }
        return records;
    }

    private static StabilityCharts.SegmentChart chart(LedgerFixture records, Metric metric) {
        return chart(records, metric, LAST);
    }

    private static StabilityCharts.SegmentChart chart(LedgerFixture records, Metric metric, LocalDate asOf) {
        Segmentation segmentation = Segmentation.of(new QueryFixture().query(MONDAY, asOf, asOf), records.asOf(asOf));
        return StabilityService.charts(segmentation, metric, MAXIMUM_SPREAD).total();
    }
}
