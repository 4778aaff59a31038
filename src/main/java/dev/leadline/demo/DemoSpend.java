package dev.leadline.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a campaign spent on a day; {@code region}, {@code industry} and {@code marketSegment} are null where the row
 * does not name them.
 */
public record DemoSpend(
        String campaignExternalId,
        LocalDate day,
        BigDecimal amount,
        long impressions,
        long clicks,
        String region,
        String industry,
        String marketSegment) {}
