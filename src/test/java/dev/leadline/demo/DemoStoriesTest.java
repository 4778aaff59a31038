package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.MarketTruth.CampaignTruth;
import dev.leadline.demo.MarketTruth.ProductTruth;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each story of the demo market shows in its records, whatever the seed; and the truth is what the story says. */
@Execution(CONCURRENT)
class DemoStoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lucky_order_looks_good_only_for_one_order(long seed) {
        MarketReading reading = read(seed);
        ProductTruth product = only(reading, Story.LUCKY_ORDER);
        List<DemoDeal> deals = reading.standingDeals(product.name());
        double largest = deals.stream()
                .mapToDouble(deal -> deal.margin().doubleValue())
                .max()
                .orElseThrow();

        assertEquals(-0.5, product.economics().roi(), 0.1);
        assertTrue(largest / MarketReading.margin(deals) > 0.4);
        assertTrue(reading.observedRoi(product.name()) > 0);
        double withoutIt = (MarketReading.margin(deals) - largest) / reading.spend(product.name()) - 1;
        assertTrue(withoutIt < -0.2, "without it: " + withoutIt);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lucky_order_came_early(long seed) {
        MarketReading reading = read(seed);
        ProductTruth product = only(reading, Story.LUCKY_ORDER);
        LocalDate launch = product.parameters().campaigns().get(0).schedule().start();
        LocalDate fourMonthsOn = launch.plusMonths(4);
        List<DemoDeal> early = reading.standingDeals(product.name()).stream()
                .filter(deal -> MarketReading.day(deal).isBefore(fourMonthsOn))
                .toList();

        assertTrue(MarketReading.margin(early) / reading.spend(product.name(), launch, fourMonthsOn) - 1 > 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void young_star_has_few_deals_and_none_from_its_last_three_weeks(long seed) {
        MarketReading reading = read(seed);
        ProductTruth product = only(reading, Story.YOUNG_STAR);
        Set<String> buyers = reading.buyers(product.name());
        List<DemoInquiry> inquiries = reading.validInquiries(product.name());

        assertTrue(product.economics().roi() > 2);
        assertTrue(inquiries.size() > 300);
        assertTrue(buyers.size() < 20);
        assertTrue(
                buyers.size() < 0.5 * inquiries.size() * product.economics().conversionByHorizon(),
                "most of its deals are still to come");
        assertTrue(inquiries.stream()
                .filter(inquiry -> MarketReading.day(inquiry).isAfter(TODAY.minusDays(21)))
                .noneMatch(inquiry -> buyers.contains(inquiry.externalId())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void poor_follow_up_converts_a_third_of_its_peers_at_their_cost_and_value(long seed) {
        MarketReading reading = read(seed);
        ProductTruth product = only(reading, Story.POOR_FOLLOW_UP);
        List<ProductTruth> peers = reading.market.truth().products().stream()
                .filter(peer ->
                        peer.parameters().category().equals(product.parameters().category()))
                .filter(peer -> peer != product)
                .toList();
        double peersRate = mean(peers, Economics::conversionRate);
        double observed = share(reading, product);
        double peersObserved = peers.stream()
                .mapToDouble(peer -> share(reading, peer))
                .average()
                .orElseThrow();

        assertEquals(1.0 / 3, product.economics().conversionRate() / peersRate, 0.03);
        assertEquals(1.0 / 3, observed / peersObserved, 0.12);
        assertEquals(1, product.economics().costPerInquiry() / mean(peers, Economics::costPerInquiry), 0.25);
        assertEquals(
                1,
                product.economics().marginPerConvertingInquiry() / mean(peers, Economics::marginPerConvertingInquiry),
                0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drifting_cost_doubles_over_the_last_five_months(long seed) {
        MarketReading reading = read(seed);
        ProductTruth product = only(reading, Story.DRIFTING_COST);
        CampaignTruth campaign = reading.market.truth().campaigns().stream()
                .filter(truth -> truth.product().equals(product.name()))
                .findFirst()
                .orElseThrow();
        LocalDate before = TODAY.minusDays(150);
        double trueRatio = campaign.parameters().costPerInquiryOn(TODAY.minusDays(1))
                / campaign.parameters().costPerInquiryOn(before);
        double early = cost(reading, product.name(), before.minusDays(60), before.minusDays(1));
        double late = cost(reading, product.name(), TODAY.minusDays(21), TODAY.minusDays(1));

        assertEquals(2, trueRatio, 1e-12);
        assertTrue(late / early > 1.5 && late / early < 2.4, "cost grew by " + late / early);
        assertTrue(product.economics().roi() < 0.1);
        assertTrue(reading.observedRoi(product.name()) > product.economics().roi());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stable_winners_earn_well_on_plenty_of_deals(long seed) {
        MarketReading reading = read(seed);
        List<ProductTruth> winners = reading.market.truth().withStory(Story.STABLE_WINNER);

        assertEquals(4, winners.size());
        for (ProductTruth winner : winners) {
            assertTrue(winner.economics().roi() > 1.5 && winner.economics().roi() < 2.5, winner::name);
            assertTrue(reading.buyers(winner.name()).size() >= 80, winner::name);
            assertTrue(reading.observedRoi(winner.name()) > 0.3, winner::name);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ordinary_products_are_around_break_even(long seed) {
        for (ProductTruth ordinary : read(seed).market.truth().withStory(Story.ORDINARY)) {
            assertEquals(0, ordinary.economics().roi(), 0.3, ordinary::name);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_holiday_empties_two_weeks_for_all(long seed) {
        MarketReading reading = read(seed);
        DayRange holiday = new DayRange(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 23));
        DayRange before = new DayRange(LocalDate.of(2026, 1, 27), LocalDate.of(2026, 2, 9));

        assertTrue(arrivals(reading, holiday) < 0.05 * arrivals(reading, before));
        for (ProductTruth product : reading.market.truth().products()) {
            double normal = reading.spend(product.name(), before.first(), before.last());
            double rest = reading.spend(product.name(), holiday.first(), holiday.last());
            assertTrue(rest <= 0.05 * normal, product::name);
        }
    }

    private static MarketReading read(long seed) {
        return new MarketReading(MarketSimulator.demoMarket(seed, TODAY));
    }

    private static ProductTruth only(MarketReading reading, Story story) {
        List<ProductTruth> products = reading.market.truth().withStory(story);
        assertEquals(1, products.size());
        return products.get(0);
    }

    private static double mean(List<ProductTruth> products, ToDoubleFunction<Economics> figure) {
        return products.stream()
                .mapToDouble(product -> figure.applyAsDouble(product.economics()))
                .average()
                .orElseThrow();
    }

    private static double share(MarketReading reading, ProductTruth product) {
        return (double) reading.buyers(product.name()).size()
                / reading.validInquiries(product.name()).size();
    }

    private static double cost(MarketReading reading, String product, LocalDate first, LocalDate last) {
        DayRange days = new DayRange(first, last);
        long inquiries = reading.validInquiries(product).stream()
                .filter(inquiry -> days.contains(MarketReading.day(inquiry)))
                .count();
        return reading.spend(product, first, last) / inquiries;
    }

    private static long arrivals(MarketReading reading, DayRange days) {
        return reading.validInquiries().stream()
                .filter(inquiry -> days.contains(MarketReading.day(inquiry)))
                .count();
    }
}
