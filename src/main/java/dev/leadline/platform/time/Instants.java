package dev.leadline.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: to the microsecond. */
public final class Instants {

    private Instants() {}

    /** The present time, to the microsecond. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The same time in UTC, to the microsecond; null, and a time that no calendar of ours reaches, stay as they are. */
    public static OffsetDateTime utc(OffsetDateTime time) {
        return time == null || Math.abs(time.getYear()) > 9999
                ? time
                : time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant of a time with offset; null stays null. */
    public static Instant of(OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
