package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The estimates of one segment, on cases small enough to compute by hand. Bounds of counts are Garwood's. */
class SegmentEstimatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final double LEVEL = 0.9;
    private static final int HORIZON = 10;
    private static final Terms TERMS = new Terms(HORIZON, 0, 0, 0, null);

    @Test
    void cost_per_inquiry_inverts_the_interval_of_the_count() {
        Estimate cost = estimate(oneDay(10, "200"), TERMS, 0).costPerInquiry(LEVEL);

        assertEquals(20, cost.estimate(), 1e-6);
        assertEquals(200 / 16.962219236, cost.low(), 1e-4);
        assertEquals(200 / 5.42540569709, cost.high(), 1e-4);
    }

    @Test
    void over_dispersion_widens_the_cost() {
        LedgerFixture uneven = new LedgerFixture().campaign("c");
        LedgerFixture even = new LedgerFixture().campaign("c");
        for (int day = 0; day < 28; day++) {
            even.inquiries("c", DAY.plusDays(day), 6).spend("c", DAY.plusDays(day), "60");
            uneven.inquiries("c", DAY.plusDays(day), day / 7 % 2 == 0 ? 12 : 0).spend("c", DAY.plusDays(day), "60");
        }

        Estimate calm = estimate(even, TERMS, 27).costPerInquiry(LEVEL);
        SegmentEstimates wild = estimate(uneven, TERMS, 27);

        // Each weekday has 12, 0, 12, 0: chi-squared 7 x 4 x 36 / 6, by 21 degrees of freedom.
        assertEquals(8, wild.phi(), 1e-9);
        assertEquals(calm.estimate(), wild.costPerInquiry(LEVEL).estimate(), 1e-9);
        assertTrue(wild.costPerInquiry(LEVEL).high() > calm.high());
    }

    @Test
    void without_spend_on_record_it_is_not_known_what_an_inquiry_costs() {
        LedgerFixture records =
                new LedgerFixture().campaign("c").inquiries("c", DAY, 10).deal("c", DAY, 1, "100");
        SegmentEstimates estimates = estimate(records, TERMS, HORIZON);

        assertNull(estimates.costPerInquiry(LEVEL).estimate());
        assertNull(estimates.costPerInquiry(LEVEL).low());
        assertNull(estimates.costPerInquiry(LEVEL).high());
        assertNotNull(estimates.costPerInquiry(LEVEL).note());
        assertNull(estimates.projectedRoi(LEVEL).estimate());
        assertNotNull(estimates.projectedRoi(LEVEL).note());
    }

    @Test
    void with_spend_of_0_an_inquiry_costs_nothing_and_has_no_return() {
        LedgerFixture records = new LedgerFixture()
                .campaign("c")
                .inquiries("c", DAY, 10)
                .spend("c", DAY, "0")
                .deal("c", DAY, 1, "100");
        SegmentEstimates estimates = estimate(records, TERMS, HORIZON);

        assertEquals(0, estimates.costPerInquiry(LEVEL).estimate());
        assertEquals(0, estimates.costPerInquiry(LEVEL).high());
        assertNull(estimates.projectedRoi(LEVEL).estimate());
        assertNotNull(estimates.projectedRoi(LEVEL).note());
    }

    @Test
    void spend_without_inquiries_says_nothing_but_why() {
        SegmentEstimates estimates = estimate(new LedgerFixture().campaign("c").spend("c", DAY, "50"), TERMS, 3);

        for (Estimate estimate : List.of(
                estimates.costPerInquiry(LEVEL),
                estimates.conversionRate(LEVEL),
                estimates.marginPerInquiry(LEVEL),
                estimates.projectedRoi(LEVEL),
                estimates.maxAffordableCostPerInquiry(LEVEL))) {
            assertNull(estimate.estimate());
            assertEquals("No valid inquiry in the window.", estimate.note());
        }
        assertTrue(estimates.target().probability().isEmpty());
        assertEquals(0, estimates.inquiriesPerDay(LEVEL).estimate());
    }

    @Test
    void no_deal_in_ripe_cohorts_is_bounded_by_garwood() {
        Estimate rate = estimate(oneDay(100, "1"), TERMS, HORIZON).conversionRate(LEVEL);

        assertEquals(0, rate.low());
        assertEquals(2.995732274 / 100, rate.high(), 1e-7);
        assertTrue(rate.estimate() < rate.high());
        assertEquals("No deal yet.", rate.note());
    }

    @Test
    void where_nothing_has_been_observed_long_enough_the_rate_is_unknown() {
        SegmentEstimates estimates = estimate(oneDay(100, "1"), TERMS, HORIZON - 1);

        assertNull(estimates.conversionRate(LEVEL).estimate());
        assertNotNull(estimates.conversionRate(LEVEL).note());
        assertTrue(estimates.target().probability().isEmpty());
    }

    @Test
    void ripe_cohorts_convert_at_deals_over_inquiries() {
        SegmentEstimates estimates = estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON);

        // The median of Jeffreys' posterior beta(100.5, 900.5), by R 4.2.2, qbeta.
        assertEquals(0.100133472, estimates.conversionRate(LEVEL).estimate(), 1e-5);
        assertEquals(1, estimates.maturity(), 1e-12);
        assertEquals(100, estimates.deals());
    }

    @Test
    void ripe_cohorts_project_what_they_brought() {
        SegmentEstimates estimates = estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON);
        Estimate roi = estimates.projectedRoi(LEVEL);

        // 100 deals of 50 for 2000 spent: nothing is still to come.
        assertEquals(1.5, roi.estimate(), 1e-6);
        assertEquals(1.5, roi.low(), 1e-6);
        assertEquals(1.5, roi.high(), 1e-6);
    }

    @Test
    void ripe_cohorts_without_a_deal_have_lost_their_spend() {
        Estimate roi = estimate(oneDay(100, "50"), TERMS, HORIZON).projectedRoi(LEVEL);

        assertEquals(-1, roi.estimate());
        assertEquals("All of it is already observed.", roi.note());
    }

    @Test
    void half_ripe_cohorts_project_the_other_half() {
        // An old day shows the timing: half of the deals at lag 1, half at lag 8. Then as many inquiries again, 4 days
        // old.
        LedgerFixture records = new LedgerFixture().campaign("c");
        LocalDate young = DAY.plusDays(20);
        records.inquiries("c", DAY, 1000).inquiries("c", young, 1000).spend("c", young, "1000");
        for (int deal = 0; deal < 50; deal++) {
            records.deal("c", DAY, 1, "40").deal("c", DAY, 8, "40").deal("c", young, 1, "40");
        }
        Ledger ledger = records.asOf(young.plusDays(4));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 20, 20);
        Window window = new Window(20, 20, 24);
        SegmentEstimates estimates = SegmentEstimates.of(
                new SegmentContext(total, PeerGroup.of(TERMS, total, List.of(), window), window), Omission.NONE);

        // Lag 1: 100 of 2000; lag 8: 50 of the 950 left of the old day.
        double atOne = 0.05;
        double atHorizon = 1 - (1 - atOne) * (1 - 50.0 / 950);
        double share = atOne / atHorizon;
        assertEquals(share, estimates.maturity(), 1e-9);
        double margin = estimates.marginPerInquiry(LEVEL).estimate();
        assertEquals(
                (50 * 40 + 1000 * (1 - share) * margin) / 1000 - 1,
                estimates.projectedRoi(LEVEL).estimate(),
                1e-4);
        assertEquals(50 / (1000 * share), estimates.conversionRate(LEVEL).estimate(), 0.004);
        assertEquals(4, margin, 0.6);
    }

    @Test
    void maximum_affordable_cost_is_the_margin_less_handling_at_the_target() {
        Terms terms = new Terms(HORIZON, 0.25, 1.5, 0, null);
        LedgerFixture records = withDeals(1000, 100, "2000");

        SegmentEstimates estimates = estimate(records, terms, HORIZON);

        double margin = estimates.marginPerInquiry(LEVEL).estimate();
        assertEquals(
                (margin - 1.5) / 1.25,
                estimates.maxAffordableCostPerInquiry(LEVEL).estimate(),
                1e-4);
        assertEquals(5, margin, 0.1);
    }

    @Test
    void later_margin_is_discounted() {
        int horizon = 365;
        LedgerFixture records =
                new LedgerFixture().campaign("c").inquiries("c", DAY, 1000).spend("c", DAY, "1");
        for (int deal = 0; deal < 100; deal++) {
            records.deal("c", DAY, 365, "50");
        }

        SegmentEstimates estimates = estimate(records, new Terms(horizon, 0, 0, 0.1, null), horizon);

        assertEquals(
                estimates.marginPerInquiry(LEVEL).estimate() / 1.1,
                estimates.maxAffordableCostPerInquiry(LEVEL).estimate(),
                1e-4);
    }

    @Test
    void the_chance_of_the_target_follows_the_margin_over_the_cost() {
        assertTrue(estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON)
                        .target()
                        .probability()
                        .orElseThrow()
                > 0.99);
        assertTrue(estimate(withDeals(1000, 100, "12000"), TERMS, HORIZON)
                        .target()
                        .probability()
                        .orElseThrow()
                < 0.01);
    }

    @Test
    void inquiries_older_than_the_deal_records_are_no_failures() {
        LedgerFixture records = new LedgerFixture().campaign("c");
        LocalDate tracked = DAY.plusDays(200);
        records.inquiries("c", DAY, 5000).inquiries("c", tracked, 1000).spend("c", DAY, "1");
        for (int deal = 0; deal < 100; deal++) {
            records.deal("c", tracked, 1, "50");
        }
        Terms terms = new Terms(HORIZON, 0, 0, 0, tracked);

        SegmentEstimates estimates = estimate(records, terms, 200 + HORIZON);

        assertEquals(0.1, estimates.conversionRate(LEVEL).estimate(), 0.002);
    }

    @Test
    void leaving_out_a_deal_lowers_the_projection_by_its_margin() {
        LedgerFixture records = withDeals(1000, 100, "2000").deal("c", DAY, 2, "3000");
        Ledger ledger = records.asOf(DAY.plusDays(HORIZON));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, HORIZON);
        Window window = new Window(0, HORIZON, HORIZON);
        PeerGroup peerGroup = PeerGroup.of(TERMS, total, List.of(), window);
        int[] largest = {-1};
        for (DealCursor deal = total.deals(HORIZON, Omission.NONE); deal.next(); ) {
            largest[0] = deal.marginUnits() == 30_000_000 ? deal.number() : largest[0];
        }

        double with = SegmentEstimates.of(new SegmentContext(total, peerGroup, window), Omission.NONE)
                .projectedRoi(LEVEL)
                .estimate();
        double without = SegmentEstimates.of(new SegmentContext(total, peerGroup, window), Omission.ofDeal(largest[0]))
                .projectedRoi(LEVEL)
                .estimate();

        assertEquals(3000.0 / 2000, with - without, 1e-6);
    }

    @Test
    void parts_of_a_segment_are_shrunk_to_each_other() {
        // Nine days of 100 inquiries at 10 %, and one of 5 with no time to show anything.
        LedgerFixture records = new LedgerFixture().campaign("c");
        for (int day = 0; day < 9; day++) {
            records.inquiries("c", DAY.plusDays(day), 100);
            for (int deal = 0; deal < 10; deal++) {
                records.deal("c", DAY.plusDays(day), 1, "50");
            }
        }
        records.inquiries("c", DAY.plusDays(30), 5);
        Ledger ledger = records.asOf(DAY.plusDays(30));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, 30);
        PeerGroup whole = PeerGroup.of(TERMS, total, List.of(), new Window(0, 30, 30));
        List<Window> days = IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 30)
                .mapToObj(day -> new Window(day, day, 30))
                .toList();

        Estimate young = SegmentEstimates.ofPart(
                        new SegmentContext(total, whole.forPartsOf(total, days), days.get(9)), 1)
                .conversionRate(LEVEL);

        assertEquals(0.1, young.estimate(), 0.01);
        assertTrue(young.method().endsWith("shrunk to the segment's 9 periods"), young.method());
    }

    private static LedgerFixture oneDay(long inquiries, String spend) {
        return new LedgerFixture().campaign("c").inquiries("c", DAY, inquiries).spend("c", DAY, spend);
    }

    /** Deals of 50 each, a day after their inquiry. */
    private static LedgerFixture withDeals(long inquiries, int deals, String spend) {
        LedgerFixture records = oneDay(inquiries, spend);
        for (int deal = 0; deal < deals; deal++) {
            records.deal("c", DAY, 1, "50");
        }
        return records;
    }

    /** None of the spend need have been for it: nothing on nothing. */
    @Test
    void spend_that_is_only_shared_and_brought_in_nothing_is_lost_by_an_unknown_amount() {
        LedgerFixture records = new LedgerFixture()
                .campaign("c")
                .inquiries("c", DAY, LedgerFixture.Own.region("north"), 5, 0)
                .inquiries("c", DAY, LedgerFixture.Own.region("south"), 5, 0)
                .deal("c", LedgerFixture.Own.region("south"), "i", DAY, 1, "100", null)
                .spend("c", DAY, "50");
        int asOf = 2 * HORIZON;
        Ledger ledger = records.asOf(DAY.plusDays(asOf));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, asOf);
        List<SegmentLedger> regions = Segmenter.of(ledger, List.of(Dimension.REGION), Filter.NONE, 0, asOf);
        Window window = new Window(0, asOf, asOf);
        PeerGroup peerGroup = PeerGroup.of(TERMS, total, regions, window);

        for (SegmentLedger region : regions) {
            Estimate roi = SegmentEstimates.of(new SegmentContext(region, peerGroup, window), Omission.NONE)
                    .projectedRoi(LEVEL);
            boolean bought = region.deals(asOf, Omission.NONE).next();

            assertEquals(bought ? 100 / 25.0 - 1 : -1, roi.estimate(), 1e-9);
            assertNull(roi.low());
            assertNull(roi.high());
            assertTrue(roi.note().contains("not on record"), roi.note());
        }
    }

    private static SegmentEstimates estimate(LedgerFixture records, Terms terms, int asOf) {
        Ledger ledger = records.asOf(DAY.plusDays(asOf));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, asOf);
        Window window = new Window(0, asOf, asOf);
        return SegmentEstimates.of(
                new SegmentContext(total, PeerGroup.of(terms, total, List.of(), window), window), Omission.NONE);
    }
}
