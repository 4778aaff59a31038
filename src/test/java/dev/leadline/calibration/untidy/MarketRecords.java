package dev.leadline.calibration.untidy;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The ledger of a simulated workspace, whose days and campaigns are numbers. What is not known on its last day is left out. */
final class MarketRecords {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final String[] NOTHING_NAMED = new String[3];

    private final int days;
    private final LedgerBuilder ledger;

    MarketRecords(int days) {
        this.days = days;
        this.ledger = new LedgerBuilder(MONDAY, MONDAY.plusDays(days - 1L));
    }

    /** The campaign of a place. */
    void campaign(Place place) {
        String[] values = new String[Dimension.values().length];
        values[Dimension.CAMPAIGN.ordinal()] = id(place.campaign()).toString();
        values[Dimension.PRODUCT.ordinal()] = place.product();
        values[Dimension.STORE.ordinal()] = place.store();
        ledger.campaign(id(place.campaign()), "Campaign " + place.campaign(), values);
    }

    /** @param amounts by day; they name no region */
    void spend(int campaign, double[] amounts) {
        for (int day = 0; day < days; day++) {
            ledger.spend(id(campaign), MONDAY.plusDays(day), NOTHING_NAMED, money(amounts[day]));
        }
    }

    void inquiries(Place place, int day, int valid) {
        if (valid > 0) {
            ledger.inquiries(id(place.campaign()), MONDAY.plusDays(day), own(place), valid, 0);
        }
    }

    /** @param customer its number; a customer's orders come one after the other, in the order they close */
    void deal(Place place, int customer, int day, Order order) {
        int closed = day + order.lag();
        if (closed < days) {
            boolean cancelled = !order.stands() && closed + order.daysToCancellation() < days;
            ledger.deal(
                    id(place.campaign()),
                    own(place),
                    id(customer),
                    MONDAY.plusDays(day),
                    order.lag(),
                    MONDAY.plusDays(closed),
                    cancelled ? MONDAY.plusDays(closed + order.daysToCancellation()) : null,
                    money(order.margin()),
                    money(order.margin()));
        }
    }

    Ledger build() {
        return ledger.build();
    }

    private static String[] own(Place place) {
        return new String[] {place.region(), null, null};
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 10_000), 4);
    }
}
