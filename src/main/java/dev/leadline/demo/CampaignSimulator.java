package dev.leadline.demo;

import dev.leadline.platform.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Plays one campaign, a day at a time: what it spends, and the inquiries that brings. */
final class CampaignSimulator {

    /** Inquiries per click: what a B2B landing page brings. */
    private static final double INQUIRIES_PER_CLICK = 0.04;

    private static final double CLICKS_PER_IMPRESSION = 0.02;

    private final DemoCampaign campaign;
    private final MarketParameters market;
    private final CampaignParameters plan;
    private final LuckyOrder lucky;
    private final RandomSource volume;
    private final RandomSource clicking;
    private final InquirySimulator inquiries;

    /** {@code lucky} is this campaign's scripted order, or null. */
    CampaignSimulator(
            DemoCampaign campaign,
            MarketParameters market,
            ProductParameters product,
            CampaignParameters plan,
            LuckyOrder lucky,
            RandomSource random,
            RandomSource answering) {
        this.campaign = campaign;
        this.market = market;
        this.plan = plan;
        this.lucky = lucky;
        this.volume = random.split();
        this.clicking = random.split();
        this.inquiries = new InquirySimulator(
                campaign, market, product, plan, new ResponseSimulator(market, product, answering), random.split());
    }

    /** The campaign as its firm would post it on the market's last day. */
    static DemoCampaign record(String id, MarketParameters market, ProductParameters product, CampaignParameters plan) {
        Target target = plan.target();
        String aim = target.region() == null ? "all regions" : target.region();
        double busiestDay = plan.spendPerDay() * 1.5;
        return new DemoCampaign(
                id,
                product.name() + ", " + plan.channel() + ", " + aim,
                plan.channel(),
                plan.store(),
                product.name(),
                product.category(),
                product.priceTier(),
                target.region(),
                target.industry(),
                target.marketSegment(),
                Amounts.inCents(StrictMath.ceil(busiestDay / 10) * 10),
                plan.schedule().start(),
                plan.schedule().end(),
                statusOn(market.lastDay(), plan.schedule()));
    }

    private static DemoCampaign.Status statusOn(LocalDate day, Schedule schedule) {
        if (schedule.hasEndedBy(day)) {
            return DemoCampaign.Status.ENDED;
        }
        return schedule.runsOn(day) ? DemoCampaign.Status.ACTIVE : DemoCampaign.Status.PAUSED;
    }

    /** Adds what happens on {@code day}; days are played in order. */
    void play(LocalDate day, MarketRecords records) {
        if (lucky != null && lucky.receivedOn().equals(day)) {
            inquiries.addLucky(lucky, records);
        }
        if (!plan.schedule().runsOn(day)) {
            return;
        }
        double spend = plan.spendPerDay() * market.traffic().levelOn(day) * spendNoise();
        double expected = spend / plan.costPerInquiryOn(day);
        Traffic traffic = market.traffic();
        addSpend(day, spend, expected, records);
        for (int left = volume.count(expected, traffic.dispersion()); left > 0; left--) {
            inquiries.addValid(day, records);
        }
        for (int left = volume.poisson(expected * traffic.invalidShare()); left > 0; left--) {
            inquiries.addInvalid(day, records);
        }
        for (int left = volume.poisson(expected * traffic.testShare()); left > 0; left--) {
            inquiries.addTest(day, records);
        }
    }

    private double spendNoise() {
        double variance = market.traffic().spendVariation() * market.traffic().spendVariation();
        return variance == 0 ? 1 : volume.gamma(1 / variance, variance);
    }

    private void addSpend(LocalDate day, double spend, double expectedInquiries, MarketRecords records) {
        if (plan.spendRegions().isEmpty()) {
            addSpendRow(day, spend, expectedInquiries, null, records);
            return;
        }
        double weights = Share.totalOf(plan.spendRegions());
        for (Share region : plan.spendRegions()) {
            double part = region.weight() / weights;
            addSpendRow(day, spend * part, expectedInquiries * part, region.value(), records);
        }
    }

    private void addSpendRow(
            LocalDate day, double spend, double expectedInquiries, String region, MarketRecords records) {
        long clicks = clicking.poisson(expectedInquiries / INQUIRIES_PER_CLICK);
        long impressions = clicks + (long) clicking.logNormal(clicks * (1 / CLICKS_PER_IMPRESSION - 1), 0.2);
        BigDecimal amount = Amounts.inCents(spend);
        records.spend().add(new DemoSpend(campaign.externalId(), day, amount, impressions, clicks, region, null, null));
    }
}
