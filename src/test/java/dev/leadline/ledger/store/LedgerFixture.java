package dev.leadline.ledger.store;

import dev.leadline.demo.DemoCampaign;
import dev.leadline.demo.DemoDeal;
import dev.leadline.demo.DemoInquiry;
import dev.leadline.demo.DemoMarket;
import dev.leadline.ledger.Dimension;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Builds ledgers in plain Java, from the records that the tables would hold. {@link #asOf} cuts as {@link LedgerReader} does:
 * by the days of events.
 */
public final class LedgerFixture {

    private record Campaign(UUID id, String name, String[] values) {}

    private record Inquiries(UUID campaign, LocalDate day, String[] own, long valid, long invalid) {}

    private record Spend(UUID campaign, LocalDate day, String[] named, BigDecimal amount) {}

    private record Answer(UUID campaign, LocalDate day, String[] own, LocalDate answered, double hours) {}

    private record Deal(
            UUID campaign,
            String[] own,
            String inquiry,
            LocalDate cohortDay,
            LocalDate closedDay,
            LocalDate cancelledDay,
            BigDecimal revenue,
            BigDecimal margin) {}

    /** What an inquiry says of itself, or a spend row names; null where it says nothing. */
    public record Own(String region, String industry, String marketSegment) {

        public static final Own NOTHING = new Own(null, null, null);

        public static Own region(String region) {
            return new Own(region, null, null);
        }

        private String[] texts() {
            return new String[] {region, industry, marketSegment};
        }
    }

    private final Map<String, Campaign> campaigns = new LinkedHashMap<>();
    private final List<Inquiries> inquiries = new ArrayList<>();
    private final List<Spend> spend = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private int anonymous;

    /** A campaign's id in segments. */
    public static String idOf(String campaign) {
        return id(campaign).toString();
    }

    private static UUID id(String campaign) {
        return UUID.nameUUIDFromBytes(campaign.getBytes(StandardCharsets.UTF_8));
    }

    /** @param values what its record says and what it targets, by dimension; the campaign's own is not among them */
    public LedgerFixture campaign(String name, Map<Dimension, String> values) {
        String[] texts = new String[Dimension.values().length];
        values.forEach((dimension, value) -> texts[dimension.ordinal()] = value);
        texts[Dimension.CAMPAIGN.ordinal()] = idOf(name);
        campaigns.put(name, new Campaign(id(name), name, texts));
        return this;
    }

    public LedgerFixture campaign(String name) {
        return campaign(name, new EnumMap<>(Dimension.class));
    }

    public LedgerFixture inquiries(String campaign, LocalDate day, long valid) {
        return inquiries(campaign, day, Own.NOTHING, valid, 0);
    }

    public LedgerFixture inquiries(String campaign, LocalDate day, Own own, long valid, long invalid) {
        inquiries.add(new Inquiries(id(campaign), day, own.texts(), valid, invalid));
        return this;
    }

    /** First answers, so many hours after the inquiries of a day came in at its beginning. */
    public LedgerFixture answered(String campaign, LocalDate day, Own own, double... hours) {
        for (double wait : hours) {
            answers.add(new Answer(id(campaign), day, own.texts(), day.plusDays((long) (wait / 24)), wait));
        }
        return this;
    }

    public LedgerFixture spend(String campaign, LocalDate day, String amount) {
        return spend(campaign, day, Own.NOTHING, amount);
    }

    public LedgerFixture spend(String campaign, LocalDate day, Own named, String amount) {
        spend.add(new Spend(id(campaign), day, named.texts(), new BigDecimal(amount)));
        return this;
    }

    /** A deal of an inquiry that has no other. Its revenue is twice its margin. */
    public LedgerFixture deal(String campaign, LocalDate cohortDay, int lag, String margin) {
        return deal(campaign, Own.NOTHING, "inquiry " + anonymous++, cohortDay, lag, margin, null);
    }

    /** @param inquiry deals of the same name are of the same inquiry; {@code cancelledDay} is null unless cancelled */
    public LedgerFixture deal(
            String campaign,
            Own own,
            String inquiry,
            LocalDate cohortDay,
            int lag,
            String margin,
            LocalDate cancelledDay) {
        BigDecimal amount = new BigDecimal(margin);
        deals.add(new Deal(
                id(campaign),
                own.texts(),
                inquiry,
                cohortDay,
                cohortDay.plusDays(lag),
                cancelledDay,
                amount.abs().multiply(BigDecimal.valueOf(2)),
                amount));
        return this;
    }

    /** The records of a simulated market; its invalid inquiries count as such and their deals not at all. */
    public static LedgerFixture of(DemoMarket market) {
        LedgerFixture fixture = new LedgerFixture();
        for (DemoCampaign campaign : market.campaigns()) {
            Map<Dimension, String> values = new EnumMap<>(Dimension.class);
            values.put(Dimension.CHANNEL, campaign.channel());
            values.put(Dimension.STORE, campaign.store());
            values.put(Dimension.PRODUCT, campaign.product());
            values.put(Dimension.CATEGORY, campaign.category());
            values.put(Dimension.PRICE_TIER, campaign.priceTier());
            values.put(Dimension.REGION, campaign.region());
            values.put(Dimension.INDUSTRY, campaign.industry());
            values.put(Dimension.MARKET_SEGMENT, campaign.marketSegment());
            fixture.campaign(campaign.externalId(), values);
        }
        market.spend()
                .forEach(row -> fixture.spend(
                        row.campaignExternalId(),
                        row.day(),
                        new Own(row.region(), row.industry(), row.marketSegment()),
                        row.amount().toPlainString()));
        Map<String, DemoInquiry> byId = new HashMap<>();
        for (DemoInquiry inquiry : market.inquiries()) {
            byId.put(inquiry.externalId(), inquiry);
            fixture.inquiries(
                    inquiry.campaignExternalId(),
                    inquiry.receivedAt().toLocalDate(),
                    own(inquiry),
                    inquiry.valid() ? 1 : 0,
                    inquiry.valid() ? 0 : 1);
            if (inquiry.firstRespondedAt() != null) {
                fixture.answers.add(new Answer(
                        id(inquiry.campaignExternalId()),
                        inquiry.receivedAt().toLocalDate(),
                        own(inquiry).texts(),
                        inquiry.firstRespondedAt().toLocalDate(),
                        Duration.between(inquiry.receivedAt(), inquiry.firstRespondedAt())
                                        .toSeconds()
                                / 3600.0));
            }
        }
        for (DemoDeal deal : market.deals()) {
            DemoInquiry inquiry = byId.get(deal.inquiryExternalId());
            if (inquiry.valid()) {
                fixture.deals.add(new Deal(
                        id(inquiry.campaignExternalId()),
                        own(inquiry).texts(),
                        inquiry.externalId(),
                        inquiry.receivedAt().toLocalDate(),
                        deal.closedAt().toLocalDate(),
                        deal.cancelledAt() == null ? null : deal.cancelledAt().toLocalDate(),
                        deal.revenue(),
                        deal.margin()));
            }
        }
        return fixture;
    }

    private static Own own(DemoInquiry inquiry) {
        return new Own(inquiry.region(), inquiry.industry(), inquiry.marketSegment());
    }

    /** The ledger as of the end of a day. */
    public Ledger asOf(LocalDate asOf) {
        LocalDate first = asOf;
        for (Inquiries row : inquiries) {
            first = row.day().isBefore(first) ? row.day() : first;
        }
        for (Spend row : spend) {
            first = row.day().isBefore(first) ? row.day() : first;
        }
        LedgerBuilder builder = new LedgerBuilder(first, asOf);
        campaigns.values().forEach(c -> builder.campaign(c.id(), c.name(), c.values()));
        inquiries.stream()
                .filter(row -> !row.day().isAfter(asOf))
                .forEach(row -> builder.inquiries(row.campaign(), row.day(), row.own(), row.valid(), row.invalid()));
        answers.stream()
                .filter(row -> !row.day().isAfter(asOf))
                .forEach(row -> builder.answer(row.campaign(), row.day(), row.own(), row.answered(), row.hours()));
        spend.stream()
                .filter(row -> !row.day().isAfter(asOf))
                .forEach(row -> builder.spend(row.campaign(), row.day(), row.named(), row.amount()));
        deals.stream()
                .filter(deal ->
                        !deal.cohortDay().isAfter(asOf) && !deal.closedDay().isAfter(asOf))
                .sorted(Comparator.comparing(Deal::inquiry).thenComparing(Deal::closedDay))
                .forEach(deal -> builder.deal(
                        deal.campaign(),
                        deal.own(),
                        id(deal.inquiry()),
                        deal.cohortDay(),
                        Math.toIntExact(ChronoUnit.DAYS.between(deal.cohortDay(), deal.closedDay())),
                        deal.closedDay(),
                        deal.cancelledDay(),
                        deal.revenue(),
                        deal.margin()));
        return builder.build();
    }
}
