package dev.leadline.ledger.store;

import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A ledger of any size, seeded: campaigns over 40 products and 25 regions, each with inquiries on most days, spend on all, and
 * deals that come a month or so later, some of them repeat orders, some at a loss, some cancelled.
 */
public final class SyntheticLedger {

    /** The last day of every such ledger, a Wednesday. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 7, 15);

    private static final long SEED = 20_260_715;
    private static final int PRODUCTS = 40;
    private static final int REGIONS = 25;
    private static final double[] WEEKDAYS = {1.2, 1.2, 1.15, 1.15, 1.1, 0.6, 0.6};

    private final int days;
    private final LocalDate firstDay;
    private final LedgerBuilder builder;

    private SyntheticLedger(int days) {
        this.days = days;
        this.firstDay = AS_OF.minusDays(days - 1L);
        this.builder = new LedgerBuilder(firstDay, AS_OF);
    }

    /**
     * @param campaigns how many campaigns; grouped by campaign, as many segments
     * @param days how many days of history, up to {@link #AS_OF}
     * @param inquiriesPerDay of a campaign, on average
     * @param dealsPerDay of a campaign, on average and in the end: a twentieth of the inquiries is usual
     */
    public static Ledger of(int campaigns, int days, double inquiriesPerDay, double dealsPerDay) {
        SyntheticLedger ledger = new SyntheticLedger(days);
        RandomSource random = RandomSource.seeded(SEED);
        for (int campaign = 0; campaign < campaigns; campaign++) {
            ledger.add(campaign, inquiriesPerDay, dealsPerDay / inquiriesPerDay, random.split());
        }
        return ledger.builder.build();
    }

    private void add(int campaign, double inquiriesPerDay, double typicalRate, RandomSource random) {
        UUID id = uuid("campaign " + campaign);
        String[] values = new String[Dimension.values().length];
        values[Dimension.PRODUCT.ordinal()] = "product " + campaign % PRODUCTS;
        values[Dimension.REGION.ordinal()] = "region " + campaign / PRODUCTS % REGIONS;
        values[Dimension.CAMPAIGN.ordinal()] = id.toString();
        builder.campaign(id, "Campaign " + campaign, values);

        String[] nothingOwn = new String[3];
        double perDay = random.logNormal(inquiriesPerDay, 0.3);
        double rate = Math.min(0.5, random.logNormal(typicalRate, 0.4));
        double cost = random.logNormal(40, 0.3);
        double margin = random.logNormal(1500, 0.3);
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDay.plusDays(day);
            double expected = perDay * WEEKDAYS[date.getDayOfWeek().ordinal()];
            builder.spend(id, date, nothingOwn, money(expected * cost * (0.9 + 0.2 * random.uniform())));
            int inquiries = random.count(expected, 1.4);
            int invalid = random.chance(0.03) ? 1 : 0;
            if (inquiries + invalid > 0) {
                builder.inquiries(id, date, nothingOwn, inquiries, invalid);
            }
            int buyers = Math.min(inquiries, random.poisson(inquiries * rate));
            for (int buyer = 0; buyer < buyers; buyer++) {
                UUID inquiry = uuid(campaign + " " + day + " " + buyer);
                int lag = (int) random.logNormal(30, 0.8);
                deal(id, inquiry, date, lag, margin, random);
                if (random.chance(0.1)) {
                    deal(id, inquiry, date, lag + 1 + (int) random.exponential(60), margin, random);
                }
            }
        }
    }

    private void deal(UUID campaign, UUID inquiry, LocalDate cohort, int lag, double typical, RandomSource random) {
        double margin = random.chance(0.03) ? -0.2 * typical : random.logNormal(typical, 1);
        LocalDate closed = cohort.plusDays(lag);
        if (!closed.isAfter(AS_OF)) {
            LocalDate cancelled = random.chance(0.02) ? closed.plusDays(10) : null;
            builder.deal(
                    campaign,
                    new String[3],
                    inquiry,
                    cohort,
                    lag,
                    closed,
                    cancelled,
                    money(2.5 * Math.abs(margin)),
                    money(margin));
        }
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static UUID uuid(String name) {
        byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
        return UUID.nameUUIDFromBytes(bytes);
    }
}
