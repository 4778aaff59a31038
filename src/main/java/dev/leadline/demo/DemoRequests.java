package dev.leadline.demo;

import dev.leadline.intake.campaign.CampaignRequest;
import dev.leadline.intake.campaign.CampaignStatus;
import dev.leadline.intake.deal.DealRequest;
import dev.leadline.intake.deal.DealStatus;
import dev.leadline.intake.inquiry.Contact;
import dev.leadline.intake.inquiry.InquiryRequest;
import dev.leadline.intake.inquiry.InquiryStatus;
import dev.leadline.intake.spend.SpendRequest;
import dev.leadline.platform.time.GivenTime;
import java.time.OffsetDateTime;

/** The demo market's records as requests of the intake. */
final class DemoRequests {

    private static final String SOURCE = "website";

    private DemoRequests() {}

    static CampaignRequest of(DemoCampaign campaign) {
        return new CampaignRequest(
                campaign.externalId(),
                campaign.name(),
                campaign.channel(),
                campaign.store(),
                campaign.product(),
                campaign.category(),
                campaign.priceTier(),
                campaign.region(),
                campaign.industry(),
                campaign.marketSegment(),
                campaign.dailyBudget(),
                campaign.startDate(),
                campaign.endDate(),
                CampaignStatus.valueOf(campaign.status().name()));
    }

    static SpendRequest of(DemoSpend spend) {
        return new SpendRequest(
                null,
                spend.campaignExternalId(),
                spend.day(),
                spend.amount(),
                spend.impressions(),
                spend.clicks(),
                spend.region(),
                spend.industry(),
                spend.marketSegment());
    }

    static InquiryRequest of(DemoInquiry inquiry) {
        DemoInquiry.Contact contact = inquiry.contact();
        return new InquiryRequest(
                SOURCE,
                inquiry.externalId(),
                null,
                inquiry.campaignExternalId(),
                GivenTime.of(inquiry.receivedAt()),
                inquiry.region(),
                inquiry.industry(),
                inquiry.marketSegment(),
                InquiryStatus.valueOf(inquiry.status().name()),
                inquiry.test(),
                contact == null
                        ? null
                        : new Contact(contact.name(), contact.email(), contact.phone(), contact.company()),
                inquiry.clickIds(),
                inquiry.message(),
                time(inquiry.firstRespondedAt()));
    }

    static DealRequest of(DemoDeal deal) {
        return new DealRequest(
                deal.externalId(),
                null,
                SOURCE,
                deal.inquiryExternalId(),
                GivenTime.of(deal.closedAt()),
                deal.revenue(),
                deal.margin(),
                DealStatus.valueOf(deal.status().name()),
                time(deal.cancelledAt()),
                null,
                null);
    }

    private static GivenTime time(OffsetDateTime time) {
        return time == null ? null : GivenTime.of(time);
    }
}
