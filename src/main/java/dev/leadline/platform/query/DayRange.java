package dev.leadline.platform.query;

import java.time.LocalDate;

/**
 * The days that the parameters {@code from} and {@code to} span, both included.
 *
 * @param from null: open
 * @param to null: open
 */
public record DayRange(LocalDate from, LocalDate to) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the first day is after the last */
    public DayRange {
        if (from != null && to != null && from.isAfter(to)) {
            throw QueryValue.fault("from", "must not be after to (" + to + ")");
        }
    }

    /** The days that a list is narrowed to, as they are given. */
    public static DayRange of(String from, String to) {
        return new DayRange(new QueryValue("from", from).day(), new QueryValue("to", to).day());
    }
}
