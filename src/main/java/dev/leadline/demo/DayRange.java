package dev.leadline.demo;

import java.time.LocalDate;

/** The days from {@code first} to {@code last}, both included. */
public record DayRange(LocalDate first, LocalDate last) {

    public DayRange {
        Checks.require(!last.isBefore(first), "a range ends before it begins");
    }

    /** Whether {@code day} is one of these days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
