package dev.leadline.intake.spend;

import dev.leadline.intake.record.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day's spend as it is stored.
 *
 * @param amount money
 * @param recordedAt when it was last stated otherwise
 */
@Schema(description = "A day's spend of a campaign.")
public record SpendDay(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID campaignId,

        @Schema(examples = "2026-11-20") LocalDate day,
        @Schema(examples = "184.35") BigDecimal amount,
        @Schema(examples = "5200", nullable = true) Long impressions,
        @Schema(examples = "96", nullable = true) Long clicks,
        @Schema(examples = "Jiangsu", nullable = true) String region,
        @Schema(examples = "Automotive", nullable = true) String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true)
        String marketSegment,

        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt) {

    static SpendDay of(SpendKey key, BigDecimal amount, Long impressions, Long clicks, Instant recordedAt) {
        Dimensions dimensions = key.dimensions();
        return new SpendDay(
                key.campaignId(),
                key.day(),
                amount,
                impressions,
                clicks,
                dimensions.region(),
                dimensions.industry(),
                dimensions.marketSegment(),
                recordedAt);
    }

    SpendKey key() {
        return new SpendKey(campaignId, day, dimensions());
    }

    Dimensions dimensions() {
        return new Dimensions(region, industry, marketSegment);
    }

    /** Whether the row states what is stored already. */
    boolean says(SpendRequest request) {
        return amount.compareTo(request.amount()) == 0
                && Objects.equals(impressions, request.impressions())
                && Objects.equals(clicks, request.clicks());
    }
}
