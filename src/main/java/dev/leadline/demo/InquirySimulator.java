package dev.leadline.demo;

import dev.leadline.demo.DemoInquiry.Status;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes the inquiries of one campaign, each with its deals and the status its firm would have given it by now. */
final class InquirySimulator {

    private static final double IN_OFFICE_HOURS = 0.85;
    private static final int OFFICE_OPENS = 8 * 3600;
    private static final int OFFICE_CLOSES = 19 * 3600;
    private static final int DAY = 24 * 3600;

    /** Of those that have not bought, this share is written off sooner or later, after this many days on average. */
    private static final double WRITTEN_OFF = 0.6;

    private static final double DAYS_TO_WRITE_OFF = 40;

    /** Some that bought after having been written off keep their old status. */
    private static final double BOUGHT_BUT_LOST = 0.02;

    private static final int DAYS_NEW = 3;

    private final DemoCampaign campaign;
    private final MarketParameters market;
    private final ProductParameters product;
    private final CampaignParameters plan;
    private final RandomSource random;
    private final DealSimulator deals;
    private final ResponseSimulator responses;
    private int made;

    InquirySimulator(
            DemoCampaign campaign,
            MarketParameters market,
            ProductParameters product,
            CampaignParameters plan,
            ResponseSimulator responses,
            RandomSource random) {
        this.campaign = campaign;
        this.market = market;
        this.product = product;
        this.plan = plan;
        this.responses = responses;
        this.random = random.split();
        this.deals = new DealSimulator(market, product, plan, random.split());
    }

    /** A valid inquiry, which may or may not buy. */
    void addValid(LocalDate day, MarketRecords records) {
        String id = nextId();
        OffsetDateTime receivedAt = timeOn(day);
        List<DemoDeal> known = deals.of(id, receivedAt);
        records.deals().addAll(known);
        records.inquiries().add(inquiry(id, receivedAt, statusOf(day, !known.isEmpty()), false));
    }

    /** A valid inquiry with the scripted order. */
    void addLucky(LuckyOrder lucky, MarketRecords records) {
        String id = nextId();
        OffsetDateTime receivedAt = timeOn(lucky.receivedOn());
        records.deals().addAll(deals.of(id, receivedAt, lucky));
        records.inquiries().add(inquiry(id, receivedAt, Status.QUALIFIED, false));
    }

    /** Spam and the like. */
    void addInvalid(LocalDate day, MarketRecords records) {
        records.inquiries().add(inquiry(nextId(), timeOn(day), Status.INVALID, false));
    }

    /** The firm trying its own form. */
    void addTest(LocalDate day, MarketRecords records) {
        records.inquiries().add(inquiry(nextId(), timeOn(day), Status.NEW, true));
    }

    private String nextId() {
        made++;
        return "inq-" + campaign.externalId().substring("cmp-".length()) + "-" + made;
    }

    private OffsetDateTime timeOn(LocalDate day) {
        int second = random.chance(IN_OFFICE_HOURS)
                ? OFFICE_OPENS + random.below(OFFICE_CLOSES - OFFICE_OPENS)
                : random.below(DAY);
        return day.atStartOfDay()
                .plusSeconds(second)
                .atZone(market.settings().timeZone())
                .toOffsetDateTime();
    }

    private Status statusOf(LocalDate day, boolean bought) {
        double whim = random.uniform();
        long age = ChronoUnit.DAYS.between(day, market.lastDay());
        if (bought) {
            return whim < BOUGHT_BUT_LOST ? Status.LOST : Status.QUALIFIED;
        }
        if (age < DAYS_NEW) {
            return Status.NEW;
        }
        return whim < WRITTEN_OFF * -StrictMath.expm1(-age / DAYS_TO_WRITE_OFF) ? Status.LOST : Status.QUALIFIED;
    }

    private DemoInquiry inquiry(String id, OffsetDateTime receivedAt, Status status, boolean test) {
        Audience audience = market.audience();
        Target target = plan.target();
        String region = plan.spendRegions().isEmpty()
                ? audience.stated(audience.regions(), target.region(), random)
                : random.pick(plan.spendRegions());
        return new DemoInquiry(
                id,
                campaign.externalId(),
                receivedAt,
                region,
                audience.stated(audience.industries(), target.industry(), random),
                audience.stated(audience.marketSegments(), target.marketSegment(), random),
                status,
                test,
                test ? InventedBuyers.TESTER : InventedBuyers.contact(random),
                InventedBuyers.clickIds(campaign.channel(), id),
                InventedBuyers.message(product.name(), random),
                test || status == Status.INVALID ? null : responses.firstResponse(receivedAt));
    }
}
