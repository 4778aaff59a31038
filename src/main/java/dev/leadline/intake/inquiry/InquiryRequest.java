package dev.leadline.intake.inquiry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.json.NowIfAbsent;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inquiry to be stored.
 *
 * @param source where it comes from, in whose numbering externalId is unique; null: api
 * @param receivedAt null: now
 * @param region null: what the campaign targets; as industry and marketSegment
 * @param status null: NEW
 * @param test null: false
 * @param firstRespondedAt null: not answered yet, or not known
 */
@Schema(description = "An inquiry to be stored.")
public record InquiryRequest(
        @Schema(
                examples = "website-form",
                nullable = true,
                description = "Where it comes from, in whose numbering externalId is unique. Default: api.")
        @Size(max = 100)
        String source,

        @Schema(examples = "form-20931", description = "Its id at its source. " + IdText.DESCRIPTION)
        @NotNull
        @IdText
        @Size(max = 200)
        String externalId,

        @Schema(
                examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b",
                nullable = true,
                description = "This or campaignExternalId.")
        UUID campaignId,

        @Schema(
                examples = "gads-1001",
                nullable = true,
                description = "The campaign's id on the ad platform; one not known yet is made. " + IdText.DESCRIPTION)
        @IdText
        @Size(max = 200)
        String campaignExternalId,

        @Schema(
                examples = "2026-11-20T14:03:00+08:00",
                description = "Default, if the field is left out: now. " + GivenTime.DESCRIPTION)
        @JsonDeserialize(using = NowIfAbsent.class)
        @EventTime
        GivenTime receivedAt,

        @Schema(examples = "Jiangsu", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String region,

        @Schema(examples = "Automotive", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String marketSegment,

        @Schema(examples = "NEW", nullable = true, description = "Default: NEW.")
        InquiryStatus status,

        @Schema(
                examples = "false",
                nullable = true,
                description = "Whether it is a test; counted in no metric. Default: false.")
        Boolean test,

        @Schema(nullable = true) @Valid Contact contact,

        @Schema(nullable = true, description = ClickIds.DESCRIPTION, examples = "{\"gclid\": \"EAIaIQobChMI8f\"}")
        @Size(max = ClickIds.MOST)
        Map<@NotBlank @Size(max = ClickIds.LONGEST_NAME) String, @Size(max = ClickIds.LONGEST_VALUE) String> clickIds,

        @Schema(examples = "We need 5,000 brackets in 6061-T6, drawing attached.", nullable = true)
        @Size(max = InquiryRequest.LONGEST_MESSAGE)
        String message,

        @Schema(examples = "2026-11-20T16:45:00+08:00", nullable = true, description = FirstResponse.DESCRIPTION)
        @EventTime
        GivenTime firstRespondedAt)
        implements IntakeRequest<InquiryRequest> {

    static final int LONGEST_MESSAGE = 10_000;

    @Override
    public InquiryRequest normalised(Supplier<ZoneId> zone) {
        return new InquiryRequest(
                CleanText.normalised(source),
                CleanText.normalised(externalId),
                campaignId,
                CleanText.normalised(campaignExternalId),
                GivenTime.in(zone, receivedAt),
                CleanText.normalised(region),
                CleanText.normalised(industry),
                CleanText.normalised(marketSegment),
                status,
                test,
                Contact.normalised(contact),
                ClickIds.normalised(clickIds),
                CleanText.normalised(message),
                GivenTime.in(zone, firstRespondedAt));
    }

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(campaign().faults());
        faults.addAll(FirstResponse.faults(firstRespondedAt, receivedAt));
        return faults;
    }

    CampaignReference campaign() {
        return new CampaignReference(campaignId, campaignExternalId);
    }

    InquiryKey key() {
        return InquiryKey.of(source, externalId);
    }

    Dimensions dimensions() {
        return new Dimensions(region, industry, marketSegment);
    }
}
