package dev.leadline.intake.campaign;

/** Where a campaign stands. */
public enum CampaignStatus {
    ACTIVE,
    PAUSED,
    ENDED,
    /** Known only because spend or an inquiry named it; nobody has posted it yet. */
    DISCOVERED
}
