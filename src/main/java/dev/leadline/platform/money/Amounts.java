package dev.leadline.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bounds and form of the amounts that records carry. */
public final class Amounts {

    /** The most that any amount may be. */
    public static final String MOST = "1000000000000";

    /** The least, where an amount may be negative. */
    public static final String LEAST = "-1000000000000";

    /** Digits behind the decimal point; of tables, sums and answers alike, and what requests are rounded to. */
    public static final int DECIMALS = 4;

    /** For the API document. */
    public static final String DESCRIPTION = "Money; rounded half even to " + DECIMALS + " decimals.";

    private Amounts() {}

    /**
     * Rounded half even to the decimals that are kept, for platforms reckon in binary and in millionths; and without trailing zeros,
     * so that equal amounts look alike. Null stays null.
     */
    public static BigDecimal normalised(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal kept = amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_EVEN) : amount;
        return kept.stripTrailingZeros();
    }

    /** Whether it loses decimals by {@link #normalised}; null does not. */
    public static boolean isRounded(BigDecimal amount) {
        return amount != null && amount.scale() > DECIMALS && normalised(amount).compareTo(amount) != 0;
    }

    /**
     * The amount to two decimals. It starts from the double's exact value: its shortest decimal form, which
     * {@link BigDecimal#valueOf(double)} takes, is not the same on every JDK.
     */
    public static BigDecimal inCents(double amount) {
        return new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN);
    }
}
