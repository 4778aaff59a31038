package dev.leadline.demo;

import dev.leadline.demo.DemoDeal.Status;
import dev.leadline.platform.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Decides whether an inquiry buys, when, and for how much; tells only what the firm's records know by now. */
final class DealSimulator {

    private static final int OFFICE_OPENS = 9 * 3600;
    private static final int OFFICE_HOURS = 9 * 3600;

    /** The margin rate of an order not at a loss lies within this share of its mean. */
    private static final double MARGIN_SPREAD = 0.15;

    private final MarketParameters market;
    private final OrderParameters orders;
    private final DealTiming timing;
    private final double conversion;
    private final RandomSource random;

    DealSimulator(MarketParameters market, ProductParameters product, CampaignParameters plan, RandomSource random) {
        this.market = market;
        this.orders = product.orders();
        this.timing = product.timing();
        this.conversion = product.conversionRate() * plan.conversionFactor();
        this.random = random;
    }

    /** The deals of an inquiry, closed within the tracked days; often none. */
    List<DemoDeal> of(String inquiryId, OffsetDateTime receivedAt) {
        if (!random.chance(conversion)) {
            return List.of();
        }
        List<DemoDeal> deals = new ArrayList<>();
        OffsetDateTime closedAt = closing(receivedAt, (int) Math.min(timing.draw(random), Integer.MAX_VALUE));
        boolean cancelled = random.chance(orders.cancelledShare());
        OffsetDateTime cancelledAt = cancelled ? later(closedAt, orders.cancellationDays()) : null;
        addKnown(deals, deal(inquiryId, 1, closedAt, drawRevenue(), cancelledAt));
        if (!cancelled && random.chance(orders.repeatShare())) {
            OffsetDateTime repeatedAt = later(closedAt, orders.repeatDays());
            addKnown(deals, deal(inquiryId, 2, repeatedAt, drawRevenue(), null));
        }
        return deals;
    }

    /** The scripted deal, if it lies within the tracked days. */
    List<DemoDeal> of(String inquiryId, OffsetDateTime receivedAt, LuckyOrder lucky) {
        List<DemoDeal> deals = new ArrayList<>();
        BigDecimal revenue = Amounts.inCents(lucky.revenue());
        BigDecimal margin = Amounts.inCents(lucky.revenue() * orders.marginRate());
        OffsetDateTime closedAt = closing(receivedAt, lucky.lagDays());
        addKnown(deals, new DemoDeal(dealId(inquiryId, 1), inquiryId, closedAt, revenue, margin, Status.WON, null));
        return deals;
    }

    /** A time on the day {@code lag} days after the inquiry's; on its own day, between the inquiry and midnight. */
    private OffsetDateTime closing(OffsetDateTime receivedAt, int lag) {
        ZoneId zone = market.settings().timeZone();
        if (lag > 0) {
            return officeTimeOn(receivedAt.toLocalDate().plusDays(lag));
        }
        OffsetDateTime midnight =
                receivedAt.toLocalDate().plusDays(1).atStartOfDay(zone).toOffsetDateTime();
        return receivedAt.plusSeconds(random.below((int) ChronoUnit.SECONDS.between(receivedAt, midnight)));
    }

    /** One or more days later, by an exponential delay. */
    private OffsetDateTime later(OffsetDateTime time, double meanDays) {
        return officeTimeOn(time.toLocalDate().plusDays(1 + (long) random.exponential(meanDays)));
    }

    private OffsetDateTime officeTimeOn(LocalDate day) {
        return day.atStartOfDay()
                .plusSeconds(OFFICE_OPENS + random.below(OFFICE_HOURS))
                .atZone(market.settings().timeZone())
                .toOffsetDateTime();
    }

    private double drawRevenue() {
        return random.logNormal(orders.medianRevenue(), orders.logSd());
    }

    private DemoDeal deal(
            String inquiryId, int number, OffsetDateTime closedAt, double revenue, OffsetDateTime cancelledAt) {
        double spread = 1 + MARGIN_SPREAD * (2 * random.uniform() - 1);
        double rate = random.chance(orders.lossShare()) ? -orders.lossRate() : orders.marginRate() * spread;
        boolean knownCancelled =
                cancelledAt != null && !cancelledAt.toLocalDate().isAfter(market.lastDay());
        return new DemoDeal(
                dealId(inquiryId, number),
                inquiryId,
                closedAt,
                Amounts.inCents(revenue),
                Amounts.inCents(revenue * rate),
                knownCancelled ? Status.CANCELLED : Status.WON,
                knownCancelled ? cancelledAt : null);
    }

    private static String dealId(String inquiryId, int number) {
        return "ord-" + inquiryId.substring("inq-".length()) + "-" + number;
    }

    private void addKnown(List<DemoDeal> deals, DemoDeal deal) {
        LocalDate closed = deal.closedAt().toLocalDate();
        LocalDate trackedFrom = market.settings().dealsTrackedFrom();
        boolean tracked = trackedFrom == null || !closed.isBefore(trackedFrom);
        if (tracked && !closed.isAfter(market.lastDay())) {
            deals.add(deal);
        }
    }
}
