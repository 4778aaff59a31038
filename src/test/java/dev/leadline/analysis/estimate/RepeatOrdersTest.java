package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatOrdersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final int CARRIED = 60;

    /** Ten inquiries each day, one of which buys for 100 on its day and, if asked, again for 50 after 40 days. */
    private static LedgerFixture history(int days, int firstRepeating) {
        LedgerFixture fixture = new LedgerFixture().campaign("c");
        for (int day = 0; day < days; day++) {
            LocalDate received = DAY.plusDays(day);
            String inquiry = "inquiry of day " + day;
            fixture.inquiries("c", received, 10);
            fixture.deal("c", LedgerFixture.Own.NOTHING, inquiry, received, 0, "100", null);
            if (day >= firstRepeating) {
                fixture.deal("c", LedgerFixture.Own.NOTHING, inquiry, received, 40, "50", null);
            }
        }
        return fixture;
    }

    private static RepeatOrders of(LedgerFixture fixture, int asOf, int trackedFrom) {
        Ledger ledger = fixture.asOf(DAY.plusDays(asOf));
        SegmentLedger everything = Segmenter.total(ledger, Filter.NONE, 0, asOf);
        return RepeatOrders.of(everything, ledger.index(DAY.plusDays(asOf)), trackedFrom, CARRIED);
    }

    @Test
    void given_cohorts_too_young_to_have_bought_again_then_they_do_not_lower_the_ratio() {
        RepeatOrders repeats = of(history(200, 0), 199, 0);

        assertEquals(1.5, repeats.ratio(), 1e-9);
        assertEquals(0, repeats.timing().at(39), 1e-12);
        assertEquals(0.1, repeats.timing().at(40), 1e-12);
    }

    @Test
    void given_deal_records_that_began_late_then_only_cohorts_wholly_on_record_count() {
        assertEquals(1.5, of(history(200, 80), 199, 80).ratio(), 1e-9);
    }

    @Test
    void given_no_deal_then_the_ratio_is_one() {
        assertEquals(
                1,
                of(new LedgerFixture().campaign("c").inquiries("c", DAY, 10), 5, 0)
                        .ratio());
    }

    @Test
    void given_fewer_than_eight_repeat_orders_then_the_ratio_is_one() {
        assertEquals(1, of(history(200, 153), 199, 0).ratio(), 1e-9);
        assertTrue(of(history(200, 150), 199, 0).ratio() > 1);
    }

    @Test
    void given_one_repeat_order_larger_by_far_then_it_counts_as_the_second_largest() {
        LedgerFixture lucky = history(200, 0);
        lucky.deal("c", LedgerFixture.Own.NOTHING, "inquiry of day 10", DAY.plusDays(10), 50, "200000", null);

        assertEquals(1.5, of(lucky, 199, 0).ratio(), 0.01);
    }

    private static LedgerFixture business(String product, int days, String first, String later, LedgerFixture fixture) {
        fixture.campaign(product, Map.of(Dimension.PRODUCT, product));
        for (int day = 0; day < days; day++) {
            LocalDate received = DAY.plusDays(day);
            fixture.inquiries(product, received, 5).spend(product, received, "100");
            if (day % 4 == 0) {
                String inquiry = product + day;
                fixture.deal(product, LedgerFixture.Own.NOTHING, inquiry, received, 5, first, null);
                fixture.deal(product, LedgerFixture.Own.NOTHING, inquiry, received, 35, later, null);
            }
        }
        return fixture;
    }

    private static SegmentEstimates estimates(LedgerFixture fixture, String product) {
        Ledger ledger = fixture.asOf(DAY.plusDays(299));
        Window window = new Window(0, 299, 299);
        List<SegmentLedger> products = Segmenter.of(ledger, List.of(Dimension.PRODUCT), Filter.NONE, 0, 299);
        PeerGroup peerGroup = PeerGroup.of(
                new Terms(180, 0.3, 0, 0, null), Segmenter.total(ledger, Filter.NONE, 0, 299), products, window);
        SegmentLedger segment = products.stream()
                .filter(s -> product.equals(s.segment().values().get(Dimension.PRODUCT)))
                .findFirst()
                .orElseThrow();
        return SegmentEstimates.of(new SegmentContext(segment, peerGroup, window), Omission.NONE);
    }

    /** 5 inquiries for 100 a day, a customer every fourth day who brings 2,400 in all: 24,000 of 100 x 4 = 6 for each 1. */
    @ParameterizedTest
    @CsvSource({"-100, 2500", "0, 2400", "400, 2000"})
    void given_first_orders_that_bring_nothing_and_repeat_orders_that_carry_it_then_customers_are_taken_whole(
            String first, String later) {
        SegmentEstimates samples = estimates(business("samples", 300, first, later, new LedgerFixture()), "samples");

        assertEquals(2_400, samples.marginPerDeal(0.9).estimate(), 200);
        assertEquals(5, samples.projectedRoi(0.9).estimate(), 0.5);
        assertTrue(samples.target().probability().orElseThrow() > 0.99);
    }

    @Test
    void given_first_orders_whose_follow_ups_lose_more_then_that_is_seen() {
        SegmentEstimates dear = estimates(business("dear", 300, "400", "-900", new LedgerFixture()), "dear");

        assertEquals(-500, dear.marginPerDeal(0.9).estimate(), 50);
        assertTrue(dear.projectedRoi(0.9).high() < -1, "" + dear.projectedRoi(0.9));
        assertTrue(dear.target().probability().orElseThrow() < 0.01);
    }

    /** A customer every fourth day; those of half of the products buy twice as much again 30 days later, the others never. */
    @Test
    void given_products_whose_customers_come_back_and_others_whose_do_not_then_each_is_worth_what_its_own_bring() {
        LedgerFixture fixture = new LedgerFixture();
        for (int p = 0; p < 4; p++) {
            business("loyal " + p, 300, "1000", "500", fixture);
            fixture.campaign("once " + p, Map.of(Dimension.PRODUCT, "once " + p));
            for (int day = 0; day < 300; day++) {
                LocalDate received = DAY.plusDays(day);
                fixture.inquiries("once " + p, received, 5).spend("once " + p, received, "100");
                if (day % 4 == 0) {
                    fixture.deal("once " + p, LedgerFixture.Own.NOTHING, p + "o" + day, received, 5, "1000", null);
                }
            }
        }

        assertEquals(1_500, estimates(fixture, "loyal 1").marginPerDeal(0.9).estimate(), 60);
        assertEquals(1_000, estimates(fixture, "once 1").marginPerDeal(0.9).estimate(), 60);
    }

    @Test
    void given_one_product_that_lives_by_repeat_orders_among_others_then_its_value_is_not_guessed() {
        LedgerFixture fixture = business("samples", 300, "-100", "2500", new LedgerFixture());
        for (int p = 0; p < 6; p++) {
            business("usual " + p, 300, "20000", "100", fixture);
        }

        SegmentEstimates samples = estimates(fixture, "samples");
        assertNull(samples.marginPerDeal(0.9).estimate());
        assertTrue(samples.marginPerDeal(0.9).note().contains("repeat orders"));
        assertTrue(samples.target().probability().isEmpty());
        assertTrue(estimates(fixture, "usual 1").target().probability().isPresent());
    }
}
