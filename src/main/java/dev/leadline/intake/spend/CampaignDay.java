package dev.leadline.intake.spend;

import java.time.LocalDate;
import java.util.UUID;

/** A day of a campaign, of which there may be spend as a whole and by its parts. */
record CampaignDay(UUID campaignId, LocalDate day) {

    static CampaignDay of(SpendKey key) {
        return new CampaignDay(key.campaignId(), key.day());
    }
}
