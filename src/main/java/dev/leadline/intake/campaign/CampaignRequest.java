package dev.leadline.intake.campaign;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A campaign to be stored.
 *
 * @param externalId its id on the ad platform; unique in the workspace
 * @param name null: the external id
 * @param status null: ACTIVE
 */
@Schema(description = "A campaign to be stored.")
public record CampaignRequest(
        @Schema(
                examples = "gads-1001",
                description = "Its id on the ad platform; unique in the workspace. " + IdText.DESCRIPTION)
        @NotNull
        @IdText
        @Size(max = 200)
        String externalId,

        @Schema(examples = "CNC brackets, Jiangsu", nullable = true, description = "Default: the external id.")
        @Size(max = 200)
        String name,

        @Schema(examples = "google-ads", nullable = true, description = "Where the ads run.") @Size(max = 200)
        String channel,

        @Schema(examples = "us-store", nullable = true, description = "Store or site that sells.") @Size(max = 200)
        String store,

        @Schema(examples = "CNC bracket", nullable = true) @Size(max = 200)
        String product,

        @Schema(examples = "CNC parts", nullable = true) @Size(max = 200)
        String category,

        @Schema(examples = "mid", nullable = true) @Size(max = 200)
        String priceTier,

        @Schema(examples = "Jiangsu", nullable = true, description = "Region it targets.") @Size(max = 200)
        String region,

        @Schema(examples = "Automotive", nullable = true, description = "Industry it targets.") @Size(max = 200)
        String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true, description = "Market segment it targets.")
        @Size(max = 200)
        String marketSegment,

        @Schema(examples = "250", nullable = true, description = "For a day. " + Amounts.DESCRIPTION)
        @DecimalMin("0")
        @DecimalMax(Amounts.MOST)
        BigDecimal dailyBudget,

        @Schema(examples = "2026-01-05", nullable = true, description = "First day, up to 10 years ahead.")
        @EventTime(daysAhead = CampaignDates.DAYS_AHEAD)
        LocalDate startDate,

        @Schema(examples = "2026-12-31", nullable = true, description = "Last day, up to 10 years ahead.")
        @EventTime(daysAhead = CampaignDates.DAYS_AHEAD)
        LocalDate endDate,

        @Schema(
                examples = "ACTIVE",
                nullable = true,
                description = "Default: ACTIVE. DISCOVERED is set by the service.")
        CampaignStatus status)
        implements IntakeRequest<CampaignRequest> {

    @Override
    public CampaignRequest normalised(Supplier<ZoneId> zone) {
        return new CampaignRequest(
                CleanText.normalised(externalId),
                CleanText.normalised(name),
                CleanText.normalised(channel),
                CleanText.normalised(store),
                CleanText.normalised(product),
                CleanText.normalised(category),
                CleanText.normalised(priceTier),
                CleanText.normalised(region),
                CleanText.normalised(industry),
                CleanText.normalised(marketSegment),
                Amounts.normalised(dailyBudget),
                startDate,
                endDate,
                status);
    }

    @Override
    public boolean losesDecimals() {
        return Amounts.isRounded(dailyBudget);
    }

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(CampaignDates.faults(startDate, endDate));
        if (status == CampaignStatus.DISCOVERED) {
            faults.add(FieldError.at("/status", "must be ACTIVE, PAUSED or ENDED; DISCOVERED is set by the service"));
        }
        return faults;
    }

    Dimensions dimensions() {
        return new Dimensions(region, industry, marketSegment);
    }
}
