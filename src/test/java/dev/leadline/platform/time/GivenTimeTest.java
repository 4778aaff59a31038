package dev.leadline.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a time that exports use, and the instant that it is. */
class GivenTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T09:30:00Z               | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00+01:00          | 2026-01-31T08:30:00Z
            2026-01-31T09:30:00+0100           | 2026-01-31T08:30:00Z
            2026-01-31T09:30:00+01             | 2026-01-31T08:30:00Z
            2026-01-31T09:30:00+0000           | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00+00             | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00-00:00          | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00-0330           | 2026-01-31T13:00:00Z
            2026-01-31T09:30:00+18:00          | 2026-01-30T15:30:00Z
            2026-01-31T09:30:00+01:00:30       | 2026-01-31T08:29:30Z
            2026-01-31 09:30:00Z               | 2026-01-31T09:30:00Z
            2026-01-31 09:30:00+01:00          | 2026-01-31T08:30:00Z
            2026-01-31 09:30:00 +0100          | 2026-01-31T08:30:00Z
            2026-01-31 09:30:00 UTC            | 2026-01-31T09:30:00Z
            2026-01-31 09:30:00.250 UTC        | 2026-01-31T09:30:00.250Z
            2026-01-31T09:30Z                  | 2026-01-31T09:30:00Z
            2026-01-31T09:30+0100              | 2026-01-31T08:30:00Z
            2026-01-31 09:30 +01               | 2026-01-31T08:30:00Z
            2026-01-31t09:30:00z               | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00.1Z             | 2026-01-31T09:30:00.100Z
            2026-01-31T09:30:00.123456789Z     | 2026-01-31T09:30:00.123456Z
            """)
    void given_an_offset_then_it_is_that_instant_whatever_the_zone(String text, Instant instant) {
        GivenTime time = GivenTime.parse(text).in(() -> {
            throw new AssertionError("The zone is asked for, though there is an offset");
        });
        assertEquals(instant, time.instant());
        assertFalse(time.isDayAlone());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T09:30:00      | UTC                | 2026-01-31T09:30:00Z
            2026-01-31T09:30:00      | Asia/Shanghai      | 2026-01-31T01:30:00Z
            2026-01-31 09:30:00      | America/New_York   | 2026-01-31T14:30:00Z
            2026-01-31 09:30         | America/New_York   | 2026-01-31T14:30:00Z
            2026-07-31 09:30         | America/New_York   | 2026-07-31T13:30:00Z
            2026-01-31T09:30:00.5    | Asia/Kolkata       | 2026-01-31T04:00:00.500Z
            2026-03-29T01:59:59      | Europe/Berlin      | 2026-03-29T00:59:59Z
            2026-03-29T02:00:00      | Europe/Berlin      | 2026-03-29T01:00:00Z
            2026-03-29T02:30:00      | Europe/Berlin      | 2026-03-29T01:30:00Z
            2026-03-29T03:00:00      | Europe/Berlin      | 2026-03-29T01:00:00Z
            2026-10-25T01:59:59      | Europe/Berlin      | 2026-10-24T23:59:59Z
            2026-10-25T02:30:00      | Europe/Berlin      | 2026-10-25T00:30:00Z
            2026-10-25T03:00:00      | Europe/Berlin      | 2026-10-25T02:00:00Z
            2026-03-08T02:30:00      | America/New_York   | 2026-03-08T07:30:00Z
            2026-11-01T01:30:00      | America/New_York   | 2026-11-01T05:30:00Z
            """)
    void given_a_local_time_then_it_is_of_the_zone_later_in_a_gap_and_the_first_of_two(
            String text, ZoneId zone, Instant instant) {
        assertEquals(instant, GivenTime.parse(text).in(() -> zone).instant());
    }

    /** Where clocks change at midnight too, and on the far sides of the date line. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, UTC, 2026-01-31T12:00:00Z",
        "2026-01-31, America/Los_Angeles, 2026-01-31T20:00:00Z",
        "2026-01-31, Asia/Shanghai, 2026-01-31T04:00:00Z",
        "2026-01-31, Pacific/Kiritimati, 2026-01-30T22:00:00Z",
        "2026-01-31, Pacific/Pago_Pago, 2026-01-31T23:00:00Z",
        "2026-03-29, Europe/Berlin, 2026-03-29T10:00:00Z",
        "2026-10-25, Europe/Berlin, 2026-10-25T11:00:00Z",
        "2018-11-04, America/Sao_Paulo, 2018-11-04T14:00:00Z",
        "2024-02-29, Asia/Kathmandu, 2024-02-29T06:15:00Z"
    })
    void given_a_day_alone_then_it_is_that_day_at_noon(LocalDate day, ZoneId zone, Instant instant) {
        GivenTime time = GivenTime.parse(day.toString()).in(() -> zone);
        assertEquals(instant, time.instant());
        assertEquals(day, LocalDate.ofInstant(time.instant(), zone));
        assertTrue(time.isDayAlone());
    }

    /** In that year Samoa and Tokelau went over the date line, and left out a day. */
    @Test
    void given_any_day_of_any_zone_then_its_noon_is_of_that_day_unless_the_zone_left_it_out() {
        LocalDate leftOut = LocalDate.of(2011, 12, 30);
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            boolean hasLeftOut = !leftOut.equals(
                    LocalDate.ofInstant(leftOut.atTime(12, 0).atZone(zone).toInstant(), zone));
            for (LocalDate day = LocalDate.of(2011, 1, 1); day.getYear() < 2013; day = day.plusDays(1)) {
                LocalDate is = LocalDate.ofInstant(
                        GivenTime.parse(day.toString()).in(() -> zone).instant(), zone);
                assertEquals(hasLeftOut && day.equals(leftOut) ? day.plusDays(1) : day, is, id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "31.01.2026",
                "01/31/2026",
                "20260131",
                "2026-1-31",
                "2026-01-31T",
                "2026-01-31T09",
                "2026-01-31T9:30:00",
                "2026-01-31  09:30:00",
                "2026-01-31 09:30:00 AM",
                "2026-01-31T09:30:00  Z",
                "2026-01-31T09:30:00+1",
                "2026-01-31T09:30:00+010",
                "2026-01-31T09:30:00+18:01",
                "2026-01-31T09:30:00 CET",
                "2026-01-31T09:30:00Z[Europe/Berlin]",
                "2026-01-31T09:30:00.1234567891Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T23:59:60Z",
                "2026-02-30",
                "2026-02-30T09:30:00Z",
                "2026-01-31Z",
                "1769851800",
                " 2026-01-31",
                "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0663\u0661"
            })
    void givenWhatIsNoTime_orCouldBeSeveral_thenItIsNone(String text) {
        assertThrows(DateTimeException.class, () -> GivenTime.parse(text));
    }

    @Test
    void given_the_same_instant_in_two_spellings_then_both_are_equal() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        assertEquals(
                GivenTime.parse("2026-01-31T01:30:00Z").in(() -> zone),
                GivenTime.parse("2026-01-31 09:30").in(() -> zone));
        assertEquals(
                OffsetDateTime.parse("2026-01-31T01:30:00Z"),
                GivenTime.parse("2026-01-31 09:30").in(() -> zone).time());
    }

    @Test
    void given_a_local_time_when_its_zone_is_not_known_then_it_is_no_instant() {
        assertThrows(IllegalStateException.class, () -> GivenTime.parse("2026-01-31T09:30:00")
                .instant());
    }

    @Test
    void given_nothing_then_it_stays_nothing() {
        assertNull(GivenTime.in(() -> ZoneId.of("UTC"), null));
        assertNull(GivenTime.instant(null));
        assertNull(GivenTime.of((Instant) null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T09:30:00Z | 2026-01-31T09:30:01Z | true  | false
            2026-01-31T09:30:00Z | 2026-01-31T09:30:00Z | false | false
            2026-01-31           | 2026-01-31T00:00:00Z | false | true
            2026-01-31           | 2026-01-31T23:59:59Z | false | true
            2026-01-31T23:59:59Z | 2026-01-31           | false | true
            2026-01-31           | 2026-01-31           | false | true
            2026-01-31           | 2026-02-01T00:00:00Z | true  | false
            2026-01-31           | 2026-02-01           | true  | false
            2026-01-30T23:59:59Z | 2026-01-31           | true  | false
            2026-02-01           | 2026-01-31           | false | false
            """)
    void given_a_day_alone_then_it_is_neither_before_nor_behind_a_time_of_that_day(
            String one, String other, boolean before, boolean maybeTogether) {
        GivenTime first = GivenTime.parse(one).in(() -> ZoneId.of("UTC"));
        GivenTime second = GivenTime.parse(other).in(() -> ZoneId.of("UTC"));
        assertEquals(before, first.isBefore(second));
        assertEquals(maybeTogether, first.mayCoincideWith(second));
        assertEquals(maybeTogether, second.mayCoincideWith(first));
    }
}
