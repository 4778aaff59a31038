package dev.leadline.analysis.diagnosis;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import org.junit.jupiter.api.Test;

/** One product beside five peers of 3 inquiries a day at 38 each, of which each 20th becomes a deal worth 1,000. */
class DiagnosticsTest {

    @Test
    void given_a_product_like_its_peers_then_there_is_no_bottleneck() {
        Diagnosis diagnosis = amongPeers(History.of("same", 38));

        assertEquals(Bottleneck.NONE, diagnosis.bottleneck());
        assertNull(diagnosis.owner());
        assertEquals("same: no factor is clearly worse than its peers'.", diagnosis.sentence());
    }

    @Test
    void given_a_workspace_without_a_deal_then_nobody_is_blamed_for_dear_inquiries() {
        LedgerFixture fixture = History.fixture(
                History.of("expensive", 100).inquiriesPerDeal(d -> 1_000_000),
                History.of("cheap", 20).inquiriesPerDeal(d -> 1_000_000));

        for (Diagnosis diagnosis : Diagnosing.by(Dimension.PRODUCT).of(fixture, LAST)) {
            assertEquals(Bottleneck.UNDETERMINED, diagnosis.bottleneck(), diagnosis.sentence());
        }
    }

    @Test
    void given_dear_inquiries_then_the_ad_strategy_is_named() {
        Diagnosis diagnosis = amongPeers(History.of("expensive", 100));

        assertEquals(Bottleneck.AD_STRATEGY, diagnosis.bottleneck());
        assertEquals("ad strategy", diagnosis.owner());
        assertTrue(diagnosis.sentence().startsWith("expensive: an inquiry costs 100.00; its peers' cost 38.00."));
        Factor cost = diagnosis.factors().get("costPerInquiry");
        assertEquals(Math.log(100.0 / 38), cost.loss(), 1e-3);
        assertTrue(cost.probabilityWorse() > 0.99);
    }

    @Test
    void given_few_deals_of_normal_inquiries_then_sales_and_service_are_named() {
        Diagnosis diagnosis = amongPeers(History.of("unanswered", 38).inquiriesPerDeal(d -> 60));

        assertEquals(Bottleneck.SALES_AND_SERVICE, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().contains("who answers, how fast"), diagnosis.sentence());
        assertEquals(0.05, diagnosis.factors().get("conversionRate").peers(), 0.005);
    }

    @Test
    void given_deals_that_bring_little_then_the_product_is_named() {
        assertEquals(
                Bottleneck.PRODUCT_MARGIN,
                amongPeers(History.of("cheap", 38).margin(d -> 250)).bottleneck());
    }

    @Test
    void given_few_inquiries_at_a_normal_cost_then_the_advertising_is_named() {
        Diagnosis diagnosis =
                amongPeers(History.of("unseen", 38).inquiries(d -> 1).spend(d -> 38));

        assertEquals(Bottleneck.ADVERTISING, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().contains("1.00 inquiries a day come in, its peers get 3.00"));
    }

    @Test
    void given_few_inquiries_of_unknown_cost_then_nothing_is_said() {
        assertEquals(
                Bottleneck.UNDETERMINED,
                amongPeers(History.of("unposted", 38).inquiries(d -> 1).withoutSpend())
                        .bottleneck());
    }

    @Test
    void given_inquiries_of_unknown_cost_then_the_cost_is_no_factor_and_it_is_said_to_post_it() {
        Diagnosis diagnosis = amongPeers(History.of("unposted", 38).withoutSpend());

        assertNull(diagnosis.factors().get("costPerInquiry"));
        assertEquals(
                "unposted: the data cannot tell yet which link is weak, because no spend is on record. Post it; 0 if it costs"
                        + " nothing.",
                diagnosis.sentence());
    }

    @Test
    void given_inquiries_that_cost_nothing_then_their_cost_is_no_weak_link() {
        assertEquals(Bottleneck.NONE, amongPeers(History.of("organic", 0)).bottleneck());
        assertEquals(
                Bottleneck.ADVERTISING,
                amongPeers(History.of("organic", 0).inquiries(d -> 1)).bottleneck());
        assertEquals(
                Bottleneck.SALES_AND_SERVICE,
                amongPeers(History.of("organic", 0).inquiriesPerDeal(d -> 60)).bottleneck());
    }

    @Test
    void given_two_factors_about_as_bad_as_each_other_then_it_is_undetermined() {
        Diagnosis diagnosis = amongPeers(History.of("both", 100).inquiriesPerDeal(d -> 60));

        assertEquals(Bottleneck.UNDETERMINED, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().contains("more than one factor is worse"), diagnosis.sentence());
    }

    @Test
    void given_hardly_any_inquiries_then_it_is_undetermined() {
        assertEquals(
                Bottleneck.UNDETERMINED,
                amongPeers(History.of("new", 300).from(LAST.minusDays(8))).bottleneck());
    }

    @Test
    void given_dear_inquiries_for_goods_that_bring_as_much_more_then_there_is_no_bottleneck() {
        Diagnosis diagnosis =
                amongPeers(History.of("mould", 100).inquiries(d -> 3).margin(d -> 3000));

        assertEquals(Bottleneck.NONE, diagnosis.bottleneck());
        assertEquals(
                "mould: no link is weak. An inquiry costs 100.00 and its peers' 38.00, but a deal brings in",
                diagnosis.sentence().split(" \\d+ and theirs")[0]);
    }

    @Test
    void given_cheap_goods_with_cheap_inquiries_then_there_is_no_bottleneck() {
        assertEquals(
                Bottleneck.NONE,
                amongPeers(History.of("screw", 9).margin(d -> 300)).bottleneck());
    }

    @Test
    void given_expensive_inquiries_that_more_valuable_goods_make_up_for_only_in_part_then_the_ad_strategy_is_named() {
        assertEquals(
                Bottleneck.AD_STRATEGY,
                amongPeers(History.of("mould", 200).margin(d -> 2000)).bottleneck());
    }

    @Test
    void given_dear_inquiries_for_goods_of_unknown_value_then_it_is_undetermined() {
        LedgerFixture fixture =
                History.fixture(History.of("mould", 60).from(LAST.minusDays(75)).inquiriesPerDeal(d -> 150));
        for (int peer = 1; peer <= 5; peer++) {
            int margin = 250 << peer;
            History.of("peer " + peer, 38)
                    .margin(d -> d % 3 == 0 ? 3 * margin : margin / 4)
                    .in(fixture);
        }
        Diagnosis diagnosis = of(fixture, "mould");

        assertEquals(Bottleneck.UNDETERMINED, diagnosis.bottleneck(), diagnosis.sentence());
        assertTrue(
                diagnosis.sentence().contains("too little is known about what a deal brings in"), diagnosis.sentence());
    }

    @Test
    void given_a_young_product_with_few_deals_yet_then_it_is_too_early_to_blame_sales() {
        Diagnosis diagnosis = amongPeers(History.of("young", 38)
                .from(LAST.minusDays(24))
                .inquiries(d -> 40)
                .spend(d -> 40 * 38)
                .inquiriesPerDeal(d -> 500));

        assertEquals(Bottleneck.UNDETERMINED, diagnosis.bottleneck(), diagnosis.sentence());
        assertTrue(diagnosis.sentence().endsWith("to tell fewer deals from later ones."), diagnosis.sentence());
    }

    @Test
    void given_no_peer_then_there_is_nothing_to_compare_with() {
        Diagnosis alone = of(History.fixture(History.of("alone", 38)), "alone");

        assertEquals(Bottleneck.UNDETERMINED, alone.bottleneck());
        assertTrue(alone.factors().isEmpty());
        assertTrue(alone.sentence().contains("peers are missing"), alone.sentence());
    }

    @Test
    void given_two_segments_then_each_is_compared_with_the_other_and_not_with_itself() {
        LedgerFixture fixture = History.fixture(History.of("a", 38), History.of("b", 100));

        assertEquals(100, of(fixture, "a").factors().get("costPerInquiry").peers(), 1e-3);
        assertEquals(38, of(fixture, "b").factors().get("costPerInquiry").peers(), 1e-3);
        assertFalse(of(fixture, "a").factors().get("costPerInquiry").loss() > 0);
    }

    private static Diagnosis amongPeers(History history) {
        LedgerFixture fixture = History.fixture(history);
        for (int peer = 1; peer <= 5; peer++) {
            History.of("peer " + peer, 38).in(fixture);
        }
        return of(fixture, history.product());
    }

    private static Diagnosis of(LedgerFixture fixture, String product) {
        return Diagnosing.by(Dimension.PRODUCT).of(fixture, LAST, product);
    }
}
