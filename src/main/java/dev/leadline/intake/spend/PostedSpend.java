package dev.leadline.intake.spend;

import dev.leadline.intake.batch.BatchWarning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day's spend as it is stored now that it was posted.
 *
 * @param amount money
 * @param recordedAt when it was last stated otherwise
 */
@Schema(description = "A day's spend of a campaign, as it is stored now.")
record PostedSpend(
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

        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt,

        @Schema(description = "What is stored and yet may be wrong; at most 100 are told.")
        List<BatchWarning> warnings) {

    static PostedSpend of(SpendDay day, List<BatchWarning> warnings) {
        return new PostedSpend(
                day.campaignId(),
                day.day(),
                day.amount(),
                day.impressions(),
                day.clicks(),
                day.region(),
                day.industry(),
                day.marketSegment(),
                day.recordedAt(),
                warnings);
    }
}
