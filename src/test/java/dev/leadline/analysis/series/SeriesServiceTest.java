package dev.leadline.analysis.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics over time. The days are a Thursday in March and what follows. */
class SeriesServiceTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    @Test
    void weeks_run_from_monday_to_sunday_and_are_cut_by_the_window() {
        List<Series.Point> weeks =
                total(oneADay(), new QueryFixture(), BucketLength.WEEK, 17).buckets();

        assertEquals(
                List.of("2026-03-05 2026-03-08", "2026-03-09 2026-03-15", "2026-03-16 2026-03-22"),
                weeks.stream().map(w -> w.start() + " " + w.end()).toList());
        assertEquals(
                List.of(4L, 7L, 7L), weeks.stream().map(Series.Point::inquiries).toList());
        assertEquals(
                List.of(false, true, true),
                weeks.stream().map(Series.Point::complete).toList());
        assertEquals(
                List.of("40.4", "70.7", "70.7"),
                weeks.stream().map(w -> w.spend().toPlainString()).toList());
    }

    @Test
    void a_bucket_that_has_not_ended_is_not_complete() {
        List<Series.Point> weeks =
                total(oneADay(), new QueryFixture(), BucketLength.WEEK, 16).buckets();

        assertFalse(weeks.get(2).complete());
        assertEquals(6, weeks.get(2).inquiries());
    }

    @Test
    void months_and_days_tile_the_window_too() {
        assertEquals(
                List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 4)),
                total(oneADay(), new QueryFixture(), BucketLength.MONTH, 30).buckets().stream()
                        .map(Series.Point::end)
                        .toList());
        assertEquals(
                31,
                total(oneADay(), new QueryFixture(), BucketLength.DAY, 30)
                        .buckets()
                        .size());
    }

    @Test
    void days_after_the_as_of_day_and_before_the_first_record_are_there_and_empty() {
        Series series = SeriesService.series(
                Segmentation.of(
                        new QueryFixture().query(THURSDAY.minusDays(2), THURSDAY.plusDays(2), THURSDAY),
                        oneADay().asOf(THURSDAY)),
                BucketLength.DAY);

        assertEquals(
                List.of(0L, 0L, 1L, 0L, 0L),
                series.total().buckets().stream().map(Series.Point::inquiries).toList());
        assertEquals(
                List.of(true, true, true, false, false),
                series.total().buckets().stream().map(Series.Point::complete).toList());
    }

    @Test
    void deals_are_those_of_the_buckets_inquiries_whenever_they_closed() {
        LedgerFixture records = oneADay().deal("valves", THURSDAY.plusDays(1), 12, "100");

        List<Series.Point> weeks =
                total(records, new QueryFixture(), BucketLength.WEEK, 17).buckets();

        assertEquals(
                List.of(1L, 0L, 0L), weeks.stream().map(Series.Point::deals).toList());
    }

    @Test
    void a_bucket_without_spend_on_record_has_no_cost_and_one_whose_spend_is_0_costs_nothing() {
        LedgerFixture records = new LedgerFixture().campaign("valves");
        for (int day = 0; day < 3; day++) {
            records.inquiries("valves", THURSDAY.plusDays(day), 2);
        }
        records.spend("valves", THURSDAY, "10").spend("valves", THURSDAY.plusDays(1), "0");

        List<Estimate> costs = total(records, new QueryFixture(), BucketLength.DAY, 2).buckets().stream()
                .map(Series.Point::costPerInquiry)
                .toList();

        assertEquals(5, costs.get(0).estimate());
        assertEquals(0, costs.get(1).estimate());
        assertNull(costs.get(2).estimate());
        assertTrue(
                costs.get(2).note().startsWith("No spend is on record here"),
                costs.get(2).note());
    }

    @Test
    void what_costs_nothing_over_the_whole_window_costs_nothing_in_each_bucket() {
        LedgerFixture records = new LedgerFixture().campaign("valves").spend("valves", THURSDAY, "0");
        for (int day = 0; day < 3; day++) {
            records.inquiries("valves", THURSDAY.plusDays(day), 2);
        }

        assertEquals(
                List.of(0.0, 0.0, 0.0),
                total(records, new QueryFixture(), BucketLength.DAY, 2).buckets().stream()
                        .map(bucket -> bucket.costPerInquiry().estimate())
                        .toList());
    }

    @Test
    void segments_are_sorted_and_cut_and_the_total_holds_all() {
        LedgerFixture records = oneADay()
                .campaign("pumps", Map.of(Dimension.PRODUCT, "Pump"))
                .inquiries("pumps", THURSDAY, 2)
                .spend("pumps", THURSDAY, "900");
        QueryFixture query = new QueryFixture().groupBy(Dimension.PRODUCT).limit(1);

        Series bySpend = series(records, query, BucketLength.MONTH, 17);
        Series byInquiries = series(records, query.sort("inquiries", true), BucketLength.MONTH, 17);

        assertEquals(Map.of("product", "Pump"), bySpend.segments().get(0).segment());
        assertEquals(Map.of("product", "Valve"), byInquiries.segments().get(0).segment());
        assertTrue(bySpend.truncated());
        assertEquals(2, bySpend.segmentCount());
        assertEquals(20, bySpend.total().buckets().get(0).inquiries());
        assertEquals(
                0,
                new BigDecimal("1081.8")
                        .compareTo(bySpend.total().buckets().get(0).spend()));
    }

    @Test
    void too_many_buckets_are_refused_naming_the_interval() {
        LocalDate end = THURSDAY.plusDays(17);
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().query(end.minusDays(20_000), end, end),
                oneADay().asOf(end));

        HttpProblem problem =
                assertThrows(HttpProblem.class, () -> SeriesService.series(segmentation, BucketLength.DAY));

        assertEquals(400, problem.getStatusCode());
        assertTrue(problem.getDetail().startsWith("interval "), problem.getDetail());
        assertTrue(SeriesService.series(segmentation, BucketLength.MONTH)
                        .total()
                        .buckets()
                        .size()
                > 600);
    }

    /** An inquiry and 10.10 of spend a day, for 31 days. */
    private static LedgerFixture oneADay() {
        LedgerFixture records = new LedgerFixture().campaign("valves", Map.of(Dimension.PRODUCT, "Valve"));
        for (int day = 0; day < 31; day++) {
            records.inquiries("valves", THURSDAY.plusDays(day), 1).spend("valves", THURSDAY.plusDays(day), "10.10");
        }
        return records;
    }

    private static Series.SegmentSeries total(
            LedgerFixture records, QueryFixture query, BucketLength length, int lastDay) {
        return series(records, query, length, lastDay).total();
    }

    private static Series series(LedgerFixture records, QueryFixture query, BucketLength length, int lastDay) {
        LocalDate end = THURSDAY.plusDays(lastDay);
        return SeriesService.series(Segmentation.of(query.query(THURSDAY, end, end), records.asOf(end)), length);
    }
}
