package dev.leadline.calibration.untidy;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How many of some events are as asked.
 *
 * @param hits those that are
 * @param events all of them
 */
record Share(long hits, long events) {

    /** With fewer the interval is shown too. */
    static final int MANY = 200;

    private static final double NORMAL_95 = 1.959964;

    static <T> Share of(Collection<T> events, Predicate<T> hits) {
        return new Share(events.stream().filter(hits).count(), events.size());
    }

    /** NaN without any event. */
    double value() {
        return (double) hits / events;
    }

    /** The lower bound of the 95 % interval (Wilson 1927), as if the events were independent. */
    double low() {
        return Math.max(0, wilson(-1));
    }

    /** The upper bound of it. */
    double high() {
        return Math.min(1, wilson(1));
    }

    private double wilson(int side) {
        double square = NORMAL_95 * NORMAL_95;
        double spread = NORMAL_95 * Math.sqrt(value() * (1 - value()) / events + square / (4.0 * events * events));
        return (value() + square / (2.0 * events) + side * spread) / (1 + square / events);
    }

    /** The count, with the interval where it is small: {@code 151/161 [.89, .97]}. */
    @Override
    public String toString() {
        String count = hits + "/" + events;
        return events == 0 || events >= MANY
                ? count
                : count + String.format(Locale.ROOT, " [%.2f, %.2f]", low(), high());
    }
}
