package dev.leadline.decision;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.stability.Assessment;
import dev.leadline.analysis.stability.Predictability;
import dev.leadline.analysis.stability.Verdict;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason by a small history. An inquiry earns about 50 and the target is 0.3, so one may cost up to 38. */
@Execution(CONCURRENT)
class DecisionRuleTest {

    private static final Asking BY_PRODUCT = Asking.asOf(LAST, Dimension.PRODUCT);

    @Test
    void given_a_steady_product_well_above_target_then_it_is_scaled() {
        Recommendation item = judged(History.of("good", 20));

        assertReason(Action.SCALE, Reason.PROFITABLE_AND_STABLE, item);
        assertTrue(item.probabilityOfTarget() > 0.9);
        assertNull(item.needed());
    }

    @Test
    void given_a_product_whose_inquiries_cost_more_than_they_may_then_it_is_to_be_fixed() {
        Recommendation item = judged(History.of("bad", 100));

        assertReason(Action.FIX, Reason.ABOVE_AFFORDABLE_COST, item);
        assertNotNull(item.bottleneck());
        assertTrue(item.replicateTo().isEmpty());
    }

    @Test
    void given_a_product_about_at_its_target_then_it_is_held() {
        Recommendation item = judged(History.of("so so", 38));

        assertReason(Action.HOLD, Reason.WITHIN_RANGE, item);
        assertNull(item.needed());
        assertTrue(
                item.explanation().contains("may be above or below the target, and this may not change"),
                item.explanation());
    }

    @Test
    void given_fewer_deals_than_the_minimum_then_it_is_still_learning_however_good_it_looks() {
        Recommendation item = judged(History.of("small", 5).from(LAST.minusDays(100)));

        assertReason(Action.HOLD, Reason.LEARNING, item);
        assertTrue(item.evidence().deals() < 20);
        assertEquals(20 - item.evidence().deals(), item.needed().deals());
        assertTrue(item.needed().until().isAfter(LAST));
        assertEquals(item.needed().until(), item.nextReview());
    }

    @Test
    void given_less_than_two_cycles_of_history_then_it_is_still_learning_however_many_deals_there_are() {
        LedgerFixture fixture = History.fixture(
                History.of("old", 38),
                History.of("new", 5).from(LAST.minusDays(48)).inquiries(d -> 30).spend(d -> 150));
        Recommendation item = BY_PRODUCT.of(fixture.asOf(LAST), "new");

        assertReason(Action.HOLD, Reason.LEARNING, item);
        assertTrue(item.evidence().deals() >= 20);
        assertEquals(7, item.evidence().historyWeeks());
        assertEquals(4, item.evidence().cycleWeeks());
        assertTrue(item.explanation().contains("only 7 of the 8 weeks of history needed so far"), item.explanation());
        assertEquals(LAST.plusDays(7), item.needed().until());
    }

    @Test
    void given_too_few_complete_weeks_to_judge_stability_then_it_is_held() {
        LedgerFixture fixture = History.fixture(
                History.of("old", 38),
                History.of("new", 5).from(LAST.minusDays(48)).inquiries(d -> 30).spend(d -> 150));

        assertReason(
                Action.HOLD,
                Reason.SHORT_SERIES,
                BY_PRODUCT.by(Asking.policy("0.75", 20, 1)).of(fixture.asOf(LAST), "new"));
    }

    @Test
    void given_a_week_of_few_inquiries_that_the_spend_does_not_explain_then_it_is_held() {
        History dip = History.of("dip", 20)
                .inquiries(d -> inWeekBefore(2, d) ? 4 : 10)
                .spend(d -> inWeekBefore(2, d) ? 130 : 200);
        Recommendation item = judged(dip);

        assertReason(Action.HOLD, Reason.UNSTABLE_VOLUME, item);
        assertEquals(LocalDate.of(2026, 6, 8).plusWeeks(9), item.nextReview());
        assertTrue(
                item.explanation().contains("fell in the week of 2026-06-08, from 70.0 to 28.0 a week, although"),
                item.explanation());
        assertTrue(
                item.explanation().contains("count as stable again on 2026-08-10 at the earliest"), item.explanation());
        assertEquals(LocalDate.of(2026, 8, 10), item.needed().until());
    }

    @Test
    void given_a_week_of_few_inquiries_because_less_was_spent_then_nothing_is_wrong() {
        History planned = History.of("planned", 20)
                .inquiries(d -> inWeekBefore(2, d) ? 4 : 10)
                .spend(d -> inWeekBefore(2, d) ? 80 : 200);

        assertReason(Action.SCALE, Reason.PROFITABLE_AND_STABLE, judged(planned));
    }

    @Test
    void given_inquiries_that_have_lately_become_more_expensive_then_it_is_held_and_the_first_week_is_named() {
        History rising = History.of("rising", 20).inquiries(d -> 10).spend(d -> d < 28 ? 300 : 150);
        Recommendation item = judged(rising);

        assertReason(Action.HOLD, Reason.UNSTABLE_COST, item);
        assertTrue(
                item.explanation().contains("since the week of 2026-06-01: from 15.00 to 30.00 each. "),
                item.explanation());
        assertNotNull(item.needed().until());
    }

    /** An inquiry has earned 50 and may cost 38; those of the last 12 weeks earn 25 and may cost 19. */
    @Test
    void given_conversion_that_has_halved_when_the_older_inquiries_alone_would_be_scaled_then_it_is_held() {
        Recommendation item = judged(
                History.of("falling", 20).inquiries(d -> 10).spend(d -> 200).inquiriesPerDeal(d -> d < 84 ? 40 : 20));

        assertReason(Action.HOLD, Reason.UNSTABLE_CONVERSION, item);
        assertTrue(item.probabilityOfTarget() < 0.9);
        assertTrue(
                item.explanation().contains("fewer of its recent inquiries become deals than of those before"),
                item.explanation());
        assertEquals("deals from recent inquiries", item.needed().what());
        assertEquals(item.needed().until(), item.nextReview());
    }

    /** The same swing every week is within the limits of its chart, and its return is not in doubt. */
    @Test
    void given_a_volume_that_swings_fivefold_from_week_to_week_then_it_is_held_although_it_is_stable() {
        Recommendation item = judged(swinging(d -> 200));

        assertReason(Action.HOLD, Reason.VOLATILE_VOLUME, item);
        assertTrue(item.probabilityOfTarget() > 0.9);
        Recommendation.StabilityEvidence stability = item.evidence().stability();
        assertEquals(Verdict.STABLE, stability.volume().verdict());
        assertEquals(Predictability.VOLATILE, stability.volumeSpread().verdict());
        assertEquals(0.3, stability.volumeSpread().spread().estimate(), 0.05);
        assertEquals(0.2, stability.volumeSpread().maximum());
        assertTrue(stability.volumeSpread().probabilityAbove() >= 0.9);
        assertTrue(
                item.explanation()
                        .contains(
                                "its volume swings too much to be foreseen: its next four weeks may easily bring 29 % more or fewer"),
                item.explanation());
        assertTrue(item.explanation().contains("where your maximum is 20 %"), item.explanation());
        assertEquals("a volume that can be foreseen", item.needed().what());
        assertNull(item.needed().until());
        assertEquals(LAST.plusWeeks(4), item.nextReview());
    }

    @Test
    void given_a_volume_that_swings_with_its_budget_then_it_can_be_foreseen_and_is_scaled() {
        Recommendation item = judged(swinging(d -> 20 * swing(d)));

        assertReason(Action.SCALE, Reason.PROFITABLE_AND_STABLE, item);
        assertEquals(
                Predictability.FORESEEABLE,
                item.evidence().stability().volumeSpread().verdict());
    }

    @Test
    void given_a_larger_maximum_of_the_spread_then_a_volume_that_swings_is_scaled() {
        Asking tolerant = BY_PRODUCT.by(Asking.policy(new BigDecimal("0.5")));

        assertReason(
                Action.SCALE,
                Reason.PROFITABLE_AND_STABLE,
                tolerant.of(History.fixture(swinging(d -> 200)).asOf(LAST), "swinging"));
    }

    @Test
    void given_an_expensive_product_whose_volume_swings_then_it_is_fixed_all_the_same() {
        assertReason(Action.FIX, Reason.ABOVE_AFFORDABLE_COST, judged(swinging(d -> 2000)));
    }

    /** In an irregular order, so that no week is foretold by the one before. */
    private static History swinging(IntToDoubleFunction spend) {
        return History.of("swinging", 20).inquiries(DecisionRuleTest::swing).spend(spend);
    }

    private static int swing(int daysBack) {
        int week = daysBack / 7;
        return (week * week + week / 3) % 7 < 3 ? 4 : 20;
    }

    /** The alarm is in the last week of the run; since then inquiries have been cheaper than ever. */
    @Test
    void
            given_a_run_of_expensive_weeks_that_is_over_then_the_weeks_of_the_run_are_compared_and_not_those_since_its_alarm() {
        History run = History.of("run", 20).inquiries(d -> 10).spend(d -> d < 7 ? 110 : d < 56 ? 174 : 150);
        Recommendation item = judged(run);

        assertReason(Action.HOLD, Reason.UNSTABLE_COST, item);
        assertEquals(
                List.of(new Assessment.Alarm(LocalDate.of(2026, 6, 15), "RUN_OF_SEVEN")),
                item.evidence().stability().cost().adverse());
        assertTrue(
                item.explanation()
                        .contains(
                                "have become more expensive since the week of 2026-05-04: from 15.00 to 17.40 each. "),
                item.explanation());
    }

    @Test
    void given_an_expensive_product_whose_cohorts_are_young_then_it_is_unripe() {
        LedgerFixture fixture = History.fixture(
                History.of("old", 38),
                History.of("young", 500)
                        .from(LAST.minusDays(20))
                        .inquiries(d -> 5)
                        .spend(d -> 2500));
        Recommendation item = BY_PRODUCT.of(fixture.asOf(LAST), "young");

        assertReason(Action.HOLD, Reason.UNRIPE, item);
        assertTrue(item.evidence().maturity() < 0.5);
        assertEquals(LAST.plusWeeks(4), item.nextReview());
        // Its deals take 10, 20 or 30 days; of inquiries 0 to 20 days old half have shown theirs some days later.
        LocalDate ripe = item.needed().until();
        assertTrue(ripe.isAfter(LAST) && ripe.isBefore(LAST.plusDays(20)), ripe.toString());
        assertTrue(item.explanation().contains("Wait until about " + ripe), item.explanation());
    }

    @Test
    void given_a_conclusion_that_falls_without_the_largest_deal_then_it_is_held() {
        LedgerFixture fixture = History.fixture(History.of("lucky", 22).inquiriesPerDeal(d -> 40))
                .deal("lucky", LAST.minusDays(200), 20, "100000");
        Recommendation item = BY_PRODUCT.of(fixture.asOf(LAST), "lucky");

        assertReason(Action.HOLD, Reason.RESTS_ON_ONE_DEAL, item);
        assertTrue(item.evidence().probabilityWithoutLargestDeal() < 0.75);
        assertEquals(LAST.plusWeeks(4), item.needed().until());
        assertTrue(item.needed().deals() >= 1, item.needed().toString());
        assertTrue(
                item.explanation().contains("expected by " + LAST.plusWeeks(4) + "; then ask again"),
                item.explanation());
    }

    @Test
    void given_a_conclusion_that_falls_without_one_week_then_it_is_held() {
        History week = History.of("one week", 12).inquiriesPerDeal(d -> inWeekBefore(20, d) ? 1 : 55);

        assertReason(Action.HOLD, Reason.RESTS_ON_ONE_WEEK, judged(week));
    }

    /** Of an average of 28 one of two equal regions may have cost anything up to 56, where an inquiry may cost 38. */
    @Test
    void
            given_a_cost_that_is_only_shared_when_the_true_share_may_miss_the_target_then_it_is_held_without_a_probability() {
        LedgerFixture fixture = twoRegions("28");
        Asking byRegion = Asking.asOf(LAST, Dimension.REGION);

        for (Recommendation item : byRegion.of(fixture.asOf(LAST)).items()) {
            assertReason(Action.HOLD, Reason.COST_NOT_KNOWN, item);
            assertEquals("allocated", item.evidence().costBasis());
            assertNull(item.probabilityOfTarget());
            assertNull(item.evidence().probabilityWithoutLargestDeal());
            assertNull(item.expectedLoss().scale());
            for (Estimate figure :
                    List.of(item.evidence().costPerInquiry(), item.evidence().projectedRoi())) {
                assertNull(figure.low());
                assertNull(figure.high());
                assertTrue(figure.note().contains("Post spend with region"), figure.note());
            }
            assertEquals(
                    "spend with region, industry or market segment",
                    item.needed().what());
            assertTrue(
                    item.explanation()
                            .contains("28.00 is the average of its campaigns, and only 0.00 of that was posted for this"
                                    + " segment alone"),
                    item.explanation());
        }
        assertEquals(
                Action.SCALE,
                Asking.asOf(LAST, Dimension.PRODUCT)
                        .of(fixture.asOf(LAST), "shared")
                        .action(),
                "of the product as a whole the cost is known");
    }

    @Test
    void given_a_cost_that_is_only_shared_when_all_of_it_would_not_be_too_much_then_it_counts() {
        for (Recommendation item : Asking.asOf(LAST, Dimension.REGION)
                .of(twoRegions("15").asOf(LAST))
                .items()) {
            assertReason(Action.SCALE, Reason.PROFITABLE_AND_STABLE, item);
            assertTrue(item.explanation().contains("The target is met with probability at least "), item.explanation());
            assertTrue(
                    item.explanation().contains("even if all that was spent for it and others had been spent for it"),
                    item.explanation());
        }
    }

    /** All of it was little enough when it was entered; since then orders have become smaller. */
    @Test
    void given_a_cost_that_is_only_shared_when_all_of_it_has_become_too_much_then_scale_ends() {
        Asking byRegion = Asking.asOf(LAST, Dimension.REGION);
        for (Recommendation item : byRegion.of(twoRegions("20", 182).asOf(LAST)).items()) {
            assertReason(Action.HOLD, Reason.COST_NOT_KNOWN, item);
        }
    }

    @Test
    void given_a_cost_of_which_the_part_that_is_known_is_too_much_then_it_is_to_be_fixed_whatever_the_rest_was() {
        LedgerFixture fixture = twoRegions("20");
        for (int d = 391; d >= 0; d--) {
            fixture.spend("shared", LAST.minusDays(d), LedgerFixture.Own.region("north"), "400");
        }
        Recommendation north = north(fixture);

        assertReason(Action.FIX, Reason.ABOVE_AFFORDABLE_COST, north);
        assertTrue(north.explanation().contains("met with probability at most"), north.explanation());
    }

    /** A twentieth of the spend is shared: that moves the bounds by as much, and no more. */
    @Test
    void given_a_small_part_that_is_only_shared_then_the_interval_is_as_much_wider_and_the_verdict_stands() {
        LedgerFixture known = new LedgerFixture();
        LedgerFixture partly = new LedgerFixture();
        for (LedgerFixture fixture : List.of(known, partly)) {
            fixture.campaign("shared", Map.of(Dimension.PRODUCT, "shared"));
            for (int d = 391; d >= 0; d--) {
                LocalDate day = LAST.minusDays(d);
                for (String region : new String[] {"north", "south"}) {
                    LedgerFixture.Own own = LedgerFixture.Own.region(region);
                    fixture.inquiries("shared", day, own, 5, 0)
                            .spend("shared", day, own, fixture == known ? "100" : "98");
                    if (d % 4 == 0) {
                        fixture.deal("shared", own, region + d, day, 10 + d % 3 * 10, "1000", null);
                    }
                }
                if (fixture == partly) {
                    fixture.spend("shared", day, "4");
                }
            }
        }
        Recommendation of = north(known);
        Recommendation most = north(partly);

        assertEquals(of.evidence().spend(), most.evidence().spend());
        assertEquals("allocated", most.evidence().costBasis());
        assertEquals(of.action(), most.action());
        double low = of.evidence().costPerInquiry().low();
        double high = of.evidence().costPerInquiry().high();
        assertEquals(0.98 * low, most.evidence().costPerInquiry().low(), 1e-3);
        assertEquals(1.02 * high, most.evidence().costPerInquiry().high(), 1e-3);
        assertTrue(most.evidence().projectedRoi().low()
                < of.evidence().projectedRoi().low());
        assertTrue(most.evidence().projectedRoi().high()
                > of.evidence().projectedRoi().high());
    }

    /** What is weak there is the number of inquiries; what to do is not to buy more. */
    @Test
    void given_a_product_that_loses_on_few_inquiries_then_more_of_them_are_not_advised() {
        List<History> histories = new ArrayList<>();
        for (int peer = 0; peer < 6; peer++) {
            histories.add(History.of("peer " + peer, 100).inquiries(d -> 8).spend(d -> 800));
        }
        histories.add(History.of("few", 100));
        Recommendation few =
                BY_PRODUCT.of(History.fixture(histories.toArray(History[]::new)).asOf(LAST), "few");

        assertReason(Action.FIX, Reason.ABOVE_AFFORDABLE_COST, few);
        assertEquals(Bottleneck.ADVERTISING, few.bottleneck());
        assertFalse(few.explanation().contains("budget"), few.explanation());
        assertTrue(few.explanation().contains("more of them at this cost would lose more"), few.explanation());
    }

    private static Recommendation north(LedgerFixture fixture) {
        return Asking.asOf(LAST, Dimension.REGION).of(fixture.asOf(LAST)).items().stream()
                .filter(item -> "north".equals(item.segment().get("region")))
                .findFirst()
                .orElseThrow();
    }

    /** It sells half as often as its peers: at 5 an inquiry that still pays, at 18 it does more or less. */
    @ParameterizedTest
    @CsvSource({"5, SCALE", "18, HOLD"})
    void given_a_weak_link_then_the_sentence_names_it_though_there_is_nothing_to_be_fixed(int cost, Action action) {
        List<History> histories = new ArrayList<>();
        for (int peer = 0; peer < 6; peer++) {
            histories.add(History.of("peer " + peer, 20).inquiries(d -> 6).spend(d -> 120));
        }
        histories.add(
                History.of("weak", cost).inquiries(d -> 6).spend(d -> 6 * cost).inquiriesPerDeal(d -> 44));
        Recommendation weak =
                BY_PRODUCT.of(History.fixture(histories.toArray(History[]::new)).asOf(LAST), "weak");

        assertEquals(action, weak.action(), weak.explanation());
        assertEquals(Bottleneck.SALES_AND_SERVICE, weak.bottleneck());
        assertTrue(weak.explanation().contains("Its weak link is sales and service: 2."), weak.explanation());
        assertTrue(weak.explanation().contains("of inquiries become deals; among its peers, "), weak.explanation());
    }

    /** As a workspace may have set it before there was a bound: nothing may be blamed on a cost that is known. */
    @Test
    void given_a_cost_that_is_known_and_a_leave_out_that_nothing_reaches_then_the_cost_is_not_what_is_missing() {
        Ledger ledger =
                History.fixture(History.of("good", 29), History.of("so so", 40)).asOf(LAST);
        Policy usual = Policy.DEFAULT;
        Policy strict = new Policy(
                usual.scaleProbability(),
                usual.scaleEndProbability(),
                new BigDecimal("0.999"),
                new BigDecimal("0.5"),
                usual.fixMaturity(),
                20,
                2,
                usual.maximumVolumeSpread());

        assertEquals(Action.SCALE, BY_PRODUCT.of(ledger, "good").action());
        for (Recommendation item : BY_PRODUCT.by(strict).of(ledger).items()) {
            assertReason(Action.HOLD, Reason.RESTS_ON_ONE_DEAL, item);
            assertEquals("direct", item.evidence().costBasis());
        }
    }

    @Test
    void given_much_spend_and_no_deal_anywhere_then_the_spend_is_named_and_it_is_asked_again_next_week() {
        Recommendation item = judged(History.of("burning", 40)
                .from(LAST.minusDays(299))
                .inquiries(d -> 4)
                .inquiriesPerDeal(d -> 1_000_000));

        assertReason(Action.HOLD, Reason.LEARNING, item);
        assertTrue(
                item.explanation()
                        .contains(
                                "you spent 36000.00 in 300 days on 1200 inquiries, and none of them has a deal on record"),
                item.explanation());
        assertEquals(LAST.plusDays(7), item.nextReview());
    }

    @Test
    void given_few_deals_then_it_is_said_that_nothing_is_scaled_for_it_may_well_be_fixed() {
        Recommendation small = judged(History.of("small", 5).from(LAST.minusDays(100)));
        Recommendation bad = judged(History.of("bad", 900).from(LAST.minusDays(100)));

        assertTrue(small.explanation().contains("nothing is scaled with fewer than 20 deals"), small.explanation());
        assertEquals(Action.FIX, bad.action(), bad.explanation());
        assertTrue(bad.evidence().deals() < 20);
    }

    /** Six others earn 50 an inquiry, so that one may cost 38 here too: 600 should have brought 16. */
    @Test
    void given_much_spend_without_one_inquiry_then_it_is_to_be_fixed_and_it_says_why() {
        Recommendation item = silent(100, d -> 6);

        assertReason(Action.FIX, Reason.ABOVE_AFFORDABLE_COST, item);
        assertEquals(Bottleneck.AD_STRATEGY, item.bottleneck());
        assertNull(item.probabilityOfTarget());
        // 600 / 2.9957, Garwood's upper limit of none.
        assertEquals(200.285, item.evidence().costPerInquiry().low(), 0.001);
        assertNull(item.evidence().costPerInquiry().estimate());
        assertEquals(38, item.evidence().maxAffordableCostPerInquiry().estimate(), 8);
        assertTrue(
                item.explanation()
                        .startsWith(
                                "silent: you spent 600.00 in 100 days without a single valid inquiry: with probability"
                                        + " 0.95 an inquiry costs at least 200.29 here, and judging by your other segments"),
                item.explanation());
    }

    @Test
    void given_no_more_spend_without_an_inquiry_than_chance_may_take_then_it_learns_and_says_so() {
        Recommendation item = silent(100, d -> 0.6);

        assertReason(Action.HOLD, Reason.LEARNING, item);
        assertTrue(item.explanation().contains("you spent 60.00 in 100 days without a single"), item.explanation());
        assertTrue(item.explanation().contains("may still be chance"), item.explanation());
        assertEquals(20, item.needed().deals());
        assertNull(item.needed().until());
    }

    /** One that costs half of what it may, 19, has had none for 85 spent in exp(-85 / 19), a hundredth, of all cases. */
    @Test
    void given_spend_that_a_product_well_above_target_may_need_for_its_first_inquiry_then_it_is_not_yet_to_be_fixed() {
        assertReason(Action.HOLD, Reason.LEARNING, silent(100, d -> 0.85));
    }

    @Test
    void given_much_spend_without_an_inquiry_in_one_week_or_too_short_a_time_then_nothing_is_decided() {
        assertReason(Action.HOLD, Reason.LEARNING, silent(100, d -> inWeekBefore(7, d) ? 86 : 0.1));
        assertReason(Action.HOLD, Reason.LEARNING, silent(20, d -> 30));
    }

    @Test
    void given_spend_without_an_inquiry_where_nobody_knows_what_one_may_cost_then_it_learns_and_says_so() {
        History silent = History.of("silent", 6).inquiries(d -> 0).from(LAST.minusDays(99));
        Recommendation item = judged(silent.spend(d -> 6));

        assertReason(Action.HOLD, Reason.LEARNING, item);
        assertTrue(item.explanation().contains("you spent 600.00 in 100 days without a single"), item.explanation());
        assertTrue(item.explanation().contains("what an inquiry may cost is not known here"), item.explanation());
    }

    private static Recommendation silent(int days, IntToDoubleFunction spend) {
        LedgerFixture fixture = History.fixture(IntStream.range(0, 6)
                .mapToObj(i -> History.of("other " + i, 20))
                .toArray(History[]::new));
        History.of("silent", 0)
                .inquiries(d -> 0)
                .spend(spend)
                .from(LAST.minusDays(days - 1))
                .in(fixture);
        return BY_PRODUCT.of(fixture.asOf(LAST), "silent");
    }

    /** With either of them left out it would still be SCALE by the other. */
    @Test
    void given_two_huge_orders_that_the_return_rests_on_then_it_is_held_and_what_is_odd_is_said() {
        Recommendation item = lucky(45, 60_000, 203, 303);

        assertReason(Action.HOLD, Reason.VALUE_DOUBTFUL, item);
        assertTrue(
                item.explanation()
                        .contains(
                                "But 2 of its 55 orders bring 67 % of the margin, the larger one 60 times the median order."
                                        + " Neither its other orders nor its siblings' suggest one so large. If such orders"
                                        + " come again, the target is met with probability 0.9"),
                item.explanation());
        assertEquals("more deals, from more weeks", item.needed().what());
        assertEquals(LAST.plusWeeks(4), item.nextReview());
    }

    @Test
    void given_one_huge_order_without_which_it_would_be_fixed_then_it_is_held_and_what_is_odd_is_said() {
        Recommendation item = lucky(60, 150_000, 203);

        assertReason(Action.HOLD, Reason.VALUE_DOUBTFUL, item);
        assertTrue(item.evidence().probabilityWithoutLargestDeal() < 0.01);
        assertTrue(
                item.explanation()
                        .contains("But 1 of its 55 orders brings 71 % of the margin, 150 times the median order."),
                item.explanation());
        assertTrue(item.explanation().contains("; if not, with probability under 0.01."), item.explanation());
    }

    @Test
    void given_a_huge_order_that_nothing_rests_on_then_it_is_scaled() {
        assertReason(Action.SCALE, Reason.PROFITABLE_AND_STABLE, lucky(28, 150_000, 203));
    }

    @Test
    void given_huge_orders_that_the_siblings_have_too_then_they_are_not_odd() {
        LedgerFixture fixture = History.fixture(IntStream.range(0, 4)
                .mapToObj(i -> History.of("other " + i, 40).margin(d -> isOn(d, 100 + 5 * i, 250) ? 60_000 : 1000))
                .toArray(History[]::new));
        History.of("lucky", 75).margin(d -> isOn(d, 203, 303) ? 60_000 : 1000).in(fixture);
        Recommendation item = BY_PRODUCT.of(fixture.asOf(LAST), "lucky");

        assertReason(Action.HOLD, Reason.WITHIN_RANGE, item);
    }

    /** Of 55 orders of about 1,000 those from some days are so large instead; four others have none. */
    private static Recommendation lucky(double costPerInquiry, double order, int... daysBack) {
        LedgerFixture fixture = History.fixture(IntStream.range(0, 4)
                .mapToObj(i -> History.of("other " + i, 30))
                .toArray(History[]::new));
        History.of("lucky", costPerInquiry)
                .margin(d -> isOn(d, daysBack) ? order : 1000)
                .in(fixture);
        return BY_PRODUCT.of(fixture.asOf(LAST), "lucky");
    }

    /** One order comes in six days or seven. */
    private static boolean isOn(int day, int... daysBack) {
        return IntStream.of(daysBack).anyMatch(from -> day >= from && day < from + 6);
    }

    @Test
    void given_a_lower_threshold_of_deals_then_the_outcome_changes() {
        History small = History.of("small", 5).from(LAST.minusDays(100));

        assertEquals(
                Action.SCALE,
                BY_PRODUCT
                        .by(Asking.policy("0.75", 8, 2))
                        .of(History.fixture(History.of("old", 38), small).asOf(LAST), "small")
                        .action());
    }

    private static Recommendation judged(History history) {
        return BY_PRODUCT.of(History.fixture(history).asOf(LAST), history.product());
    }

    private static boolean inWeekBefore(int weeks, int daysBack) {
        return daysBack / 7 == weeks;
    }

    private static LedgerFixture twoRegions(String costPerInquiry) {
        return twoRegions(costPerInquiry, 0);
    }

    /** @param small in so many days up to the last, deals bring a tenth */
    private static LedgerFixture twoRegions(String costPerInquiry, int small) {
        LedgerFixture fixture = new LedgerFixture().campaign("shared", Map.of(Dimension.PRODUCT, "shared"));
        int spend = 10 * Integer.parseInt(costPerInquiry);
        for (int d = 391; d >= 0; d--) {
            LocalDate day = LAST.minusDays(d);
            fixture.spend("shared", day, Integer.toString(spend));
            for (String region : new String[] {"north", "south"}) {
                LedgerFixture.Own own = LedgerFixture.Own.region(region);
                fixture.inquiries("shared", day, own, 5, 0);
                if (d % 4 == 0) {
                    String margin = (d % 8 == 0 ? "130" : "70") + (d < small ? "" : "0");
                    fixture.deal("shared", own, region + d, day, 10 + d % 3 * 10, margin, null);
                }
            }
        }
        return fixture;
    }

    private static void assertReason(Action action, Reason reason, Recommendation item) {
        assertEquals(reason, item.reason(), () -> item.probabilityOfTarget() + " " + item.explanation());
        assertEquals(action, item.action());
    }
}
