package dev.leadline.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The workspace settings of a simulated market.
 *
 * @param currency ISO 4217 code
 * @param timeZone the zone of its days
 * @param targetRoi as a fraction
 * @param horizonDays over which an inquiry's margin is counted
 * @param dealsTrackedFrom the day deal records begin, or null if every deal is recorded
 */
public record MarketSettings(
        String name,
        String currency,
        ZoneId timeZone,
        BigDecimal targetRoi,
        int horizonDays,
        LocalDate dealsTrackedFrom) {}
