package dev.leadline.analysis.bucket;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the buckets of a window are: days, weeks or calendar months. */
public enum BucketLength {
    DAY,
    WEEK,
    MONTH;

    /** @throws IllegalArgumentException if there is none of that name */
    public static BucketLength ofApiName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name in the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Buckets in order of time that tile a window; the first and the last may be cut by it.
     *
     * @param from first day of the window
     * @param to last day, not before {@code from}
     * @param weekStart the day on which a week begins
     * @param asOf the day at whose end it is judged; a bucket that ends later is not complete
     */
    public List<Bucket> tile(LocalDate from, LocalDate to, DayOfWeek weekStart, LocalDate asOf) {
        List<Bucket> buckets = new ArrayList<>();
        for (LocalDate start = from; !start.isAfter(to); ) {
            LocalDate whole = lastDay(start, weekStart);
            LocalDate end = whole.isAfter(to) ? to : whole;
            boolean complete = start.equals(firstDay(start, weekStart)) && end.equals(whole) && !end.isAfter(asOf);
            buckets.add(new Bucket(start, end, complete));
            start = end.plusDays(1);
        }
        return List.copyOf(buckets);
    }

    private LocalDate firstDay(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate lastDay(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(weekStart.minus(1)));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
