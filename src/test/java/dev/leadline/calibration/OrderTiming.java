package dev.leadline.calibration;

import dev.leadline.demo.RandomSource;

/** When the orders of a converting inquiry come: the first by the market's delay, now and then a second some time later. */
final class OrderTiming {

    private static final double REPEAT_SHARE = 0.15;
    private static final double MEAN_DAYS_TO_REPEAT = 45;

    private final DelayLaw law;
    private final double median;

    OrderTiming(MarketSetting setting) {
        this.law = setting.delay();
        this.median = setting.medianDelay();
    }

    /** The lag of the first order in whole days. */
    int firstLag(RandomSource random) {
        return (int) Math.min(1e6, law.quantile(random.uniform(), median));
    }

    boolean repeats(RandomSource random) {
        return random.chance(REPEAT_SHARE);
    }

    /** Days from the first order to the second, at least 1. */
    int daysToRepeat(RandomSource random) {
        return 1 + (int) random.exponential(MEAN_DAYS_TO_REPEAT);
    }

    /** The share of the converting inquiries whose first order has come by a lag. */
    double shareBy(int lag) {
        return law.below(lag + 1.0, median);
    }

    /**
     * The expected number of orders by the horizon per inquiry whose first has come by then, each discounted.
     *
     * @param discountRate a year
     */
    double ordersPerDeal(int horizon, double discountRate) {
        double orders = 0;
        for (int lag = 0; lag <= horizon; lag++) {
            double discount = Math.pow(1 + discountRate, -lag / 365.0);
            double repeats = 0;
            for (int gap = 1; gap <= horizon - lag; gap++) {
                repeats += (repeatBy(gap) - repeatBy(gap - 1)) * Math.pow(1 + discountRate, -gap / 365.0);
            }
            orders += (shareBy(lag) - shareBy(lag - 1)) * discount * (1 + REPEAT_SHARE * repeats);
        }
        return orders / shareBy(horizon);
    }

    private static double repeatBy(int days) {
        return -Math.expm1(-days / MEAN_DAYS_TO_REPEAT);
    }
}
