package dev.leadline.calibration.untidy;

/**
 * An order of a customer.
 *
 * @param lag days from the inquiry to its close
 * @param margin in the currency
 * @param daysToCancellation from its close; {@link #NEVER} unless it is cancelled
 */
record Order(int lag, double margin, int daysToCancellation) {

    static final int NEVER = Integer.MAX_VALUE;

    static final int DAYS_TO_A_LUCKY_ONE = 20;

    private static final double LUCK = 100;

    /** @param usual margin of an order */
    static Order lucky(double usual) {
        return new Order(DAYS_TO_A_LUCKY_ONE, LUCK * usual, NEVER);
    }

    boolean stands() {
        return daysToCancellation == NEVER;
    }
}
