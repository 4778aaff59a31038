package dev.leadline.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The days a campaign runs.
 *
 * @param end last day, or null if it goes on
 * @param pauses stretches without spend and inquiries
 */
public record Schedule(LocalDate start, LocalDate end, List<DayRange> pauses) {

    public Schedule {
        pauses = List.copyOf(pauses);
    }

    /** From {@code start} on without end. */
    public static Schedule from(LocalDate start) {
        return new Schedule(start, null, List.of());
    }

    /** The same, with {@code last} as its last day. */
    public Schedule until(LocalDate last) {
        return new Schedule(start, last, pauses);
    }

    /** The same, paused from {@code first} to {@code last}, and in no other stretch. */
    public Schedule pausedFrom(LocalDate first, LocalDate last) {
        return new Schedule(start, end, List.of(new DayRange(first, last)));
    }

    /** Whether the campaign runs on {@code day}. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(start) && !hasEndedBy(day) && pauses.stream().noneMatch(pause -> pause.contains(day));
    }

    boolean hasEndedBy(LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
