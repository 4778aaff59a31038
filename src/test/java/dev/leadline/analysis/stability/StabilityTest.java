package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a segment's weekly volume and cost can be relied on. Weeks are counted from a Monday. */
class StabilityTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final int CYCLE = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_steady_segment_is_stable(long seed) {
        Market market = new Market(seed, 40).add("A", week -> 5, week -> 50).add("B", week -> 8, week -> 80);

        assertStable(market.judge("A").volume());
        assertStable(market.judge("A").cost());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_drop_at_the_same_spend_is_unstable(long seed) {
        Market market = new Market(seed, 40)
                .add("A", week -> week < 36 ? 6 : 2.5, week -> 50)
                .add("B", week -> 8, week -> 80);

        assertEquals(Verdict.UNSTABLE, market.judge("A").volume().verdict());
        assertEquals(Verdict.UNSTABLE, market.judge("A").cost().verdict());
        assertStable(market.judge("B").volume());
    }

    @Test
    void a_drop_that_the_spend_shares_raises_no_more_alarms_than_none() {
        int dropped = alarms(week -> week < 36 ? 1 : 0.4);
        int steady = alarms(week -> 1);

        assertTrue(steady <= 6, "steady: " + steady + " of 60");
        assertTrue(dropped <= steady + 3, "dropped: " + dropped + ", steady: " + steady + " of 60");
    }

    /** Of 60 markets, those with an adverse volume; spend and inquiries both follow the level. */
    private static int alarms(IntToDoubleFunction level) {
        return (int) LongStream.range(0, 60)
                .filter(seed -> new Market(seed, 40)
                        .add("A", week -> 6 * level.applyAsDouble(week), week -> 60 * level.applyAsDouble(week))
                        .add("B", week -> 8, week -> 80)
                        .judge("A")
                        .volume()
                        .isAdverse())
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_cut_of_the_budget_back_to_what_it_once_was_is_planned(long seed) {
        Market market = new Market(seed, 60)
                .add("A", week -> week < 30 ? 3 : week < 55 ? 9 : 4.5, week -> week < 30 ? 30 : week < 55 ? 90 : 45)
                .add("B", week -> 8, week -> 80);

        assertStable(market.judge("A").volume());
    }

    @Test
    void more_budget_and_more_inquiries_end_nothing() {
        Market market = new Market(1, 40)
                .add("A", week -> week < 36 ? 4 : 6, week -> week < 36 ? 40 : 60)
                .add("B", week -> 8, week -> 80);

        assertStable(market.judge("A").volume());
        assertStable(market.judge("A").cost());
    }

    @Test
    void paused_weeks_are_no_low_weeks() {
        IntToDoubleFunction paused = week -> week >= 33 && week < 36 ? 0 : 1;
        Market market = new Market(1, 40)
                .add("A", week -> 5 * paused.applyAsDouble(week), week -> 50 * paused.applyAsDouble(week))
                .add("B", week -> 8, week -> 80);

        Stability stability = market.judge("A");

        assertEquals(Verdict.STABLE, stability.volume().verdict());
        assertEquals(Verdict.STABLE, stability.cost().verdict());
        assertEquals(37, stability.volume().weeks());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_holiday_that_hits_all_alike_ends_nothing(long seed) {
        IntToDoubleFunction holiday = week -> week == 34 || week == 35 ? 0.2 : 1;
        Market market = new Market(seed, 40)
                .add("A", week -> 5 * holiday.applyAsDouble(week), week -> 50)
                .add("B", week -> 8 * holiday.applyAsDouble(week), week -> 80)
                .add("C", week -> 12 * holiday.applyAsDouble(week), week -> 120);

        assertStable(market.judge("A").volume());
        assertStable(market.judge("A").cost());
        assertStable(market.judge("C").volume());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_segment_that_a_week_of_the_others_does_not_reach_is_judged_by_itself(long seed) {
        IntToDoubleFunction fair = week -> week == 36 ? 3 : 1;
        Market market = new Market(seed, 40)
                .add("A", week -> 6, week -> 50)
                .add("B", week -> 10 * fair.applyAsDouble(week), week -> 80);

        assertStable(market.judge("A").volume());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_workspace_that_grows_does_not_make_its_steady_segments_unstable(long seed) {
        Market market = new Market(seed, 60)
                .add("A", week -> 6, week -> 60)
                .add("B", week -> 6, week -> 60)
                .add("C", week -> week < 52 ? 0 : 14, week -> week < 52 ? 0 : 140);

        Stability stability = market.judge("A");

        assertEquals(Verdict.STABLE, stability.volume().verdict());
        assertEquals(List.of(), stability.volume().changePoints());
    }

    @Test
    void under_eight_complete_weeks_nothing_is_said() {
        Market market = new Market(1, 7).add("A", week -> 5, week -> 50);

        Assessment volume = market.judge("A").volume();

        assertEquals(Verdict.INSUFFICIENT, volume.verdict());
        assertEquals("Complete weeks with activity: 7; 8 are needed.", volume.note());
    }

    @Test
    void the_week_that_has_not_ended_is_not_looked_at() {
        Market market = new Market(1, 20).add("A", week -> 5, week -> 50);
        LocalDate saturday = MONDAY.plusWeeks(20).minusDays(2);

        Weeks weeks = Weeks.of(market.segments(saturday).get("A"), 20 * 7 - 2);

        assertEquals(19, weeks.count());
        assertEquals(MONDAY.plusWeeks(18), weeks.monday(18));
    }

    @Test
    void without_spend_the_cost_is_unknown_and_the_volume_is_not() {
        Market market = new Market(1, 20).add("A", week -> 5, week -> 0);

        assertStable(market.judge("A").volume());
        assertEquals(Verdict.INSUFFICIENT, market.judge("A").cost().verdict());
    }

    @Test
    void under_twelve_weeks_the_limits_are_provisional() {
        assertTrue(new Market(1, 9)
                .add("A", week -> 5, week -> 50)
                .judge("A")
                .volume()
                .provisional());
    }

    /** What the workspace as a whole shows while a holiday goes on, right after it, and later. */
    @ParameterizedTest
    @ValueSource(ints = {35, 36, 37, 40, 46})
    void a_holiday_that_all_campaigns_share_does_not_make_the_total_unstable(int weeks) {
        IntToDoubleFunction holiday = week -> week == 34 || week == 35 ? 0.2 : 1;
        for (long seed = 1; seed <= 5; seed++) {
            Stability total = threeCampaigns(seed, weeks, holiday).judgeTotal();

            assertStable(total.volume());
            assertStable(total.cost());
        }
    }

    @Test
    void a_fall_of_the_total_that_lasts_is_seen() {
        for (long seed = 1; seed <= 5; seed++) {
            Market fallen = threeCampaigns(seed, 44, week -> week < 36 ? 1 : 0.4);

            assertEquals(Verdict.UNSTABLE, fallen.judgeTotal().volume().verdict());
            assertEquals(Verdict.UNSTABLE, fallen.judgeTotal().cost().verdict());
        }
    }

    @Test
    void a_fall_of_one_campaign_is_no_holiday_of_the_total() {
        for (long seed = 1; seed <= 5; seed++) {
            Market market = new Market(seed, 40)
                    .add("A", week -> week == 37 ? 0.5 : 15, week -> 150)
                    .add("B", week -> 5, week -> 50)
                    .add("C", week -> 5, week -> 50);

            assertEquals(Verdict.UNSTABLE, market.judgeTotal().volume().verdict());
        }
    }

    @Test
    void beside_a_single_campaign_a_holiday_cannot_be_told_from_a_fall_and_the_verdict_says_so() {
        Market market = new Market(1, 40).add("A", week -> week == 37 ? 2 : 10, week -> 100);

        Assessment volume = market.judgeTotal().volume();

        assertEquals(Verdict.UNSTABLE, volume.verdict());
        assertTrue(volume.note().contains("holiday"), volume.note());
        assertNull(new Market(1, 40)
                .add("A", week -> 10, week -> 100)
                .judgeTotal()
                .volume()
                .note());
    }

    /** Beside a giant the rest is a handful of inquiries, and its chance ups and downs are no common factor. */
    @Test
    void a_giant_is_not_excused_by_the_handful_beside_it() {
        for (long seed = 1; seed <= 5; seed++) {
            Market market = new Market(seed, 40)
                    .add("giant", week -> week == 37 ? 120 : 200, week -> 2000)
                    .add("A", week -> 0.2, week -> 2);

            assertEquals(Verdict.UNSTABLE, market.judge("giant").volume().verdict());
            assertTrue(market.judge("giant").volume().note().contains("holiday"));
            assertStable(new Market(seed, 40)
                    .add("giant", week -> 200, week -> 2000)
                    .add("A", week -> 0.2, week -> 2)
                    .judge("giant")
                    .volume());
        }
    }

    @Test
    void days_with_hardly_any_spend_are_as_good_as_a_pause() {
        IntToDoubleFunction idle = week -> week == 34 || week == 35 ? 0.02 : 1;
        for (long seed = 1; seed <= 5; seed++) {
            Market market = new Market(seed, 40)
                    .add("A", week -> 5 * idle.applyAsDouble(week), week -> 50 * idle.applyAsDouble(week))
                    .add("B", week -> 8, week -> 80);

            assertStable(market.judge("A").volume());
            assertStable(market.judge("A").cost());
            assertEquals(38, market.judge("A").volume().weeks());
        }
    }

    /** Mondays bring twice what the other days bring; a week of Mondays only is no high week, one without them no low one. */
    @Test
    void a_week_that_was_paused_for_some_days_is_judged_by_the_weekdays_on_which_it_ran() {
        LedgerFixture records = new LedgerFixture().campaign("A", Map.of(Dimension.PRODUCT, "A"));
        for (int day = 0; day < 20 * 7; day++) {
            boolean monday = day % 7 == 0;
            boolean runs = day / 7 == 12 ? monday : day / 7 != 15 || !monday;
            if (runs) {
                records.inquiries("A", MONDAY.plusDays(day), monday ? 20 : 10)
                        .spend("A", MONDAY.plusDays(day), monday ? "200" : "100");
            }
        }
        Ledger ledger = records.asOf(MONDAY.plusWeeks(20).minusDays(1));
        Weeks weeks = Weeks.of(Segmenter.total(ledger, Filter.NONE, 0, 139), 139);

        assertEquals(1, weeks.activity()[11]);
        assertEquals(2 / 8.0, weeks.activity()[12], 0.02);
        assertEquals(6 / 8.0, weeks.activity()[15], 0.02);
        assertEquals(1, weeks.activeDays()[12]);
    }

    @Test
    void weeks_are_iso_weeks_across_the_end_of_a_year() {
        Market market = new Market(1, 60).add("A", week -> 5, week -> 50);

        Weeks weeks =
                Weeks.of(market.segments(MONDAY.plusWeeks(60).minusDays(1)).get("A"), 60 * 7 - 1);

        // 29 December 2025 to 4 January 2026 is one week, the first of 2026.
        assertEquals(LocalDate.of(2025, 12, 29), weeks.monday(51));
        assertEquals(LocalDate.of(2026, 1, 5), weeks.monday(52));
        assertEquals(60, weeks.count());
        assertEquals(7, weeks.activeDays()[51]);
    }

    @Test
    void weeks_with_spend_and_no_inquiry_are_low_weeks() {
        Market market = new Market(1, 30)
                .add("A", week -> week < 26 ? 3 : 0, week -> 30)
                .add("B", week -> 8, week -> 80);

        assertEquals(Verdict.UNSTABLE, market.judge("A").volume().verdict());
        assertEquals(Verdict.UNSTABLE, market.judge("A").cost().verdict());
    }

    @Test
    void a_segment_that_spends_and_never_has_an_inquiry_is_not_judged_by_chance() {
        Market market = new Market(1, 30).add("A", week -> 0, week -> 30).add("B", week -> 8, week -> 80);

        assertStable(market.judge("A").volume());
        assertStable(market.judge("A").cost());
        assertEquals(0, market.judge("A").volume().chart().centre());
    }

    @Test
    void a_workspace_without_a_record_is_insufficient() {
        Stability total = new Market(1, 20).judgeTotal();

        assertEquals(Verdict.INSUFFICIENT, total.volume().verdict());
        assertEquals(Verdict.INSUFFICIENT, total.cost().verdict());
    }

    private static Market threeCampaigns(long seed, int weeks, IntToDoubleFunction level) {
        return new Market(seed, weeks)
                .add("A", week -> 5 * level.applyAsDouble(week), week -> 50)
                .add("B", week -> 8 * level.applyAsDouble(week), week -> 80)
                .add("C", week -> 12 * level.applyAsDouble(week), week -> 120);
    }

    private static void assertStable(Assessment assessment) {
        assertEquals(Verdict.STABLE, assessment.verdict(), () -> "adverse: " + assessment.adverse());
    }

    /** Segments of Poisson inquiries; rates and spend are those of a day, by week. */
    private static final class Market {
        /** Not RandomSource: a stable history raises an alarm now and then, and those of these seeds are known to raise none. */
        private final Random random;

        private final int weeks;
        private final LedgerFixture records = new LedgerFixture();

        Market(long seed, int weeks) {
            this.random = new Random(seed);
            this.weeks = weeks;
        }

        Market add(String product, IntToDoubleFunction inquiriesADay, IntToDoubleFunction spendADay) {
            records.campaign(product, Map.of(Dimension.PRODUCT, product));
            for (int day = 0; day < weeks * 7; day++) {
                LocalDate date = MONDAY.plusDays(day);
                long count = poisson(inquiriesADay.applyAsDouble(day / 7));
                double spend = spendADay.applyAsDouble(day / 7);
                if (count > 0) {
                    records.inquiries(product, date, count);
                }
                if (spend > 0) {
                    records.spend(product, date, String.valueOf(spend));
                }
            }
            return this;
        }

        private long poisson(double mean) {
            long count = 0;
            for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
                count++;
            }
            return count;
        }

        Map<String, SegmentLedger> segments(LocalDate asOf) {
            Ledger ledger = records.asOf(asOf);
            return Segmenter.of(ledger, List.of(Dimension.PRODUCT), Filter.NONE, 0, ledger.days() - 1).stream()
                    .collect(Collectors.toMap(s -> s.segment().values().get(Dimension.PRODUCT), s -> s));
        }

        Stability judgeTotal() {
            Ledger ledger = records.asOf(MONDAY.plusWeeks(weeks).minusDays(1));
            int last = ledger.days() - 1;
            SegmentLedger everything = Segmenter.total(ledger, Filter.NONE, 0, last);
            return Stability.of(everything, WorkspaceWeeks.of(everything, last), CYCLE);
        }

        Stability judge(String product) {
            Ledger ledger = records.asOf(MONDAY.plusWeeks(weeks).minusDays(1));
            int last = ledger.days() - 1;
            Filter own = new Filter(Map.of(Dimension.PRODUCT, Set.of(product)));
            return Stability.of(
                    Segmenter.total(ledger, own, 0, last),
                    WorkspaceWeeks.of(Segmenter.total(ledger, Filter.NONE, 0, last), last),
                    CYCLE);
        }
    }
}
