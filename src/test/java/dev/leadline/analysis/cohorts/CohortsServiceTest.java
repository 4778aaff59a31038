package dev.leadline.analysis.cohorts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.store.LedgerFixture;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cohorts by lag. The window is January and February 2026; 100 inquiries came on the 1st of either, at 10 apiece. */
class CohortsServiceTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    @Test
    void a_ripe_cohort_is_counted() {
        Cohorts.Cohort january = cohorts(records(), new QueryFixture().horizonDays(90), LAST.plusDays(90))
                .get(0);

        assertEquals(
                List.of(30, 60, 90),
                january.points().stream().map(Cohorts.Point::lagDays).toList());
        assertTrue(january.points().stream().allMatch(Cohorts.Point::observed));
        assertEquals(
                List.of(4.0, 8.0, 8.0),
                january.points().stream().map(Cohorts.Point::deals).toList());
        assertEquals(0.08, january.points().get(1).conversionRate());
        assertEquals("1600", january.points().get(1).margin().toPlainString());
        assertEquals(0.6, january.points().get(1).roi());
        assertEquals(8.0, january.projection().deals());
        assertEquals(0.6, january.projection().roi().estimate(), 1e-9);
        assertNull(january.note());
        assertTrue(january.complete());
    }

    @Test
    void a_lag_is_observed_only_where_the_whole_cohort_has_reached_it() {
        Cohorts.Cohort february = cohorts(records(), new QueryFixture().horizonDays(90), LAST.plusDays(29))
                .get(1);

        assertFalse(february.points().get(0).observed());
        assertTrue(cohorts(records(), new QueryFixture().horizonDays(90), LAST.plusDays(30))
                .get(1)
                .points()
                .get(0)
                .observed());
    }

    @Test
    void what_is_still_to_come_is_projected_by_the_timing_of_all() {
        // As of the 12th of March the 1st of February has shown 39 days: 4 deals at lag 20, and those of lag 50 are to
        // come.
        Cohorts.Cohort february = cohorts(records(), new QueryFixture().horizonDays(90), LocalDate.of(2026, 3, 12))
                .get(1);

        List<Cohorts.Point> points = february.points();
        assertEquals(
                List.of(4.0, 8.0),
                points.stream()
                        .limit(2)
                        .map(p -> (double) Math.round(p.deals()))
                        .toList());
        assertTrue(points.get(1).deals() > 6, "deals " + points.get(1).deals());
        assertFalse(points.get(2).observed());
        assertEquals(points.get(2).deals(), february.projection().deals());
        assertEquals(february.projection().roi().estimate(), points.get(2).roi(), 1e-5);
    }

    @Test
    void curves_never_fall_where_margins_are_positive() {
        List<Cohorts.Cohort> weeks = CohortsService.cohorts(
                        segmentation(records(), new QueryFixture().horizonDays(90), LocalDate.of(2026, 3, 12)),
                        BucketLength.WEEK)
                .total()
                .cohorts();

        for (Cohorts.Cohort week : weeks) {
            assertEquals(13, week.points().size());
            for (int i = 1; i < week.points().size(); i++) {
                assertTrue(
                        week.points().get(i).deals() >= week.points().get(i - 1).deals() - 1e-9);
            }
        }
    }

    @Test
    void a_cohort_older_than_the_deal_records_is_projected_and_says_so() {
        QueryFixture query = new QueryFixture().horizonDays(90).dealsTrackedFrom(FEBRUARY);

        List<Cohorts.Cohort> both = cohorts(records(), query, LAST.plusDays(90));

        Cohorts.Cohort january = both.get(0);
        assertTrue(january.points().stream().noneMatch(Cohorts.Point::observed));
        assertTrue(january.note().startsWith("Deals are on record from 2026-02-01"), january.note());
        // Lag 20 was not on record. Of 100 inquiries it is expected at February's 4 %, and of lag 50 4 were seen.
        assertEquals(8, january.projection().deals(), 0.7);
        assertTrue(both.get(1).points().stream().allMatch(Cohorts.Point::observed));
    }

    @Test
    void before_any_deal_nothing_is_projected() {
        LedgerFixture records =
                new LedgerFixture().campaign("c").inquiries("c", FEBRUARY, 100).spend("c", FEBRUARY, "1000");

        Cohorts.Cohort february = cohorts(records, new QueryFixture().horizonDays(90), LAST.plusDays(40))
                .get(1);

        assertEquals(0.0, february.points().get(0).deals());
        assertTrue(february.points().get(0).observed());
        assertNull(february.points().get(1).deals());
        assertNull(february.projection().deals());
        assertNull(february.projection().conversionRate().estimate());
        assertNotNull(february.note());
    }

    @Test
    void a_cohort_that_has_not_begun_has_no_points() {
        Cohorts.Cohort february = cohorts(records(), new QueryFixture().horizonDays(90), FEBRUARY.minusDays(1))
                .get(1);

        assertEquals(List.of(), february.points());
        assertFalse(february.complete());
        assertNotNull(february.note());
    }

    @Test
    void too_many_points_are_refused_naming_the_interval() {
        LocalDate far = LAST.minusYears(26);
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().horizonDays(1095).query(far, LAST, LAST),
                records().asOf(LAST));

        HttpProblem problem =
                assertThrows(HttpProblem.class, () -> CohortsService.cohorts(segmentation, BucketLength.WEEK));

        assertEquals(400, problem.getStatusCode());
        assertTrue(problem.getDetail().startsWith("interval "), problem.getDetail());
    }

    /** Of each month's 100 inquiries 4 become deals at lag 20 and 4 at lag 50, with a margin of 200 each. */
    private static LedgerFixture records() {
        LedgerFixture records = new LedgerFixture().campaign("c");
        for (LocalDate day : List.of(JANUARY, FEBRUARY)) {
            records.inquiries("c", day, 100).spend("c", day, "1000");
            for (int deal = 0; deal < 4; deal++) {
                records.deal("c", day, 20, "200").deal("c", day, 50, "200");
            }
        }
        return records;
    }

    private static List<Cohorts.Cohort> cohorts(LedgerFixture records, QueryFixture query, LocalDate asOf) {
        return CohortsService.cohorts(segmentation(records, query, asOf), BucketLength.MONTH)
                .total()
                .cohorts();
    }

    private static Segmentation segmentation(LedgerFixture records, QueryFixture query, LocalDate asOf) {
        return Segmentation.of(query.query(JANUARY, LAST, asOf), records.asOf(asOf));
    }
}
