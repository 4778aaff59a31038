package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Builds the ledger of a simulated history whose days and campaigns are numbers: leaner than {@link LedgerFixture}. */
public final class SimulatedLedger {

    private static final String[] NOTHING_OWN = new String[3];

    private final LedgerBuilder builder;
    private final LocalDate first;

    /** @param days how many days the ledger spans; its last is the as-of day */
    public SimulatedLedger(LocalDate first, int days, int campaigns) {
        this.first = first;
        this.builder = new LedgerBuilder(first, first.plusDays(days - 1L));
        for (int campaign = 0; campaign < campaigns; campaign++) {
            String[] values = new String[Dimension.values().length];
            values[Dimension.CAMPAIGN.ordinal()] = idOf(campaign);
            builder.campaign(uuid(campaign), "Campaign " + campaign, values);
        }
    }

    /** A campaign's id in segments. */
    public static String idOf(int campaign) {
        return uuid(campaign).toString();
    }

    private static UUID uuid(long number) {
        return new UUID(0, number);
    }

    public void inquiries(int campaign, int day, int valid) {
        builder.inquiries(uuid(campaign), first.plusDays(day), NOTHING_OWN, valid, 0);
    }

    public void spend(int campaign, int day, double amount) {
        builder.spend(uuid(campaign), first.plusDays(day), NOTHING_OWN, money(amount));
    }

    /**
     * A deal of its whole revenue as margin.
     *
     * @param inquiry the deals of one inquiry come one after the other, in the order they closed
     */
    public void deal(int campaign, int inquiry, int cohortDay, int lag, double margin) {
        LocalDate cohort = first.plusDays(cohortDay);
        BigDecimal amount = money(margin);
        builder.deal(
                uuid(campaign), NOTHING_OWN, uuid(inquiry), cohort, lag, cohort.plusDays(lag), null, amount, amount);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 10_000), 4);
    }

    public Ledger build() {
        return builder.build();
    }
}
