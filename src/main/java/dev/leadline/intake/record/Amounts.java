package dev.leadline.intake.record;

import java.math.BigDecimal;

/** Bounds and form of money in requests. */
public final class Amounts {

    /** The most that any amount may be. */
    public static final String MOST = "1000000000000";

    /** The least, where an amount may be negative. */
    public static final String LEAST = "-1000000000000";

    /** Digits before the decimal point. */
    public static final int INTEGER_DIGITS = 13;

    public static final int DECIMALS = 4;

    /** What is said of an amount with too many digits: none is rounded. */
    public static final String DIGITS_MESSAGE = "must have at most 4 decimals, and 13 digits before them";

    private Amounts() {}

    /** Without trailing zeros, so that equal amounts look alike; null stays null. */
    public static BigDecimal normalised(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }
}
