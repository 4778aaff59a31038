package dev.leadline.demo;

import java.time.OffsetDateTime;

/**
 * When a campaign's inquiries were first answered. It has chance of its own, so that the market is the same with and without
 * it; whether an inquiry buys does not hang on it one by one, but a product with poor follow-up is slow in both.
 */
final class ResponseSimulator {

    private static final double RECORDED = 0.85;
    private static final double USUAL_HOURS = 4;
    private static final double SLOW_HOURS = 31;
    private static final double LOG_SD = 1;
    private static final double SECONDS = 3600;

    private final OffsetDateTime end;
    private final double medianHours;
    private final RandomSource random;

    ResponseSimulator(MarketParameters market, ProductParameters product, RandomSource random) {
        this.end = market.lastDay()
                .plusDays(1)
                .atStartOfDay(market.settings().timeZone())
                .toOffsetDateTime();
        this.medianHours = product.story() == Story.POOR_FOLLOW_UP ? SLOW_HOURS : USUAL_HOURS;
        this.random = random;
    }

    /** Null where it has not been answered by the market's end, or nobody wrote it down. */
    OffsetDateTime firstResponse(OffsetDateTime receivedAt) {
        boolean recorded = random.chance(RECORDED);
        long wait = (long) (random.logNormal(medianHours, LOG_SD) * SECONDS);
        OffsetDateTime answered = receivedAt.plusSeconds(wait);
        return recorded && answered.isBefore(end) ? answered : null;
    }
}
