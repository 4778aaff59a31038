package dev.leadline.calibration;

/** What changes slowly in a market, by 30 % a year, up or down. */
enum Drift {
    NONE(0),
    RATE_RISES(1),
    RATE_FALLS(-1),
    VOLUME_RISES(1),
    VOLUME_FALLS(-1),
    COST_RISES(1),
    COST_FALLS(-1);

    private static final double A_DAY = Math.log(1.3) / 365;

    private final int direction;

    Drift(int direction) {
        this.direction = direction;
    }

    /** By what the rate is multiplied, some days after the middle of the window. */
    double ofRate(double days) {
        return this == RATE_RISES || this == RATE_FALLS ? factor(days) : 1;
    }

    /** By what the number of inquiries is multiplied. */
    double ofVolume(double days) {
        return this == VOLUME_RISES || this == VOLUME_FALLS ? factor(days) : 1;
    }

    /** By what the price of an inquiry is multiplied. */
    double ofCost(double days) {
        return this == COST_RISES || this == COST_FALLS ? factor(days) : 1;
    }

    private double factor(double days) {
        return Math.exp(direction * A_DAY * days);
    }
}
