package dev.leadline.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A cost per inquiry that grows at a constant rate: as it was until {@code from}, {@code factor} times that from
 * {@code until} on.
 */
public record CostDrift(LocalDate from, LocalDate until, double factor) {

    public CostDrift {
        Checks.require(until.isAfter(from), "a drift must last at least a day");
        Checks.require(factor > 0, "factor must be positive");
    }

    double factorOn(LocalDate day) {
        double progress = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
        return StrictMath.pow(factor, Math.min(1, Math.max(0, progress)));
    }
}
