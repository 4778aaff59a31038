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

    boolean stands() {
        return daysToCancellation == NEVER;
    }
}
