package dev.leadline.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a market's records as a test needs them, by product. */
final class MarketReading {

    final DemoMarket market;
    private final Map<String, DemoCampaign> campaigns;
    private final Map<String, DemoInquiry> inquiries;

    MarketReading(DemoMarket market) {
        this.market = market;
        this.campaigns =
                market.campaigns().stream().collect(Collectors.toMap(DemoCampaign::externalId, campaign -> campaign));
        this.inquiries =
                market.inquiries().stream().collect(Collectors.toMap(DemoInquiry::externalId, inquiry -> inquiry));
    }

    DemoCampaign campaignOf(DemoInquiry inquiry) {
        return campaigns.get(inquiry.campaignExternalId());
    }

    DemoInquiry inquiryOf(DemoDeal deal) {
        return inquiries.get(deal.inquiryExternalId());
    }

    String productOf(DemoDeal deal) {
        return campaignOf(inquiryOf(deal)).product();
    }

    static LocalDate day(DemoInquiry inquiry) {
        return inquiry.receivedAt().toLocalDate();
    }

    static LocalDate day(DemoDeal deal) {
        return deal.closedAt().toLocalDate();
    }

    /** Whole days from the inquiry to the deal. */
    long lagOf(DemoDeal deal) {
        return ChronoUnit.DAYS.between(day(inquiryOf(deal)), day(deal));
    }

    List<DemoInquiry> validInquiries() {
        return market.inquiries().stream().filter(DemoInquiry::valid).toList();
    }

    List<DemoInquiry> validInquiries(String product) {
        return validInquiries().stream()
                .filter(inquiry -> campaignOf(inquiry).product().equals(product))
                .toList();
    }

    /** Deals that are not cancelled. */
    List<DemoDeal> standingDeals(String product) {
        return market.deals().stream()
                .filter(deal -> deal.status() == DemoDeal.Status.WON)
                .filter(deal -> productOf(deal).equals(product))
                .toList();
    }

    /** External ids of the product's inquiries with a standing deal. */
    Set<String> buyers(String product) {
        return standingDeals(product).stream().map(DemoDeal::inquiryExternalId).collect(Collectors.toSet());
    }

    /** Each inquiry's first deal: those whose inquiry has no earlier one. */
    List<DemoDeal> firstDeals() {
        Set<String> seen = new HashSet<>();
        return market.deals().stream()
                .filter(deal -> seen.add(deal.inquiryExternalId()))
                .toList();
    }

    double spend(String product) {
        return spend(product, LocalDate.MIN, LocalDate.MAX);
    }

    /** Spend from {@code first} to {@code last}, both included. */
    double spend(String product, LocalDate first, LocalDate last) {
        DayRange days = new DayRange(first, last);
        return market.spend().stream()
                .filter(row -> days.contains(row.day()))
                .filter(row -> campaigns.get(row.campaignExternalId()).product().equals(product))
                .mapToDouble(row -> row.amount().doubleValue())
                .sum();
    }

    static double margin(List<DemoDeal> deals) {
        return deals.stream().mapToDouble(deal -> deal.margin().doubleValue()).sum();
    }

    /** Observed ROI: margin of all standing deals over all spend, minus 1. */
    double observedRoi(String product) {
        return margin(standingDeals(product)) / spend(product) - 1;
    }

    /** Valid inquiries by day, days without any left out. */
    static Map<LocalDate, Integer> byDay(List<DemoInquiry> inquiries) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        inquiries.forEach(inquiry -> counts.merge(day(inquiry), 1, Integer::sum));
        return counts;
    }
}
