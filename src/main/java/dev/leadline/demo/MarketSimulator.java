package dev.leadline.demo;

import dev.leadline.demo.MarketTruth.CampaignTruth;
import dev.leadline.demo.MarketTruth.ProductTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Plays a market day by day. Each campaign has chance of its own, so that changing one leaves the others' counts as
 * they were. Deals keep being closed on weekends and holidays, so that the truth of their timing is exact.
 */
public final class MarketSimulator {

    private final MarketParameters parameters;
    private final List<DemoCampaign> campaigns = new ArrayList<>();
    private final List<CampaignTruth> campaignTruths = new ArrayList<>();
    private final List<ProductTruth> productTruths = new ArrayList<>();
    private final List<CampaignSimulator> simulators = new ArrayList<>();

    private MarketSimulator(MarketParameters parameters, long seed) {
        this.parameters = parameters;
        RandomSource random = RandomSource.seeded(seed);
        RandomSource answering = RandomSource.seeded(~seed);
        parameters.products().forEach(product -> add(product, random, answering));
    }

    /** The market that these parameters and this seed give: always the same, record by record. */
    public static DemoMarket simulate(MarketParameters parameters, long seed) {
        return new MarketSimulator(parameters, seed).play();
    }

    /**
     * The demo market: a maker of custom industrial parts, over the 18 months that end the day before {@code today}.
     * The same seed and day always give an equal market.
     */
    public static DemoMarket demoMarket(long seed, LocalDate today) {
        return simulate(new DemoParameters(today).market(), seed);
    }

    private void add(ProductParameters product, RandomSource random, RandomSource answering) {
        List<CampaignTruth> truths = new ArrayList<>();
        for (CampaignParameters campaign : product.campaigns()) {
            String id = String.format(Locale.ROOT, "cmp-%03d", campaigns.size() + 1);
            DemoCampaign record = CampaignSimulator.record(id, parameters, product, campaign);
            LuckyOrder lucky = truths.isEmpty() ? product.luckyOrder() : null;
            campaigns.add(record);
            simulators.add(new CampaignSimulator(
                    record, parameters, product, campaign, lucky, random.split(), answering.split()));
            truths.add(new CampaignTruth(id, product.name(), campaign, economicsOf(product, List.of(campaign))));
        }
        campaignTruths.addAll(truths);
        productTruths.add(new ProductTruth(product, economicsOf(product, present(product))));
    }

    private List<CampaignParameters> present(ProductParameters product) {
        List<CampaignParameters> running = product.campaigns().stream()
                .filter(campaign -> campaign.schedule().runsOn(parameters.lastDay()))
                .toList();
        return running.isEmpty() ? product.campaigns() : running;
    }

    private Economics economicsOf(ProductParameters product, List<CampaignParameters> mix) {
        LocalDate lastDay = parameters.lastDay();
        double spend = 0;
        double inquiries = 0;
        double buyers = 0;
        for (CampaignParameters campaign : mix) {
            double inquiriesPerDay = campaign.spendPerDay() / campaign.costPerInquiryOn(lastDay);
            spend += campaign.spendPerDay();
            inquiries += inquiriesPerDay;
            buyers += inquiriesPerDay * product.conversionRate() * campaign.conversionFactor();
        }
        double standing = 1 - product.orders().cancelledShare();
        return new Economics(
                standing * buyers / inquiries,
                product.timing(),
                product.orders(),
                spend / inquiries,
                parameters.settings().horizonDays());
    }

    private DemoMarket play() {
        MarketRecords records = new MarketRecords();
        LocalDate end = parameters.lastDay().plusDays(1);
        parameters
                .firstDay()
                .datesUntil(end)
                .forEach(day -> simulators.forEach(campaign -> campaign.play(day, records)));
        records.inquiries().sort(Comparator.comparing(DemoInquiry::receivedAt).thenComparing(DemoInquiry::externalId));
        records.deals().sort(Comparator.comparing(DemoDeal::closedAt).thenComparing(DemoDeal::externalId));
        return new DemoMarket(
                parameters.settings(),
                campaigns,
                records.spend(),
                records.inquiries(),
                records.deals(),
                new MarketTruth(productTruths, campaignTruths));
    }
}
