package dev.leadline.calibration.untidy;

import dev.leadline.analysis.estimate.Estimate;

/** Whether an interval holds the truth. */
enum Held {
    YES,
    /** The truth lies below it. */
    TOO_HIGH,
    /** The truth lies above it. */
    TOO_LOW,
    /** No interval is given. */
    UNKNOWN;

    /** Answers are rounded to so much. */
    private static final double ROUNDING = 1e-5;

    static Held of(Estimate estimate, double truth) {
        if (estimate.low() == null || estimate.high() == null) {
            return UNKNOWN;
        }
        double slack = ROUNDING * Math.abs(truth);
        if (estimate.low() > truth + slack) {
            return TOO_HIGH;
        }
        return estimate.high() < truth - slack ? TOO_LOW : YES;
    }
}
