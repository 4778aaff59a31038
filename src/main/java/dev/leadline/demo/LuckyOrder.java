package dev.leadline.demo;

import java.time.LocalDate;

/**
 * One scripted order, which happens whatever the seed: an inquiry received on {@code receivedOn} whose deal is closed
 * {@code lagDays} days later. It is luck, not economics: the truth does not know it.
 *
 * @param revenue in the market's currency; its margin rate is the product's
 */
public record LuckyOrder(LocalDate receivedOn, int lagDays, double revenue) {

    public LuckyOrder {
        Checks.require(lagDays >= 0 && revenue > 0, "lag must not be negative, revenue positive");
    }
}
