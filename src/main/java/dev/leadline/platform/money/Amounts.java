package dev.leadline.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bounds and form of the amounts that records carry. */
public final class Amounts {

    /** The most that any amount may be. */
    public static final String MOST = "1000000000000";

    /** The least, where an amount may be negative. */
    public static final String LEAST = "-1000000000000";

    /** Digits before the decimal point. */
    public static final int INTEGER_DIGITS = 13;

    /** Digits behind it; of requests, tables, sums and answers alike. */
    public static final int DECIMALS = 4;

    /** What is said of an amount with too many digits: none is rounded. */
    public static final String DIGITS_MESSAGE =
            "must have at most " + DECIMALS + " decimals, and " + INTEGER_DIGITS + " digits before them";

    private Amounts() {}

    /** Without trailing zeros, so that equal amounts look alike; null stays null. */
    public static BigDecimal normalised(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    /**
     * The amount to two decimals. It starts from the double's exact value: its shortest decimal form, which
     * {@link BigDecimal#valueOf(double)} takes, is not the same on every JDK.
     */
    public static BigDecimal inCents(double amount) {
        return new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN);
    }
}
