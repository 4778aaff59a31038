package dev.leadline.platform.validation;

/** The form of fractions: probabilities, rates and shares, of settings and tables alike. */
public final class Fractions {

    /** Digits behind the decimal point. */
    public static final int DECIMALS = 4;

    /** What begins what is said of a number with too many digits: none is rounded. */
    public static final String MOST_DECIMALS = "must have at most " + DECIMALS + " decimals, and ";

    /** What is said of a fraction of 1 or less. */
    public static final String DIGITS_MESSAGE = MOST_DECIMALS + "1 digit before them";

    private Fractions() {}
}
