package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.MarketTruth.CampaignTruth;
import dev.leadline.demo.MarketTruth.ProductTruth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo market's records say agrees with its truth, as closely as chance allows. */
class DemoRecoveryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final LocalDate LAST_DAY = TODAY.minusDays(1);
    private static final DayRange HOLIDAY = new DayRange(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 23));
    private static final List<Double> WEEKDAYS = List.of(1.25, 1.3, 1.25, 1.2, 1.1, 0.5, 0.4);

    @Test
    void ripened_cohorts_convert_as_the_truth_says() {
        List<Double> scores = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            MarketReading reading = new MarketReading(MarketSimulator.demoMarket(seed, TODAY));
            int horizon = reading.market.settings().horizonDays();
            DayRange ripe = new DayRange(reading.market.settings().dealsTrackedFrom(), LAST_DAY.minusDays(horizon));
            Set<String> converted = reading.market.deals().stream()
                    .filter(deal -> deal.status() == DemoDeal.Status.WON && reading.lagOf(deal) <= horizon)
                    .map(DemoDeal::inquiryExternalId)
                    .collect(Collectors.toSet());
            Map<String, Double> rates = reading.market.truth().campaigns().stream()
                    .collect(Collectors.toMap(CampaignTruth::externalId, campaign -> campaign.economics()
                            .conversionByHorizon()));
            for (ProductTruth product : reading.market.truth().products()) {
                double expected = 0;
                double variance = 0;
                double observed = 0;
                for (DemoInquiry inquiry : reading.validInquiries(product.name())) {
                    if (ripe.contains(MarketReading.day(inquiry))) {
                        double rate = rates.get(inquiry.campaignExternalId());
                        expected += rate;
                        variance += rate * (1 - rate);
                        observed += converted.contains(inquiry.externalId()) ? 1 : 0;
                    }
                }
                if (product.story() != Story.YOUNG_STAR) {
                    scores.add((observed - expected) / Math.sqrt(variance));
                }
            }
        }
        double meanSquare = scores.stream().mapToDouble(z -> z * z).average().orElseThrow();

        assertTrue(scores.stream().allMatch(z -> Math.abs(z) < 3.5), scores::toString);
        // 44 squared standard normal numbers: mean 1, standard deviation 0.21.
        assertEquals(1, meanSquare, 0.65);
    }

    @Test
    void deals_close_after_weeks_with_a_long_tail() {
        for (ProductTruth product : market(1).truth().products()) {
            if (product.story() != Story.YOUNG_STAR) {
                DealTiming timing = product.parameters().timing();
                assertTrue(timing.shareByLag(20) < 0.5 && timing.shareByLag(42) >= 0.5, product::name);
                assertTrue(timing.shareByLag(152) < 0.95, product::name);
            }
        }
    }

    @Test
    void the_week_has_its_pattern() {
        MarketReading reading = new MarketReading(market(1));
        Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
        List<DemoInquiry> inquiries = reading.validInquiries();
        inquiries.forEach(inquiry -> counts.merge(MarketReading.day(inquiry).getDayOfWeek(), 1, Integer::sum));

        for (DayOfWeek day : DayOfWeek.values()) {
            double level = 7.0 * counts.get(day) / inquiries.size();
            assertEquals(WEEKDAYS.get(day.getValue() - 1), level, 0.08, day::name);
        }
    }

    /** Pearson's chi-squared over degrees of freedom, each weekday against its own mean, over steady campaigns. */
    @Test
    void daily_counts_are_over_dispersed() {
        DemoMarket market = market(1);
        MarketReading reading = new MarketReading(market);
        double chiSquared = 0;
        int freedom = 0;
        for (CampaignTruth campaign : market.truth().campaigns()) {
            if (campaign.parameters().drift() != null) {
                continue;
            }
            Map<LocalDate, Integer> counts = MarketReading.byDay(reading.validInquiries().stream()
                    .filter(inquiry -> inquiry.campaignExternalId().equals(campaign.externalId()))
                    .toList());
            Map<DayOfWeek, List<Integer>> byWeekday = new HashMap<>();
            market.settings()
                    .dealsTrackedFrom()
                    .datesUntil(TODAY)
                    .filter(day -> campaign.parameters().schedule().runsOn(day) && !HOLIDAY.contains(day))
                    .forEach(day -> byWeekday
                            .computeIfAbsent(day.getDayOfWeek(), any -> new ArrayList<>())
                            .add(counts.getOrDefault(day, 0)));
            for (List<Integer> weekday : byWeekday.values()) {
                double mean =
                        weekday.stream().mapToInt(Integer::intValue).average().orElseThrow();
                chiSquared += weekday.stream()
                        .mapToDouble(count -> (count - mean) * (count - mean) / mean)
                        .sum();
                freedom += weekday.size() - 1;
            }
        }
        assertEquals(2.0, chiSquared / freedom, 0.15);
    }

    @Test
    void orders_are_heavy_tailed() {
        MarketReading reading = new MarketReading(market(1));
        for (ProductTruth product : reading.market.truth().products()) {
            double trueSd = product.parameters().orders().logSd();
            List<Double> logs = reading.market.deals().stream()
                    .filter(deal -> reading.productOf(deal).equals(product.name()))
                    .filter(deal -> product.parameters().luckyOrder() == null
                            || deal.revenue().doubleValue()
                                    != product.parameters().luckyOrder().revenue())
                    .map(deal -> Math.log(deal.revenue().doubleValue()))
                    .toList();
            double error = trueSd / Math.sqrt(2.0 * (logs.size() - 1));

            assertTrue(trueSd >= 1 && trueSd <= 1.3, product::name);
            assertEquals(trueSd, sd(logs), 3.5 * error, product::name);
        }
        double smallest = reading.market.deals().stream()
                .mapToDouble(deal -> deal.revenue().doubleValue())
                .min()
                .orElseThrow();
        double largest = reading.market.deals().stream()
                .mapToDouble(deal -> deal.revenue().doubleValue())
                .max()
                .orElseThrow();
        assertTrue(largest / smallest > 100);
    }

    @Test
    void about_a_quarter_of_inquiries_state_no_industry() {
        List<DemoInquiry> inquiries = market(1).inquiries();
        long silent =
                inquiries.stream().filter(inquiry -> inquiry.industry() == null).count();

        assertEquals(0.25, (double) silent / inquiries.size(), 0.015);
    }

    @Test
    void invalid_and_test_inquiries_come_on_top() {
        DemoMarket market = market(1);
        double valid = market.inquiries().stream().filter(DemoInquiry::valid).count();
        long invalid = market.inquiries().stream()
                .filter(inquiry -> inquiry.status() == DemoInquiry.Status.INVALID)
                .count();
        long test = market.inquiries().stream().filter(DemoInquiry::test).count();

        assertEquals(0.04, invalid / valid, 0.005);
        assertEquals(0.005, test / valid, 0.002);
    }

    private static DemoMarket market(long seed) {
        return MarketSimulator.demoMarket(seed, TODAY);
    }

    private static double sd(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }
}
