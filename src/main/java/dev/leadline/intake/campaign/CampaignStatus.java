package dev.leadline.intake.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a campaign stands. */
@Schema(description = """
                State of a campaign.

                - `ACTIVE`: it runs
                - `PAUSED`: it rests
                - `ENDED`: it is over
                - `DISCOVERED`: spend or an inquiry named it before it was posted; posting it fills it in
                """)
public enum CampaignStatus {
    ACTIVE,
    PAUSED,
    ENDED,
    /** Known only because spend or an inquiry named it; nobody has posted it yet. */
    DISCOVERED
}
