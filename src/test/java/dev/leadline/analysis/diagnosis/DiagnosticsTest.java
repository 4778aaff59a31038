package dev.leadline.analysis.diagnosis;

import static dev.leadline.ledger.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.estimate.Family;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Terms;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.Filter;
import dev.leadline.ledger.History;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.LedgerFixture;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.ledger.Segmentation;
import java.util.List;
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
    void given_dear_inquiries_then_the_ad_strategy_is_named() {
        Diagnosis diagnosis = amongPeers(History.of("dear", 100));

        assertEquals(Bottleneck.AD_STRATEGY, diagnosis.bottleneck());
        assertEquals("ad strategy", diagnosis.owner());
        assertTrue(diagnosis.sentence().startsWith("dear: an inquiry costs 100.00 where its peers pay 38.00."));
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
        assertTrue(diagnosis.sentence().contains("1.00 inquiries a day come where its peers have 3.00"));
    }

    @Test
    void given_few_inquiries_of_unknown_cost_then_nothing_is_said() {
        assertEquals(
                Bottleneck.UNDETERMINED,
                amongPeers(History.of("unpaid", 38).inquiries(d -> 1).spend(d -> 0))
                        .bottleneck());
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
        Ledger ledger = fixture.asOf(LAST);
        int last = ledger.days() - 1;
        List<SegmentLedger> segments = Segmentation.of(ledger, List.of(Dimension.PRODUCT), Filter.NONE, 0, last);
        Window window = new Window(0, last, last);
        Family family = Family.of(
                new Terms(180, 0.3, 0, 0, null), Segmentation.total(ledger, Filter.NONE, 0, last), segments, window);
        Diagnostics diagnostics = new Diagnostics(
                segments,
                segments.stream()
                        .map(segment -> SegmentEstimates.of(segment, family, window, Omission.NONE))
                        .toList(),
                family,
                window);
        for (int member = 0; member < segments.size(); member++) {
            if (product.equals(segments.get(member).segment().values().get(Dimension.PRODUCT))) {
                return diagnostics.of(member);
            }
        }
        throw new IllegalArgumentException(product);
    }
}
