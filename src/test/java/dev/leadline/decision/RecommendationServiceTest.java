package dev.leadline.decision;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommendationServiceTest {

    private static final Asking BY_PRODUCT = Asking.asOf(LAST, Dimension.PRODUCT);
    private static final Ledger GOOD_AND_BAD =
            History.fixture(History.of("good", 20), History.of("bad", 100)).asOf(LAST);

    @Test
    void given_a_filter_on_the_grouping_then_what_is_said_of_a_segment_is_the_same() {
        Recommendations all = BY_PRODUCT.of(GOOD_AND_BAD);
        Recommendations some = BY_PRODUCT.only(Dimension.PRODUCT, "good").of(GOOD_AND_BAD);

        assertEquals(2, all.segmentCount());
        assertEquals(1, some.segmentCount());
        assertEquals(BY_PRODUCT.of(GOOD_AND_BAD, "good"), some.items().get(0));
    }

    @Test
    void given_a_segment_to_scale_then_it_says_where_to_replicate_and_not_to_raise_the_budget() {
        Recommendation good = BY_PRODUCT.of(
                History.fixture(History.of("good", 20), History.of("so so", 38)).asOf(LAST), "good");

        assertEquals(List.of(new ReplicationTarget("category", "of so so")), good.replicateTo());
        assertTrue(good.explanation().contains("Replicate it in: category of so so."), good.explanation());
        assertFalse(good.explanation().contains("budget"), good.explanation());
    }

    @Test
    void given_only_places_that_cost_more_than_they_may_then_none_is_named_to_go_to_and_it_is_said_why() {
        Recommendation good = BY_PRODUCT.of(GOOD_AND_BAD, "good");

        assertEquals(List.of(), good.replicateTo());
        assertTrue(
                good.explanation()
                        .contains("what it does not serve yet (category of bad) costs too much wherever you serve it"),
                good.explanation());
    }

    @Test
    void given_several_dimensions_to_go_to_then_the_best_of_each_is_named_in_words() {
        LedgerFixture fixture = History.fixture(History.of("good", 20))
                .campaign("valve", Map.of(Dimension.PRODUCT, "valve", Dimension.PRICE_TIER, "high"))
                .campaign(
                        "pump",
                        Map.of(Dimension.PRODUCT, "pump", Dimension.PRICE_TIER, "low", Dimension.STORE, "Essen"));
        for (String campaign : List.of("valve", "pump")) {
            fixture.inquiries(campaign, LAST.minusDays(9), 5);
        }
        String sentence = BY_PRODUCT.of(fixture.asOf(LAST), "good").explanation();

        assertTrue(
                sentence.contains("Replicate it, for example in: store Essen, price tier high (and 1 more)."),
                sentence);
    }

    /** One inquiry in 20 becomes a deal, 55 so far, of which the first half is not on record as a whole. */
    @Test
    void given_deals_on_record_from_a_day_on_then_the_explanation_says_which_it_goes_by() {
        LocalDate tracked = LAST.minusDays(195);
        Recommendation all = BY_PRODUCT.of(GOOD_AND_BAD, "good");
        Recommendation some = BY_PRODUCT.trackedFrom(tracked).of(GOOD_AND_BAD, "good");

        assertTrue(all.explanation().contains("(55 deals from 1176 inquiries)"), all.explanation());
        assertTrue(
                some.explanation()
                        .contains("(" + some.evidence().deals() + " deals closed since " + tracked
                                + ", from 1176 inquiries since " + LAST.minusDays(391) + ")"),
                some.explanation());
        assertTrue(some.evidence().deals() >= 28 && some.evidence().deals() <= 31, some.explanation());
    }

    @Test
    void given_deals_on_record_since_the_first_inquiry_then_there_is_nothing_to_be_said_of_it() {
        LocalDate tracked = LAST.minusDays(391);

        assertEquals(
                BY_PRODUCT.of(GOOD_AND_BAD, "good").explanation(),
                BY_PRODUCT.trackedFrom(tracked).of(GOOD_AND_BAD, "good").explanation());
    }

    @Test
    void given_a_segment_that_serves_all_there_is_then_it_is_still_to_be_replicated() {
        Recommendation alone =
                BY_PRODUCT.of(History.fixture(History.of("alone", 20)).asOf(LAST), "alone");

        assertEquals(Action.SCALE, alone.action());
        assertTrue(alone.replicateTo().isEmpty());
        assertTrue(alone.explanation().contains("look for a new category"), alone.explanation());
    }

    @Test
    void given_no_grouping_then_the_whole_is_judged() {
        Recommendations total = Asking.asOf(LAST).of(GOOD_AND_BAD);

        assertEquals(1, total.items().size());
        assertEquals(Map.of(), total.items().get(0).segment());
        assertTrue(total.items().get(0).explanation().startsWith("All campaigns: "));
    }

    @Test
    void given_a_grouping_by_campaign_then_its_id_and_name_are_shown() {
        Recommendation item =
                Asking.asOf(LAST, Dimension.CAMPAIGN).of(GOOD_AND_BAD).items().get(0);

        assertEquals(
                Map.of("id", LedgerFixture.idOf("bad"), "name", "bad"),
                item.segment().get("campaign"));
        assertTrue(item.explanation().startsWith("bad: "), item.explanation());
    }

    @Test
    void given_records_without_a_value_then_they_are_a_segment_of_their_own() {
        Recommendations items = Asking.asOf(LAST, Dimension.REGION).of(GOOD_AND_BAD);
        Map<String, Object> missing = new HashMap<>();
        missing.put("region", null);

        assertEquals(1, items.items().size());
        assertEquals(missing, items.items().get(0).segment());
        assertTrue(items.items().get(0).explanation().startsWith("no region: "));
    }

    @Test
    void given_no_record_then_a_grouping_has_no_segment_and_the_total_learns() {
        Ledger empty = new LedgerFixture().asOf(LAST);

        assertTrue(BY_PRODUCT.of(empty).items().isEmpty());
        Recommendation total = Asking.asOf(LAST).of(empty).items().get(0);
        assertEquals(Reason.LEARNING, total.reason());
        assertNull(total.probabilityOfTarget());
        assertNull(total.expectedLoss().hold());
        assertNull(total.needed().until());
    }

    @Test
    void given_a_segment_of_which_nothing_is_known_when_sorted_then_it_comes_last_either_way() {
        Ledger ledger = History.fixture(
                        History.of("good", 20),
                        History.of("bad", 100),
                        History.of("silent", 20).inquiries(d -> 0))
                .asOf(LAST);

        assertEquals(
                List.of("good", "bad", "silent"),
                products(BY_PRODUCT.sortedBy("probabilityOfTarget", true).of(ledger)));
        assertEquals(
                List.of("bad", "good", "silent"),
                products(BY_PRODUCT.sortedBy("probabilityOfTarget", false).of(ledger)));
    }

    @Test
    void given_a_segment_well_above_target_then_holding_it_loses_more_than_scaling_it() {
        Recommendation good = BY_PRODUCT.of(GOOD_AND_BAD, "good");
        Recommendation bad = BY_PRODUCT.of(GOOD_AND_BAD, "bad");

        // An inquiry may cost about 38: 18 more than this one does, at 3 a day for 30 days.
        assertEquals(18 * 90, good.expectedLoss().hold(), 0.25 * 18 * 90);
        assertTrue(good.expectedLoss().scale() < 0.01 * good.expectedLoss().hold());
        assertEquals(62 * 90, bad.expectedLoss().scale(), 0.25 * 62 * 90);
        assertTrue(bad.expectedLoss().hold() < 0.01 * bad.expectedLoss().scale());
    }

    @Test
    void given_nothing_but_deals_at_a_loss_then_it_is_to_be_fixed_and_not_let_run() {
        for (double margin : new double[] {-50, 0}) {
            Ledger ledger = History.fixture(History.of("loss", 20).margin(day -> margin))
                    .asOf(LAST);
            Recommendation loss = BY_PRODUCT.of(ledger, "loss");

            assertEquals(Action.FIX, loss.action(), loss.explanation());
            assertTrue(loss.probabilityOfTarget() < 0.05, loss.explanation());
        }
    }

    @Test
    void given_no_spend_then_it_is_said_that_this_is_what_is_missing() {
        Ledger ledger =
                History.fixture(History.of("unposted", 20).withoutSpend()).asOf(LAST);
        Recommendation unposted = BY_PRODUCT.of(ledger, "unposted");

        assertEquals(Reason.LEARNING, unposted.reason());
        assertNull(unposted.probabilityOfTarget());
        assertNull(unposted.expectedLoss().scale());
        assertNull(unposted.expectedLoss().hold());
        assertNull(unposted.evidence().costPerInquiry().estimate());
        assertNull(unposted.evidence().presentCostPerInquiry().estimate());
        assertTrue(
                unposted.evidence().costPerInquiry().note().contains("No spend is on record"),
                unposted.evidence().costPerInquiry().note());
        assertTrue(unposted.explanation().contains("no spend is on record"), unposted.explanation());
    }

    @Test
    void given_nothing_but_spend_of_0_then_it_is_judged_as_what_costs_nothing() {
        Ledger ledger = History.fixture(
                        History.of("organic", 0),
                        History.of("good", 20),
                        History.of("at a loss", 0).margin(day -> -1000))
                .asOf(LAST);
        Recommendation organic = BY_PRODUCT.of(ledger, "organic");

        assertEquals(Action.SCALE, organic.action(), organic.explanation());
        assertTrue(organic.probabilityOfTarget() > 0.999, organic.explanation());
        assertEquals(0, organic.evidence().costPerInquiry().estimate());
        assertTrue(organic.explanation().contains("and costs nothing; "), organic.explanation());
        assertEquals(Action.FIX, BY_PRODUCT.of(ledger, "at a loss").action());
    }

    @Test
    void given_a_single_row_of_0_then_it_costs_nothing_over_the_whole_window() {
        Ledger ledger = History.fixture(History.of("organic", 20).spend(day -> day == 100 ? 0 : Double.NaN))
                .asOf(LAST);

        assertEquals(Action.SCALE, BY_PRODUCT.of(ledger, "organic").action());
    }

    @Test
    void given_one_campaign_that_costs_nothing_and_one_of_unknown_cost_then_their_product_does_not_cost_nothing() {
        LedgerFixture fixture = History.fixture(History.of("organic", 0))
                .campaign("unposted", Map.of(Dimension.PRODUCT, "organic"))
                .inquiries("unposted", LAST.minusDays(30), 5);

        assertNull(BY_PRODUCT
                .of(fixture.asOf(LAST), "organic")
                .evidence()
                .costPerInquiry()
                .estimate());
        assertNull(Asking.asOf(LAST)
                .of(fixture.asOf(LAST))
                .items()
                .get(0)
                .evidence()
                .costPerInquiry()
                .estimate());
    }

    @Test
    void given_no_spend_when_sorted_by_probability_then_it_does_not_come_first() {
        Ledger ledger = History.fixture(
                        History.of("good", 20), History.of("unposted", 20).withoutSpend())
                .asOf(LAST);

        assertEquals(
                List.of("good", "unposted"),
                products(BY_PRODUCT.sortedBy("probabilityOfTarget", true).of(ledger)));
    }

    @Test
    void given_a_handling_cost_then_the_sentence_says_what_an_inquiry_may_cost_and_why() {
        Asking handling = BY_PRODUCT.handling("12.50");
        Recommendation good = handling.of(GOOD_AND_BAD, "good");

        assertTrue(
                good.explanation()
                        .contains(String.format(
                                java.util.Locale.ROOT,
                                "and costs 20.00; to reach your target of 30 %% after 12.50 of handling cost it may cost up to"
                                        + " %.2f. The target is met with probability ",
                                good.evidence().maxAffordableCostPerInquiry().estimate())),
                good.explanation());
    }

    @Test
    void given_a_conclusion_that_is_all_but_sure_then_no_probability_of_one_or_none_is_named() {
        assertTrue(BY_PRODUCT.of(GOOD_AND_BAD, "good").explanation().contains("probability over 0.99"));
        assertTrue(BY_PRODUCT.of(GOOD_AND_BAD, "bad").explanation().contains("probability under 0.01"));
    }

    @Test
    void given_deals_at_a_loss_then_an_inquiry_is_said_to_lose() {
        Ledger ledger =
                History.fixture(History.of("loss", 20).margin(day -> -50)).asOf(LAST);
        String sentence = BY_PRODUCT.of(ledger, "loss").explanation();

        assertTrue(sentence.contains("an inquiry loses about "), sentence);
        assertTrue(sentence.contains("at any cost it would miss your target of 30 %"), sentence);
    }

    @Test
    void given_two_products_that_are_as_bad_then_nothing_is_to_be_fixed_first() {
        Recommendation item = BY_PRODUCT.of(
                History.fixture(History.of("bad", 100), History.of("as bad", 100))
                        .asOf(LAST),
                "bad");

        assertEquals(Action.FIX, item.action());
        assertTrue(item.explanation().contains("Do not spend more here. No single link is weak"), item.explanation());
        assertFalse(item.explanation().contains("fix"), item.explanation());
    }

    @Test
    void given_a_segment_that_was_scale_before_then_it_says_since_when() {
        Recommendation good = BY_PRODUCT.of(GOOD_AND_BAD, "good");

        assertTrue(good.scaleSince().isBefore(LAST));
        assertTrue(good.explanation().contains("It has been SCALE since " + good.scaleSince()), good.explanation());
    }

    @Test
    void given_deals_on_record_from_a_day_to_come_then_no_deal_is_said_to_have_closed_since() {
        Recommendation item = BY_PRODUCT.trackedFrom(LAST.plusDays(1)).of(GOOD_AND_BAD, "good");

        assertFalse(item.explanation().contains("closed since"), item.explanation());
    }

    @Test
    void given_scale_then_the_mean_probability_of_being_wrong_is_told_and_without_it_is_not() {
        Recommendations some =
                BY_PRODUCT.of(History.fixture(History.of("good", 20), History.of("less", 26), History.of("bad", 100))
                        .asOf(LAST));
        List<Recommendation> scales = some.items().stream()
                .filter(item -> item.action() == Action.SCALE)
                .toList();

        assertEquals(2, scales.size());
        assertEquals(
                scales.stream()
                        .mapToDouble(item -> 1 - item.probabilityOfTarget())
                        .average()
                        .orElseThrow(),
                some.falseDiscovery(),
                1e-5);
        assertNull(BY_PRODUCT
                .of(History.fixture(History.of("bad", 100)).asOf(LAST))
                .falseDiscovery());
    }

    private static List<Object> products(Recommendations answer) {
        return answer.items().stream()
                .map(item -> item.segment().get("product"))
                .toList();
    }
}
