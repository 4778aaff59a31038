package dev.leadline.intake.merge;

import dev.leadline.intake.campaign.Campaign;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a merge did.
 *
 * @param campaign that the records belong to now
 */
@Schema(name = "CampaignMerge", description = "What a merge did. The counts are those of this request.")
record MergeResult(
        Campaign campaign,

        @Schema(description = "Inquiries that moved.", examples = "118")
        long inquiries,

        @Schema(description = "Deals that moved with them.", examples = "6")
        long deals,

        @Schema(description = "Rows of spend that moved.", examples = "31")
        long spendRows,

        @Schema(description = "Those of them that were added to a row of the same day and dimensions.", examples = "12")
        long summed) {}
