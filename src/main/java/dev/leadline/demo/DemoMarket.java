package dev.leadline.demo;

import java.util.List;

/**
 * The records of a simulated market, as its firm would post them by the end of the market's last day, and the truth
 * behind them. Campaigns come in the order of the parameters, spend by day, inquiries by the time received, deals by
 * the time closed.
 */
public record DemoMarket(
        MarketSettings settings,
        List<DemoCampaign> campaigns,
        List<DemoSpend> spend,
        List<DemoInquiry> inquiries,
        List<DemoDeal> deals,
        MarketTruth truth) {

    public DemoMarket {
        campaigns = List.copyOf(campaigns);
        spend = List.copyOf(spend);
        inquiries = List.copyOf(inquiries);
        deals = List.copyOf(deals);
    }
}
