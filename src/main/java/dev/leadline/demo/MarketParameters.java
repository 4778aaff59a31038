package dev.leadline.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a simulated market is made of, chance aside.
 *
 * @param firstDay first day of spend and inquiries
 * @param lastDay last day of any record; what would happen later is not seen
 */
public record MarketParameters(
        MarketSettings settings,
        LocalDate firstDay,
        LocalDate lastDay,
        Traffic traffic,
        Audience audience,
        List<ProductParameters> products) {

    public MarketParameters {
        Checks.require(!lastDay.isBefore(firstDay), "a market ends before it begins");
        products = List.copyOf(products);
    }
}
