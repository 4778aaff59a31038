package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine with small markets of other parameters, as calibration and benchmarks use it. */
class MarketSimulatorTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final DealTiming WEIBULL = new DealTiming.Weibull(0.8, 23.5);

    /** 8 % convert, but of inquiries that come for 120 days, 12 a day, only 6.3 % have done so by the end. */
    @Test
    void a_young_market_shows_fewer_deals_than_it_will_have() {
        MarketParameters parameters = market(FIRST.plusDays(119), product("A", 0.08, plainOrders(), 12));
        double inquiries = 0;
        double buyers = 0;
        for (int seed = 0; seed < 20; seed++) {
            DemoMarket market = MarketSimulator.simulate(parameters, seed);
            inquiries += market.inquiries().size();
            buyers += market.deals().size();
        }
        assertEquals(20 * 120 * 12, inquiries, 4 * Math.sqrt(2 * 20 * 120 * 12.0));
        assertEquals(0.063, buyers / inquiries, 4 * Math.sqrt(0.063 / inquiries));
    }

    @Test
    void mean_margin_per_inquiry_is_the_truths() {
        OrderParameters orders = new OrderParameters(1000, 0.6, 0.4, 0.1, 0.2, 0.1, 10, 0.5, 40);
        MarketParameters parameters = market(FIRST.plusDays(399), product("A", 0.3, orders, 100));
        DemoMarket market = MarketSimulator.simulate(parameters, 5);
        MarketReading reading = new MarketReading(market);
        LocalDate ripe = parameters.lastDay().minusDays(180);
        double inquiries = market.inquiries().stream()
                .filter(inquiry -> !MarketReading.day(inquiry).isAfter(ripe))
                .count();
        List<DemoDeal> deals = market.deals().stream()
                .filter(deal -> deal.status() == DemoDeal.Status.WON)
                .filter(deal -> !MarketReading.day(reading.inquiryOf(deal)).isAfter(ripe))
                .filter(deal -> reading.lagOf(deal) <= 180)
                .toList();
        double buyers =
                deals.stream().map(DemoDeal::inquiryExternalId).distinct().count();
        Economics truth = market.truth().product("A").economics();

        assertEquals(0.27, truth.conversionRate(), 1e-12);
        assertEquals(truth.conversionByHorizon(), buyers / inquiries, 0.01);
        assertEquals(1, MarketReading.margin(deals) / inquiries / truth.marginPerInquiry(), 0.05);
        assertEquals(1, MarketReading.margin(deals) / buyers / truth.marginPerConvertingInquiry(), 0.04);
    }

    @Test
    void without_noise_spend_is_the_plan() {
        DemoMarket market =
                MarketSimulator.simulate(market(FIRST.plusDays(29), product("A", 0.1, plainOrders(), 4)), 1);

        assertEquals(30, market.spend().size());
        assertTrue(market.spend().stream().allMatch(row -> row.amount().compareTo(new BigDecimal("200.00")) == 0));
    }

    @Test
    void given_a_drift_the_budget_stays_and_inquiries_fall() {
        LocalDate last = FIRST.plusDays(199);
        CampaignParameters drifting =
                campaign("google-ads", 50, 50).withDrift(new CostDrift(FIRST.plusDays(99), FIRST.plusDays(100), 4));
        ProductParameters product = new ProductParameters(
                "A", "category", "standard", Story.ORDINARY, 0.1, WEIBULL, plainOrders(), null, List.of(drifting));
        DemoMarket market = MarketSimulator.simulate(market(last, product), 1);
        double late = market.inquiries().stream()
                .filter(inquiry -> !MarketReading.day(inquiry).isBefore(FIRST.plusDays(100)))
                .count();

        assertEquals(200, market.truth().product("A").economics().costPerInquiry(), 1e-9);
        assertEquals(0.2, late / market.inquiries().size(), 0.02);
        assertEquals(
                1, market.spend().stream().map(DemoSpend::amount).distinct().count());
    }

    @Test
    void changing_one_product_leaves_the_others_records_as_they_were() {
        ProductParameters same = product("A", 0.1, plainOrders(), 5);
        LocalDate last = FIRST.plusDays(59);
        DemoMarket before = MarketSimulator.simulate(market(last, same, product("B", 0.1, plainOrders(), 5)), 1);
        DemoMarket after = MarketSimulator.simulate(market(last, same, product("B", 0.4, plainOrders(), 9)), 1);

        assertEquals(dealsOf(before, "A"), dealsOf(after, "A"));
        assertNotEquals(dealsOf(before, "B"), dealsOf(after, "B"));
    }

    @Test
    void a_products_truth_is_the_mix_of_its_campaigns_that_run_on_the_last_day() {
        CampaignParameters cheap = campaign("baidu", 3, 10);
        CampaignParameters dear = campaign("linkedin", 1, 30);
        LocalDate last = FIRST.plusDays(9);
        ProductParameters product = new ProductParameters(
                "A",
                "category",
                "standard",
                Story.ORDINARY,
                0.1,
                WEIBULL,
                plainOrders(),
                null,
                List.of(cheap, dear, dear.withSchedule(Schedule.from(FIRST).until(FIRST.plusDays(3)))));
        MarketTruth truth = MarketSimulator.simulate(market(last, product), 1).truth();

        assertEquals(15, truth.product("A").economics().costPerInquiry(), 1e-12);
        assertEquals(30, truth.campaign("cmp-002").economics().costPerInquiry(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> truth.product("no such"));
    }

    @Test
    void economics_follow_from_the_parameters() {
        Economics economics = new Economics(0.1, WEIBULL, plainOrders(), 20, 180);
        double meanMargin = 1000 * Math.exp(0.5) * 0.4;

        assertEquals(0.1 * WEIBULL.shareWithin(181), economics.conversionByHorizon(), 1e-15);
        assertEquals(meanMargin, economics.marginPerConvertingInquiry(), 1e-9);
        assertEquals(economics.conversionByHorizon() * meanMargin / 20 - 1, economics.roi(), 1e-12);
        assertEquals(0, economics.conversionByLag(-1));
    }

    private static MarketParameters market(LocalDate last, ProductParameters... products) {
        MarketSettings settings =
                new MarketSettings("test", "EUR", ZoneId.of("Europe/Berlin"), BigDecimal.ZERO, 180, null);
        Traffic everyDayAlike = new Traffic(Collections.nCopies(7, 1.0), 2, 0, List.of(), 0, 0, 0);
        List<Share> any = List.of(new Share("any", 1));
        Audience statingNothing = new Audience(any, any, any, 0, 0);
        return new MarketParameters(settings, FIRST, last, everyDayAlike, statingNothing, List.of(products));
    }

    private static ProductParameters product(
            String name, double conversion, OrderParameters orders, double inquiriesPerDay) {
        return new ProductParameters(
                name,
                "category",
                "standard",
                Story.ORDINARY,
                conversion,
                WEIBULL,
                orders,
                null,
                List.of(campaign("google-ads", inquiriesPerDay, 50)));
    }

    /** Without target, drift, end, pause or named regions, converting as its product does. */
    private static CampaignParameters campaign(String channel, double inquiriesPerDay, double costPerInquiry) {
        return new CampaignParameters(
                channel,
                "shop",
                Target.NONE,
                inquiriesPerDay,
                costPerInquiry,
                null,
                1,
                Schedule.from(FIRST),
                List.of());
    }

    /** Without losses, cancellations and repeats. */
    private static OrderParameters plainOrders() {
        return new OrderParameters(1000, 1, 0.4, 0, 0, 0, 1, 0, 1);
    }

    private static List<DemoDeal> dealsOf(DemoMarket market, String product) {
        MarketReading reading = new MarketReading(market);
        return market.deals().stream()
                .filter(deal -> reading.productOf(deal).equals(product))
                .toList();
    }
}
