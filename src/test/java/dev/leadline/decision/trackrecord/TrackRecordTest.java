package dev.leadline.decision.trackrecord;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.decision.Action;
import dev.leadline.decision.Asking;
import dev.leadline.decision.Reason;
import dev.leadline.decision.Recommendation;
import dev.leadline.demo.DemoMarket;
import dev.leadline.demo.MarketSimulator;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackRecordTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final DemoMarket MARKET = MarketSimulator.demoMarket(1, TODAY);
    private static final Ledger DEMO = LedgerFixture.of(MARKET).asOf(TODAY.minusDays(1));
    private static final Asking ASKING =
            Asking.asOf(TODAY.minusDays(1), Dimension.PRODUCT).in(MARKET.settings());
    private static final TrackRecord RECORD = trackRecord(ASKING, DEMO, 30, 8);

    private static TrackRecord trackRecord(Asking asking, Ledger ledger, int weeks, int outcomeWeeks) {
        return TrackRecordService.trackRecord(asking.query(), asking.policy(), weeks, outcomeWeeks, ledger);
    }

    @Test
    void given_a_filter_that_no_segment_meets_then_nothing_is_scored() {
        TrackRecord nothing = trackRecord(ASKING.only(Dimension.REGION, "nowhere"), DEMO, 30, 8);

        assertEquals(0, nothing.decisions());
        assertEquals(List.of(), nothing.items());
    }

    @Test
    void given_a_past_week_then_it_says_what_was_recommended_then() {
        saysWhatWasRecommended(ASKING, RECORD, Set.of(Reason.PROFITABLE_AND_STABLE));
    }

    /** On the last day that has all of some reasons. */
    private static void saysWhatWasRecommended(Asking asking, TrackRecord record, Set<Reason> reasons) {
        Map<LocalDate, List<TrackRecord.Past>> days =
                record.items().stream().collect(Collectors.groupingBy(TrackRecord.Past::day));
        LocalDate day = days.entrySet().stream()
                .filter(of -> of.getValue().stream()
                        .map(TrackRecord.Past::reason)
                        .collect(Collectors.toSet())
                        .containsAll(reasons))
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Map<Object, Recommendation> then = asking.on(day).of(DEMO).items().stream()
                .collect(Collectors.toMap(item -> item.segment().get("product"), item -> item));

        days.get(day).forEach(past -> {
            Recommendation item = then.get(past.segment().get("product"));
            assertEquals(item.action(), past.action(), past.toString());
            assertEquals(item.reason(), past.reason(), past.toString());
            assertEquals(item.probabilityOfTarget(), past.probabilityOfTarget(), past.toString());
        });
    }

    @Test
    void given_the_demo_market_then_what_was_scaled_did_far_better_than_by_the_usual_rules() {
        TrackRecord.Result scale = result(Action.SCALE);

        assertTrue(scale.decisions() >= 20, "" + scale);
        assertTrue(scale.metTarget() >= 0.9, "" + scale);
        assertTrue(scale.roi() > result(Action.HOLD).roi(), "" + RECORD.byAction());
        for (TrackRecord.ByRule usual : RECORD.usualRules()) {
            assertTrue(scale.metTarget() > usual.scaled().metTarget(), "" + usual);
            assertTrue(scale.roi() > usual.scaled().roi(), "" + usual);
        }
        assertTrue(RECORD.brierScore() < RECORD.brierScoreOfConstant());
    }

    private static TrackRecord.Result result(Action action) {
        return RECORD.byAction().stream()
                .filter(by -> by.action() == action)
                .findFirst()
                .orElseThrow()
                .result();
    }

    @Test
    void given_only_ripe_weeks_then_their_inquiries_are_as_old_as_the_horizon() {
        assertEquals(TODAY.minusDays(1 + 180 + 56), RECORD.to());
        assertTrue(RECORD.items().stream().noneMatch(past -> past.day().isAfter(RECORD.to())));
    }

    @Test
    void given_results_by_action_then_they_are_all_decisions() {
        assertEquals(
                RECORD.decisions(),
                RECORD.byAction().stream()
                        .mapToInt(by -> by.result().decisions())
                        .sum());
        for (TrackRecord.ByRule usual : RECORD.usualRules()) {
            assertEquals(
                    RECORD.decisions(),
                    usual.scaled().decisions() + usual.rest().decisions());
        }
    }

    /** 3 inquiries a day at 20 each; of every 20 one deal of 1,000 on average: 2.5 for each unit of spend. */
    @Test
    void given_an_even_history_then_the_outcome_is_computed_by_hand() {
        TrackRecord record = trackRecord(
                Asking.asOf(LAST, Dimension.PRODUCT),
                History.fixture(History.of("even", 20)).asOf(LAST),
                4,
                2);

        assertEquals(4, record.decisions());
        record.items().forEach(past -> {
            assertEquals(42, past.inquiries());
            assertEquals(0, past.spend().compareTo(new BigDecimal(840)));
            assertEquals(past.margin().doubleValue() / 840 - 1, past.roi(), 1e-5);
            assertTrue(past.margin().doubleValue() >= 1_200 && past.margin().doubleValue() <= 3_500, "" + past);
        });
    }

    /** The outcomes of 30 weeks begin up to 44 weeks back; deals are on record for 39. */
    @Test
    void given_deals_on_record_from_a_day_on_then_no_outcome_begins_before_it_and_the_note_says_so() {
        LocalDate tracked = LAST.minusDays(272);
        TrackRecord record = trackRecord(
                Asking.asOf(LAST, Dimension.PRODUCT).trackedFrom(tracked),
                History.fixture(History.of("even", 20)).asOf(LAST),
                30,
                2);

        assertEquals(tracked.minusDays(1), record.from(), "a Sunday; its outcome begins on the day itself");
        assertEquals(12, record.decisions());
        assertTrue(record.note().contains("Deals are on record from " + tracked), record.note());
        assertEquals(
                IntStream.rangeClosed(0, 11).boxed().toList(),
                record.items().stream()
                        .map(TrackRecord.Past::weeksOfDealRecords)
                        .sorted()
                        .toList());
    }

    /** Twelve outcomes of eight weeks, one week apart, are worth 144 / (12 + 2 (11 x 7 + 10 x 6 + ... + 5 x 1) / 8) = 1.92. */
    @Test
    void given_outcomes_that_share_inquiries_then_the_note_and_the_bands_say_what_they_are_worth() {
        TrackRecord record = trackRecord(
                Asking.asOf(LAST, Dimension.PRODUCT),
                History.fixture(History.of("even", 20)).asOf(LAST),
                12,
                8);

        assertEquals(12, record.predictive().decisions());
        assertEquals(1.92, record.predictive().effectiveDecisions(), 1e-9);
        assertTrue(
                record.note().contains("The 12 decisions are not independent")
                        && record.note().contains("about 2 independent ones"),
                record.note());
    }

    @Test
    void given_the_demo_market_then_outcomes_are_forecast_better_than_by_their_mean() {
        TrackRecord.Predictive predictive = RECORD.predictive();

        assertTrue(predictive.brierScore() < predictive.brierScoreOfConstant(), predictive.toString());
        assertTrue(predictive.logScore() < predictive.logScoreOfConstant(), predictive.toString());
        TrackRecord.Band sure = RECORD.calibration().get(RECORD.calibration().size() - 1);
        assertTrue(sure.meanPredictiveProbability() < sure.meanProbability(), sure.toString());
    }

    /** The decisions of one market are worth 44 independent ones, too few to tell. */
    @Test
    void given_some_demo_markets_then_the_predictive_probability_forecasts_better_than_that_of_the_long_run() {
        double predictive = RECORD.predictive().brierScore();
        double longRun = RECORD.brierScore();
        for (long seed = 2; seed <= 3; seed++) {
            DemoMarket market = MarketSimulator.demoMarket(seed, TODAY);
            LocalDate day = TODAY.minusDays(1);
            TrackRecord record = trackRecord(
                    Asking.asOf(day, Dimension.PRODUCT).in(market.settings()),
                    LedgerFixture.of(market).asOf(day),
                    30,
                    8);
            predictive += record.predictive().brierScore();
            longRun += record.brierScore();
        }
        assertTrue(predictive < longRun, predictive + " and " + longRun);
    }

    @Test
    void given_scores_then_each_decision_counts_once_in_its_band_and_by_its_weeks_of_deal_records() {
        TrackRecord.Predictive all = RECORD.predictive();
        List<TrackRecord.Past> forecast = RECORD.items().stream()
                .filter(past -> past.predictiveProbability() != null)
                .toList();

        assertEquals(forecast.size(), all.decisions());
        assertEquals(
                all.decisions(),
                all.calibration().stream()
                        .mapToInt(TrackRecord.PredictiveBand::decisions)
                        .sum());
        for (TrackRecord.ByDealRecords by : RECORD.byDealRecords()) {
            List<TrackRecord.Past> part = forecast.stream()
                    .filter(past -> past.weeksOfDealRecords() < 10 == (by.fromWeeks() == 0))
                    .toList();
            assertEquals(part.size(), by.predictive().decisions());
            assertEquals(
                    part.stream()
                            .mapToDouble(TrackRecord.Past::predictiveProbability)
                            .average()
                            .orElseThrow(),
                    by.predictive().meanProbability(),
                    1e-5);
        }
    }

    @Test
    void given_a_workspace_younger_than_the_horizon_then_nothing_is_old_enough_to_judge_and_it_says_so() {
        TrackRecord record = trackRecord(
                Asking.asOf(LAST, Dimension.PRODUCT),
                History.fixture(History.of("young", 20).from(LAST.minusDays(100)))
                        .asOf(LAST),
                52,
                8);

        assertEquals(0, record.decisions());
        assertNull(record.brierScore());
        assertNull(record.predictive().brierScore());
        assertEquals(0, record.predictive().effectiveDecisions());
        assertNull(record.from());
        assertTrue(record.note().contains("is old enough to judge"), record.note());
    }
}
