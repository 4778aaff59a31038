package dev.leadline.intake.spend;

import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day's spend to be stored, or stated anew. Campaign, day and the dimensions named are its key.
 *
 * @param region null where the cost is known for the campaign as a whole; as industry and marketSegment
 */
@Schema(
        description =
                "A day's spend of a campaign. Campaign, day and the dimensions named are its key: the same key in another request"
                        + " replaces it.")
public record SpendRequest(
        @Schema(
                examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b",
                nullable = true,
                description = "This or campaignExternalId.")
        UUID campaignId,

        @Schema(
                examples = "gads-1001",
                nullable = true,
                description = "The campaign's id on the ad platform. " + IdText.DESCRIPTION)
        @IdText
        @Size(max = 200)
        String campaignExternalId,

        @Schema(examples = "2026-11-20") @NotNull @EventTime LocalDate day,

        @Schema(examples = "184.35", description = Amounts.DESCRIPTION)
        @NotNull
        @DecimalMin("0")
        @DecimalMax(Amounts.MOST)
        BigDecimal amount,

        @Schema(examples = "5200", nullable = true) @Min(0) @Max(SpendFigures.MOST_EVENTS)
        Long impressions,

        @Schema(examples = "96", nullable = true) @Min(0) @Max(SpendFigures.MOST_EVENTS)
        Long clicks,

        @Schema(nullable = true, examples = "Jiangsu", description = "Part of the key; makes the region's cost direct.")
        @Size(max = 200)
        String region,

        @Schema(nullable = true, description = "Part of the key.", examples = "Automotive") @Size(max = 200)
        String industry,

        @Schema(nullable = true, description = "Part of the key.", examples = "Tier-1 suppliers") @Size(max = 200)
        String marketSegment)
        implements IntakeRequest<SpendRequest> {

    @Override
    public SpendRequest normalised(Supplier<ZoneId> zone) {
        return new SpendRequest(
                campaignId,
                CleanText.normalised(campaignExternalId),
                day,
                Amounts.normalised(amount),
                impressions,
                clicks,
                CleanText.normalised(region),
                CleanText.normalised(industry),
                CleanText.normalised(marketSegment));
    }

    @Override
    public boolean losesDecimals() {
        return Amounts.isRounded(amount);
    }

    @Override
    public List<FieldError> faults() {
        return campaign().faults();
    }

    Dimensions dimensions() {
        return new Dimensions(region, industry, marketSegment);
    }

    CampaignReference campaign() {
        return new CampaignReference(campaignId, campaignExternalId);
    }
}
