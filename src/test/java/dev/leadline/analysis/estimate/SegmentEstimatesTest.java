package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The estimates of one segment, on cases small enough to reckon by hand. Bounds of counts are METHODS' Garwood values. */
class SegmentEstimatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final double LEVEL = 0.9;
    private static final int HORIZON = 10;
    private static final Terms TERMS = new Terms(HORIZON, 0, 0, 0, null);

    @Test
    void costPerInquiryInvertsTheIntervalOfTheCount() {
        Estimate cost = estimate(oneDay(10, "200"), TERMS, 0).costPerInquiry(LEVEL);

        assertEquals(20, cost.estimate(), 1e-6);
        assertEquals(200 / 16.962219236, cost.low(), 1e-4);
        assertEquals(200 / 5.42540569709, cost.high(), 1e-4);
    }

    @Test
    void overDispersionWidensTheCost() {
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
    void withoutSpendAnInquiryCostsNothingAndHasNoReturn() {
        LedgerFixture records =
                new LedgerFixture().campaign("c").inquiries("c", DAY, 10).deal("c", DAY, 1, "100");
        SegmentEstimates estimates = estimate(records, TERMS, HORIZON);

        assertEquals(0, estimates.costPerInquiry(LEVEL).estimate());
        assertEquals(0, estimates.costPerInquiry(LEVEL).high());
        assertNull(estimates.projectedRoi(LEVEL).estimate());
        assertNotNull(estimates.projectedRoi(LEVEL).note());
    }

    @Test
    void spendWithoutInquiriesSaysNothingButWhy() {
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
        assertTrue(estimates.target().probability(1).isEmpty());
        assertEquals(0, estimates.inquiriesPerDay(LEVEL).estimate());
    }

    @Test
    void noDealInRipeCohortsIsBoundedByGarwood() {
        Estimate rate = estimate(oneDay(100, "1"), TERMS, HORIZON).conversionRate(LEVEL);

        assertEquals(0, rate.low());
        assertEquals(2.995732274 / 100, rate.high(), 1e-7);
        assertTrue(rate.estimate() < rate.high());
        assertEquals("No deal yet.", rate.note());
    }

    @Test
    void whereNothingHasBeenObservedLongEnoughTheRateIsUnknown() {
        SegmentEstimates estimates = estimate(oneDay(100, "1"), TERMS, HORIZON - 1);

        assertNull(estimates.conversionRate(LEVEL).estimate());
        assertNotNull(estimates.conversionRate(LEVEL).note());
        assertTrue(estimates.target().probability(1).isEmpty());
    }

    @Test
    void ripeCohortsConvertAtDealsOverInquiries() {
        SegmentEstimates estimates = estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON);

        // The median of Jeffreys' posterior beta(100.5, 900.5), by R 4.2.2, qbeta.
        assertEquals(0.100133472, estimates.conversionRate(LEVEL).estimate(), 1e-5);
        assertEquals(1, estimates.maturity(), 1e-12);
        assertEquals(100, estimates.deals());
    }

    @Test
    void ripeCohortsProjectWhatTheyBrought() {
        SegmentEstimates estimates = estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON);
        Estimate roi = estimates.projectedRoi(LEVEL);

        // 100 deals of 50 for 2000 spent: nothing is still to come.
        assertEquals(1.5, roi.estimate(), 1e-6);
        assertEquals(1.5, roi.low(), 1e-6);
        assertEquals(1.5, roi.high(), 1e-6);
    }

    @Test
    void ripeCohortsWithoutADealHaveLostTheirSpend() {
        Estimate roi = estimate(oneDay(100, "50"), TERMS, HORIZON).projectedRoi(LEVEL);

        assertEquals(-1, roi.estimate());
        assertEquals("All of it is already observed.", roi.note());
    }

    @Test
    void halfRipeCohortsProjectTheOtherHalf() {
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
    void maximumAffordableCostIsTheMarginLessHandlingAtTheTarget() {
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
    void laterMarginIsDiscounted() {
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
    void theChanceOfTheTargetFollowsTheMarginOverTheCost() {
        assertTrue(estimate(withDeals(1000, 100, "2000"), TERMS, HORIZON)
                        .target()
                        .probability(1)
                        .orElseThrow()
                > 0.99);
        assertTrue(estimate(withDeals(1000, 100, "12000"), TERMS, HORIZON)
                        .target()
                        .probability(1)
                        .orElseThrow()
                < 0.01);
    }

    @Test
    void inquiriesOlderThanTheDealRecordsAreNoFailures() {
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
    void leavingOutADealLowersTheProjectionByItsMargin() {
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
    void partsOfASegmentAreShrunkToEachOther() {
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

    private static SegmentEstimates estimate(LedgerFixture records, Terms terms, int asOf) {
        Ledger ledger = records.asOf(DAY.plusDays(asOf));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, asOf);
        Window window = new Window(0, asOf, asOf);
        return SegmentEstimates.of(
                new SegmentContext(total, PeerGroup.of(terms, total, List.of(), window), window), Omission.NONE);
    }
}
