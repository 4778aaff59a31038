package dev.leadline.intake.campaign;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.Merged;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.json.IdTexts;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a campaign can be changed; the form that a merge patch is applied to. */
@Schema(description = "Fields of a campaign to change; what is not named stays as it is, null removes.")
record CampaignUpdate(
        @Schema(examples = "CNC brackets, Jiangsu") @NotNull @Size(max = 200)
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

        @Schema(examples = "PAUSED") @NotNull(message = "must be one of ACTIVE, PAUSED, ENDED")
        CampaignStatus status,

        @Schema(
                examples = "[\"gads 1001\"]",
                nullable = true,
                description =
                        "Other ids that lead to it when a record names it, all of them; null or none: it has no other. "
                                + IdText.DESCRIPTION)
        @IdTexts
        @Size(max = 100)
        List<@NotNull(message = "must not be empty") @Size(max = 200) String> aliases)
        implements IntakeRequest<CampaignUpdate> {

    static CampaignUpdate of(CampaignEntity entity) {
        Dimensions dimensions = Dimensions.orNone(entity.dimensions);
        return new CampaignUpdate(
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
                entity.aliases());
    }

    /** What a post gives; null is not given. */
    static CampaignUpdate of(CampaignRequest request) {
        return new CampaignUpdate(
                request.name(),
                request.channel(),
                request.store(),
                request.product(),
                request.category(),
                request.priceTier(),
                request.region(),
                request.industry(),
                request.marketSegment(),
                request.dailyBudget(),
                request.startDate(),
                request.endDate(),
                request.status(),
                null);
    }

    /** The same with what is given of another one in its place; null is not given. */
    CampaignUpdate with(CampaignUpdate given) {
        return new CampaignUpdate(
                Merged.of(given.name, name),
                Merged.of(given.channel, channel),
                Merged.of(given.store, store),
                Merged.of(given.product, product),
                Merged.of(given.category, category),
                Merged.of(given.priceTier, priceTier),
                Merged.of(given.region, region),
                Merged.of(given.industry, industry),
                Merged.of(given.marketSegment, marketSegment),
                Merged.of(given.dailyBudget, dailyBudget),
                Merged.of(given.startDate, startDate),
                Merged.of(given.endDate, endDate),
                Merged.of(given.status, status),
                Merged.of(given.aliases, aliases));
    }

    /**
     * The same as it is stored if nothing was there.
     *
     * @param externalId of the campaign
     * @param aliases of the campaign, which no post gives
     */
    CampaignUpdate withDefaults(String externalId, List<String> aliases) {
        return new CampaignUpdate(
                Merged.of(name, externalId),
                channel,
                store,
                product,
                category,
                priceTier,
                region,
                industry,
                marketSegment,
                dailyBudget,
                startDate,
                endDate,
                Merged.of(status, CampaignStatus.ACTIVE),
                aliases);
    }

    void applyTo(CampaignEntity entity) {
        entity.name = name;
        entity.channel = channel;
        entity.store = store;
        entity.product = product;
        entity.category = category;
        entity.priceTier = priceTier;
        entity.dimensions = new Dimensions(region, industry, marketSegment);
        entity.dailyBudget = dailyBudget;
        entity.startDate = startDate;
        entity.endDate = endDate;
        entity.status = status;
        entity.aliases = aliases.isEmpty() ? null : aliases.toArray(String[]::new);
    }

    @Override
    public CampaignUpdate normalised(Supplier<ZoneId> zone) {
        return new CampaignUpdate(
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
                status,
                normalised(aliases));
    }

    /** In their order, each once. */
    private static List<String> normalised(List<String> aliases) {
        return aliases == null
                ? List.of()
                : aliases.stream()
                        .map(CleanText::normalised)
                        .distinct()
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList();
    }

    @Override
    public List<FieldError> faults() {
        return CampaignDates.faults(startDate, endDate);
    }
}
