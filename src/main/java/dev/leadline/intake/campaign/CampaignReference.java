package dev.leadline.intake.campaign;

import dev.leadline.platform.problem.FieldError;
import java.util.List;
import java.util.UUID;

/**
 * How a record names its campaign: by one of its two ids.
 *
 * @param id ours; or null
 * @param externalId the ad platform's; or null
 */
public record CampaignReference(UUID id, String externalId) {

    /** The fault of a reference that names no campaign, or that names it twice. */
    public List<FieldError> faults() {
        if (id == null && externalId == null) {
            return List.of(FieldError.at("/campaignExternalId", "is required unless campaignId is given"));
        }
        if (id != null && externalId != null) {
            return List.of(FieldError.at("/campaignExternalId", "must not be given together with campaignId"));
        }
        return List.of();
    }

    /** The fault of a reference to a campaign that is not there. */
    public FieldError unknown() {
        return FieldError.at("/campaignId", "is not the id of a campaign in this workspace");
    }
}
