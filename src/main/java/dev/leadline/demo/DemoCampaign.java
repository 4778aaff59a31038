package dev.leadline.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A campaign as a firm would post it; the members are the API's. {@code region}, {@code industry} and
 * {@code marketSegment} are what it targets, null where it targets nobody in particular; {@code endDate} is null while
 * no end is planned.
 */
public record DemoCampaign(
        String externalId,
        String name,
        String channel,
        String store,
        String product,
        String category,
        String priceTier,
        String region,
        String industry,
        String marketSegment,
        BigDecimal dailyBudget,
        LocalDate startDate,
        LocalDate endDate,
        Status status) {

    /** As of the market's last day. */
    public enum Status {
        ACTIVE,
        PAUSED,
        ENDED
    }
}
