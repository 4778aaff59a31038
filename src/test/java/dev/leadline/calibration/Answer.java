package dev.leadline.calibration;

import dev.leadline.analysis.estimate.Estimate;

/**
 * What a figure said, beside the truth.
 *
 * @param market the number of its market in the run
 * @param deals first deals of the segment's window, or of the whole workspace for the total
 * @param events deals or inquiries, what the figure is known by
 * @param scale what the bias is a share of: the truth, or what is expected of it
 */
record Answer(
        Estimator estimator,
        int market,
        MarketSetting setting,
        long deals,
        long events,
        double truth,
        double scale,
        Estimate estimate) {

    boolean isGiven() {
        return estimate.estimate() != null && estimate.low() != null && estimate.high() != null;
    }

    /** The truth lies below the interval. */
    boolean isTooHigh() {
        return estimate.low() > truth * (1 + Math.signum(truth) * 1e-5);
    }

    /** The truth lies above the interval. */
    boolean isTooLow() {
        return estimate.high() < truth * (1 - Math.signum(truth) * 1e-5);
    }

    double relativeError() {
        return (estimate.estimate() - truth) / scale;
    }
}
