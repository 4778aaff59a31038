package dev.leadline.intake.spend;

import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.Dimensions;
import java.time.LocalDate;

/** What a request says of one key: one row, or the sum of several. */
record SpendDraft(Named key, SpendFigures figures) {

    /** The key as rows name it: the same campaign may be named in two ways. */
    record Named(CampaignReference campaign, LocalDate day, Dimensions dimensions) {

        /** Odd, and in no simple ratio. */
        private static final int SPREAD = 0x9E3779B9;

        private static final int OTHER_SPREAD = 0x85EBCA6B;

        /** The usual one is the same of campaign 1 in region 2 and of campaign 2 in region 1, and of thousands of keys of a report. */
        @Override
        public int hashCode() {
            return campaign.hashCode() * SPREAD + day.hashCode() * OTHER_SPREAD + dimensions.hashCode();
        }
    }

    /** @param request valid and normalised */
    static SpendDraft of(SpendRequest request) {
        return new SpendDraft(
                new Named(request.campaign(), request.day(), request.dimensions()),
                new SpendFigures(request.amount(), request.impressions(), request.clicks()));
    }

    SpendDraft with(SpendFigures others) {
        return new SpendDraft(key, others);
    }

    CampaignReference campaign() {
        return key.campaign();
    }
}
