package dev.leadline.intake.merge;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.problem.FieldError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to merge into a campaign.
 *
 * @param externalId of the campaign that is the same one
 */
@Schema(name = "CampaignMergeRequest", description = "The campaign that is the same one under another id.")
record MergeRequest(
        @Schema(
                examples = "GADS 1001",
                description =
                        "Its id on the ad platform. It must be DISCOVERED, or not be there. " + IdText.DESCRIPTION)
        @NotNull
        @IdText
        @Size(max = 200)
        String externalId)
        implements IntakeRequest<MergeRequest> {

    @Override
    public MergeRequest normalised(Supplier<ZoneId> zone) {
        return new MergeRequest(CleanText.normalised(externalId));
    }

    @Override
    public List<FieldError> faults() {
        return List.of();
    }
}
