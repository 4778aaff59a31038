package dev.leadline.platform.time;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time as a client gives it: with an offset, or as a local time or a day alone, which mean a zone that the client need not know
 * and become an instant by {@link #in}.
 *
 * <p>A day alone is its noon: in every zone that is an instant of that day, also where clocks change at midnight, and from 11 hours
 * behind UTC to 12 ahead it is the same day in UTC.
 *
 * @param local the time on the clock; noon for a day alone
 * @param offset of that clock; null until the zone is known
 * @param isDayAlone whether no time of the day was given
 */
@Schema(type = SchemaType.STRING, format = "date-time")
public record GivenTime(LocalDateTime local, ZoneOffset offset, boolean isDayAlone) {

    /** What is said of one that cannot be read. */
    public static final String EXPECTED = "a time like 2026-01-31T09:30:00+01:00, or a local time or a day of the"
            + " workspace's time zone like 2026-01-31T09:30:00 or 2026-01-31";

    /** For the API document. */
    public static final String DESCRIPTION =
            "Without an offset it is local time of the workspace's time zone; a day alone"
                    + " is that day, at noon there.";

    private static final int HALF_A_DAY_HOURS = 12;

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)" // day
                    + "(?:[Tt ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)" // time of the day
                    + "(?: ?(Z|z|UTC|[+-]\\d\\d(?::?\\d\\d)?))?)?"); // offset

    /** A time with an offset. */
    public static GivenTime of(OffsetDateTime time) {
        return new GivenTime(time.toLocalDateTime(), time.getOffset(), false);
    }

    /** A stored time; null stays null. */
    public static GivenTime of(Instant instant) {
        return instant == null ? null : of(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads ISO 8601 and what exports make of it: a space for the T, no seconds, an offset without a colon or without minutes, UTC
     * in place of Z.
     *
     * @throws DateTimeException if it is no time, or one that does not exist
     */
    public static GivenTime parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            // Offsets to the second and years of more than four digits; a bound refuses these by its own words.
            return of(OffsetDateTime.parse(text));
        }
        LocalDate day = LocalDate.parse(form.group(1));
        return form.group(2) == null
                ? new GivenTime(day.atTime(LocalTime.NOON), null, true)
                : new GivenTime(day.atTime(LocalTime.parse(form.group(2))), offset(form.group(3)), false);
    }

    private static ZoneOffset offset(String text) {
        if (text == null) {
            return null;
        }
        return text.equalsIgnoreCase("Z") || text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /**
     * The same time in UTC, to the microsecond. A local time that the zone's clocks skip is as much later as they skip; one that
     * they show twice is the first of the two.
     *
     * @param zone of a local time or a day; not asked for where there is an offset
     */
    public GivenTime in(Supplier<ZoneId> zone) {
        OffsetDateTime known = offset == null ? local.atZone(zone.get()).toOffsetDateTime() : time();
        OffsetDateTime utc = Instants.utc(known);
        return new GivenTime(utc.toLocalDateTime(), utc.getOffset(), isDayAlone);
    }

    /** The same by {@link #in}; null stays null. */
    public static GivenTime in(Supplier<ZoneId> zone, GivenTime time) {
        return time == null ? null : time.in(zone);
    }

    /**
     * The time with its offset, by which it is written.
     *
     * @throws IllegalStateException if its zone is not known yet
     */
    @JsonValue
    public OffsetDateTime time() {
        if (offset == null) {
            throw new IllegalStateException("The zone is not known yet");
        }
        return local.atOffset(offset);
    }

    /** The instant, to the microsecond. */
    public Instant instant() {
        return Instants.of(time());
    }

    /** The instant; null stays null. */
    public static Instant instant(GivenTime time) {
        return time == null ? null : time.instant();
    }

    /** Whether it lies before the other one for certain: a day alone lies before no time of the same day. */
    public boolean isBefore(GivenTime other) {
        return latest().isBefore(other.earliest());
    }

    /** Whether it cannot be told which of the two came first, for of one of them the day alone is known. */
    public boolean mayCoincideWith(GivenTime other) {
        return (isDayAlone || other.isDayAlone) && !isBefore(other) && !other.isBefore(this);
    }

    private OffsetDateTime earliest() {
        return isDayAlone ? time().minusHours(HALF_A_DAY_HOURS) : time();
    }

    private OffsetDateTime latest() {
        return isDayAlone ? time().plusHours(HALF_A_DAY_HOURS).minusNanos(1) : time();
    }
}
