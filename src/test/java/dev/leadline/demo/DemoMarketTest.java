package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo market's shape, bounds and repeatability. */
class DemoMarketTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final DemoMarket MARKET = MarketSimulator.demoMarket(1, TODAY);
    private static final MarketReading READING = new MarketReading(MARKET);

    @Test
    void has_the_dimensions_of_a_maker_of_industrial_parts() {
        assertEquals(12, distinct(DemoCampaign::product).size());
        assertEquals(4, distinct(DemoCampaign::category).size());
        assertEquals(3, distinct(DemoCampaign::store).size());
        assertEquals(3, distinct(DemoCampaign::priceTier).size());
        assertEquals(4, distinct(DemoCampaign::channel).size());
        assertEquals(8, own(DemoInquiry::region).size());
        assertEquals(5, own(DemoInquiry::industry).size());
        assertEquals(3, own(DemoInquiry::marketSegment).size());
        assertTrue(own(DemoInquiry::region).containsAll(distinct(DemoCampaign::region)));
        assertTrue(own(DemoInquiry::industry).containsAll(distinct(DemoCampaign::industry)));
        assertTrue(own(DemoInquiry::marketSegment).containsAll(distinct(DemoCampaign::marketSegment)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-15", "2026-02-16", "2026-02-24", "2024-02-29", "2025-12-31"})
    void whatever_the_day_it_covers_the_eighteen_months_before(String day) {
        LocalDate today = LocalDate.parse(day);
        DemoMarket market = MarketSimulator.demoMarket(7, today);
        MarketReading reading = new MarketReading(market);

        assertTrue(market.inquiries().size() >= 25_000 && market.inquiries().size() <= 40_000);
        LocalDate first = MarketReading.day(market.inquiries().get(0));
        LocalDate last =
                MarketReading.day(market.inquiries().get(market.inquiries().size() - 1));
        assertFalse(first.isBefore(today.minusMonths(18)));
        assertFalse(first.isAfter(today.minusMonths(18).plusDays(2)));
        assertTrue(last.isBefore(today));
        assertEquals(
                today.minusDays(1),
                market.spend().get(market.spend().size() - 1).day());
        for (DemoDeal deal : market.deals()) {
            assertTrue(MarketReading.day(deal).isBefore(today));
            assertFalse(MarketReading.day(deal).isBefore(market.settings().dealsTrackedFrom()));
            assertFalse(deal.closedAt().isBefore(reading.inquiryOf(deal).receivedAt()));
            if (deal.status() == DemoDeal.Status.CANCELLED) {
                assertTrue(deal.cancelledAt().isAfter(deal.closedAt()));
                assertTrue(deal.cancelledAt().toLocalDate().isBefore(today));
            }
        }
    }

    @Test
    void deal_records_begin_three_months_after_the_first_inquiries() {
        LocalDate trackedFrom = MARKET.settings().dealsTrackedFrom();
        LocalDate first = MarketReading.day(MARKET.inquiries().get(0));

        assertEquals(first.plusMonths(3), trackedFrom);
        assertTrue(
                MARKET.deals().stream()
                                .filter(deal -> MarketReading.day(READING.inquiryOf(deal))
                                        .isBefore(trackedFrom))
                                .count()
                        > 50,
                "inquiries from before the records began keep turning into deals");
    }

    @Test
    void every_kind_of_record_that_the_api_knows_occurs() {
        for (DemoInquiry.Status status : DemoInquiry.Status.values()) {
            assertTrue(MARKET.inquiries().stream().anyMatch(inquiry -> inquiry.status() == status), status::name);
        }
        for (DemoCampaign.Status status : DemoCampaign.Status.values()) {
            assertTrue(MARKET.campaigns().stream().anyMatch(campaign -> campaign.status() == status), status::name);
        }
        assertTrue(MARKET.inquiries().stream().anyMatch(DemoInquiry::test));
        assertTrue(MARKET.deals().stream().anyMatch(deal -> deal.status() == DemoDeal.Status.CANCELLED));
        assertTrue(MARKET.deals().stream().anyMatch(deal -> deal.margin().signum() < 0));
        assertTrue(READING.firstDeals().size() < MARKET.deals().size(), "some orders are repeats");
        assertTrue(MARKET.inquiries().stream()
                .anyMatch(inquiry ->
                        inquiry.region() == null && READING.campaignOf(inquiry).region() != null));
    }

    @Test
    void only_valid_inquiries_buy_and_none_twice_under_one_id() {
        assertTrue(
                MARKET.deals().stream().allMatch(deal -> READING.inquiryOf(deal).valid()));
        assertEquals(
                MARKET.deals().size(),
                MARKET.deals().stream().map(DemoDeal::externalId).distinct().count());
        assertEquals(
                MARKET.inquiries().size(),
                MARKET.inquiries().stream()
                        .map(DemoInquiry::externalId)
                        .distinct()
                        .count());
        assertEquals(
                MARKET.spend().size(),
                MARKET.spend().stream()
                        .map(row -> row.campaignExternalId() + row.day() + row.region())
                        .distinct()
                        .count());
    }

    @Test
    void few_spend_rows_name_a_region_and_those_campaigns_inquiries_do_too() {
        Set<String> direct = MARKET.spend().stream()
                .filter(row -> row.region() != null)
                .map(DemoSpend::campaignExternalId)
                .collect(Collectors.toSet());

        assertEquals(3, direct.size());
        assertTrue(MARKET.inquiries().stream()
                .filter(inquiry -> direct.contains(inquiry.campaignExternalId()))
                .noneMatch(inquiry -> inquiry.region() == null));
    }

    @Test
    void paused_campaigns_neither_spend_nor_bring_inquiries() {
        int pausedCampaigns = 0;
        for (MarketTruth.CampaignTruth truth : MARKET.truth().campaigns()) {
            for (DayRange pause : truth.parameters().schedule().pauses()) {
                pausedCampaigns++;
                assertTrue(MARKET.spend().stream()
                        .filter(row -> row.campaignExternalId().equals(truth.externalId()))
                        .noneMatch(row -> pause.contains(row.day())));
                assertTrue(MARKET.inquiries().stream()
                        .filter(inquiry -> inquiry.campaignExternalId().equals(truth.externalId()))
                        .noneMatch(inquiry -> pause.contains(MarketReading.day(inquiry))));
            }
        }
        assertEquals(3, pausedCampaigns);
    }

    @Test
    void money_has_at_most_two_decimals_and_spend_is_never_negative() {
        assertTrue(MARKET.spend().stream()
                .allMatch(row -> row.amount().scale() <= 2 && row.amount().signum() >= 0));
        assertTrue(MARKET.deals().stream()
                .allMatch(deal -> deal.revenue().scale() <= 2 && deal.margin().scale() <= 2));
        assertTrue(MARKET.deals().stream().allMatch(deal -> deal.revenue().compareTo(BigDecimal.ZERO) > 0));
        assertTrue(MARKET.spend().stream().allMatch(row -> row.clicks() <= row.impressions()));
    }

    @Test
    void nobody_in_it_can_be_reached() {
        for (DemoInquiry inquiry : MARKET.inquiries()) {
            assertTrue(inquiry.contact().email().endsWith("@example.com"));
            assertTrue(inquiry.contact().phone().matches("\\+1-202-555-01\\d\\d"));
        }
    }

    @Test
    void the_same_seed_and_day_give_an_equal_market() {
        assertEquals(MARKET, MarketSimulator.demoMarket(1, TODAY));
        assertNotEquals(MARKET.deals(), MarketSimulator.demoMarket(2, TODAY).deals());
        assertNotEquals(
                MARKET.deals(), MarketSimulator.demoMarket(1, TODAY.plusDays(1)).deals());
    }

    /** Made by this simulator on JDK 17.0.15 and 25; it changes only with the parameters or the order of draws. */
    @Test
    void the_records_are_the_same_on_every_jdk() {
        CRC32 checksum = new CRC32();
        for (List<?> records : List.of(MARKET.campaigns(), MARKET.spend(), MARKET.inquiries(), MARKET.deals())) {
            records.forEach(record -> checksum.update(withoutAnswer(record).getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(863_469_771L, checksum.getValue());
    }

    /** First answers came later than the rest and have chance of their own. */
    @Test
    void first_answers_are_the_same_on_every_jdk_too() {
        CRC32 checksum = new CRC32();
        MARKET.inquiries()
                .forEach(inquiry -> checksum.update(
                        String.valueOf(inquiry.firstRespondedAt()).getBytes(StandardCharsets.UTF_8)));
        assertEquals(2_937_810_237L, checksum.getValue());
    }

    @Test
    void most_inquiries_are_answered_within_a_day_those_of_the_poor_follow_up_are_not() {
        MARKET.inquiries().stream()
                .filter(inquiry -> inquiry.firstRespondedAt() != null)
                .forEach(inquiry -> {
                    assertTrue(inquiry.valid());
                    assertFalse(inquiry.firstRespondedAt().isBefore(inquiry.receivedAt()));
                    assertTrue(inquiry.firstRespondedAt().toLocalDate().isBefore(TODAY));
                });
        for (MarketTruth.ProductTruth product : MARKET.truth().products()) {
            boolean slow = product.story() == Story.POOR_FOLLOW_UP;
            List<DemoInquiry> answered = MARKET.inquiries().stream()
                    .filter(inquiry -> READING.campaignOf(inquiry).product().equals(product.name()))
                    .filter(inquiry -> inquiry.firstRespondedAt() != null)
                    .toList();
            double withinADay = answered.stream()
                    .filter(inquiry -> inquiry.firstRespondedAt()
                            .isBefore(inquiry.receivedAt().plusDays(1)))
                    .count();
            assertTrue(slow == withinADay / answered.size() < 0.5, product.name());
        }
    }

    private static String withoutAnswer(Object record) {
        return record.toString().replaceFirst(", firstRespondedAt=[^,\\]]*", "");
    }

    private static Set<String> distinct(Function<DemoCampaign, String> dimension) {
        return MARKET.campaigns().stream()
                .map(dimension)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> own(Function<DemoInquiry, String> dimension) {
        return MARKET.inquiries().stream()
                .map(dimension)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
