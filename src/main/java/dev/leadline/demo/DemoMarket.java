package dev.leadline.demo;

import java.time.LocalDate;
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

    /**
     * The demo market: a maker of custom industrial parts, over the 18 months that end the day before {@code today}.
     * The same seed and day always give an equal market.
     */
    public static DemoMarket simulate(long seed, LocalDate today) {
        return MarketSimulator.simulate(new DemoParameters(today).market(), seed);
    }
}
