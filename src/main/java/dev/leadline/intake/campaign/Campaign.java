package dev.leadline.intake.campaign;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A campaign as it is stored.
 *
 * @param region what it targets, as industry and marketSegment
 * @param dailyBudget money a day
 */
@Schema(description = "A campaign.")
public record Campaign(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID id,

        @Schema(examples = "gads-1001") String externalId,
        @Schema(examples = "CNC brackets, Jiangsu") String name,
        @Schema(examples = "google-ads", nullable = true) String channel,
        @Schema(examples = "us-store", nullable = true) String store,
        @Schema(examples = "CNC bracket", nullable = true) String product,
        @Schema(examples = "CNC parts", nullable = true) String category,
        @Schema(examples = "mid", nullable = true) String priceTier,
        @Schema(examples = "Jiangsu", nullable = true) String region,
        @Schema(examples = "Automotive", nullable = true) String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true)
        String marketSegment,

        @Schema(examples = "250", nullable = true) BigDecimal dailyBudget,
        @Schema(examples = "2026-01-05", nullable = true) LocalDate startDate,
        @Schema(examples = "2026-12-31", nullable = true) LocalDate endDate,
        @Schema(examples = "ACTIVE") CampaignStatus status,
        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt,

        @Schema(description = "Other ids that lead to it when a record names it.", examples = "[\"gads 1001\"]")
        List<String> aliases) {

    static Campaign of(CampaignEntity entity) {
        Dimensions dimensions = Dimensions.orNone(entity.dimensions);
        return new Campaign(
                entity.id,
                entity.externalId,
                entity.name,
                entity.channel,
                entity.store,
                entity.product,
                entity.category,
                entity.priceTier,
                dimensions.region(),
                dimensions.industry(),
                dimensions.marketSegment(),
                Amounts.normalised(entity.dailyBudget),
                entity.startDate,
                entity.endDate,
                entity.status,
                entity.recordedAt,
                entity.aliases());
    }
}
