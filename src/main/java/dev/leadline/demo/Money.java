package dev.leadline.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as records carry them. */
final class Money {

    private Money() {}

    /**
     * The amount to two decimals. It starts from the double's exact value: its shortest decimal form, which
     * {@link BigDecimal#valueOf(double)} takes, is not the same on every JDK.
     */
    static BigDecimal of(double amount) {
        return new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN);
    }
}
