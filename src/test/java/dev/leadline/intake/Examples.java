package dev.leadline.intake;

import dev.leadline.testing.Fields;

/** Valid requests of each kind, for tests to vary. */
public final class Examples {

    private Examples() {}

    public static Fields campaign(String externalId) {
        return Fields.of(
                "externalId", quoted(externalId),
                "name", "\"Brackets, Jiangsu\"",
                "channel", "\"google-ads\"",
                "store", "\"us-store\"",
                "product", "\"CNC bracket\"",
                "category", "\"CNC parts\"",
                "priceTier", "\"mid\"",
                "region", "\"Jiangsu\"",
                "industry", "\"Automotive\"",
                "marketSegment", "\"Tier-1\"",
                "dailyBudget", "250.5",
                "startDate", "\"2025-01-05\"",
                "endDate", "\"2025-12-31\"",
                "status", "\"PAUSED\"");
    }

    public static Fields spend(String campaign, String day) {
        return Fields.of(
                "campaignExternalId", quoted(campaign),
                "day", quoted(day),
                "amount", "184.35",
                "impressions", "5200",
                "clicks", "96");
    }

    public static Fields inquiry(String externalId) {
        return Fields.of(
                "externalId", quoted(externalId),
                "campaignExternalId", "\"gads-1\"",
                "receivedAt", "\"2025-03-10T12:00:00Z\"");
    }

    /** Of the inquiry of the same external id. */
    public static Fields deal(String externalId, String inquiry) {
        return Fields.of(
                "externalId", quoted(externalId),
                "inquiryExternalId", quoted(inquiry),
                "closedAt", "\"2025-04-02T09:30:00Z\"",
                "revenue", "1000",
                "margin", "350");
    }

    public static String quoted(String text) {
        return '"' + text + '"';
    }
}
