package dev.leadline.demo;

import java.util.List;

/**
 * One product and its campaigns.
 *
 * @param conversionRate share of valid inquiries that ever order, cancelled orders included
 * @param luckyOrder a scripted order on its first campaign, or null
 */
public record ProductParameters(
        String name,
        String category,
        String priceTier,
        Story story,
        double conversionRate,
        DealTiming timing,
        OrderParameters orders,
        LuckyOrder luckyOrder,
        List<CampaignParameters> campaigns) {

    public ProductParameters {
        campaigns = List.copyOf(campaigns);
        Checks.require(!campaigns.isEmpty(), "a product needs a campaign");
        for (CampaignParameters campaign : campaigns) {
            Checks.requireShare(conversionRate * campaign.conversionFactor(), "conversion");
        }
    }
}
