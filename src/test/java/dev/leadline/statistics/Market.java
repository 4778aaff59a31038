package dev.leadline.statistics;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;

/**
 * A market whose truth is known: conversion with a Weibull delay. The random numbers are the caller's, so that runs
 * repeat.
 */
record Market(double rate, double shape, double scale, int perDay, int days, int trackedFrom) {

    /** The market of the reference figures: 8 %, Weibull (0.8, 23.5 days), 12 a day for 120 days. */
    static Market reference() {
        return new Market(0.08, 0.8, 23.5, 12, 120, 0);
    }

    /** G(t), the share of the deals that come within so many days. */
    double delayedAtMost(double days) {
        return days <= 0 ? 0 : 1 - Math.exp(-Math.pow(days / scale, shape));
    }

    CohortTable draw(RandomSource random) {
        long[] inquiries = new long[days];
        Arrays.fill(inquiries, perDay);
        CohortTable.Builder builder = CohortTable.builder(inquiries, trackedFrom);
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < perDay; i++) {
                if (random.chance(rate)) {
                    double delay = scale * Math.pow(random.exponential(1), 1 / shape);
                    builder.firstDeals(day, (int) Math.min(delay, 1_000_000), 1);
                }
            }
        }
        return builder.build();
    }
}
