package dev.leadline.ledger.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day a moment lies on in a time zone. Rows come by and large in order, so the last day is tried first. */
final class DayOfSecond {

    private final ZoneId zone;
    private int day;
    /** The day's first second, and the next day's. */
    private long start;

    private long end;

    DayOfSecond(ZoneId zone) {
        this.zone = zone;
    }

    /** The day, from 1970-01-01, of a second from 1970-01-01T00:00Z. */
    int of(long second) {
        if (second < start || second >= end) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
            day = Math.toIntExact(date.toEpochDay());
            start = date.atStartOfDay(zone).toEpochSecond();
            end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
        }
        return day;
    }
}
