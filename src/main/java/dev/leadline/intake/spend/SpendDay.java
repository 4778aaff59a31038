package dev.leadline.intake.spend;

import dev.leadline.intake.record.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

    static SpendDay of(SpendRow row) {
        SpendFigures figures = row.figures();
        Dimensions dimensions = row.key().dimensions();
        return new SpendDay(
                row.key().campaignId(),
                row.key().day(),
                figures.amount(),
                figures.impressions(),
                figures.clicks(),
                dimensions.region(),
                dimensions.industry(),
                dimensions.marketSegment(),
                row.recordedAt());
    }
}
