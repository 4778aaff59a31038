package dev.leadline.platform.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text means, and what is said of one that means nothing. */
class QueryValueTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t"})
    void givenABlank_thenTheFallbackIsRead(String blank) {
        QueryValue value = loose(blank);

        assertEquals("a", value.text("a"));
        assertEquals(List.of(), value.list());
        assertEquals("a", value.oneOf(List.of("b"), "a"));
        assertEquals(FIRST, value.day(LAST, LAST, FIRST));
        assertEquals(BigDecimal.TEN, value.decimal("0", "1", BigDecimal.TEN));
        assertEquals(7, value.whole(1, 2, 7));
        assertNull(value.id());
        assertNull(value.day());
        assertNull(value.choice(TimeUnit.class));
    }

    @Test
    void given_white_space_around_a_value_then_it_does_not_count_unless_the_value_is_read_as_it_stands() {
        assertEquals(5, loose(" 5 ").whole(1, 9, 1));
        assertEquals(" 5 ", new QueryValue("x", " 5 ").text());
        assertFault("must be a whole number from 1 to 9", () -> new QueryValue("x", " 5 ").whole(1, 9, 1));
    }

    @Test
    void given_commas_then_each_part_counts_even_an_empty_one() {
        assertEquals(List.of("a", "", "b"), loose("a,, b").list());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,b                      | a;b
            a, b                     | a;b
            "Portland, OR"           | Portland, OR
            "Portland, OR",Jiangsu   | Portland, OR;Jiangsu
            Jiangsu , "Portland, OR" | Jiangsu;Portland, OR
            "a","b, c","d"           | a;b, c;d
            "6"" pipe, long"         | 6" pipe, long
            \"\"\"\"                 | "
            \"\"\"a\"\"\"            | "a"
            6" pipe,8" pipe          | 6" pipe;8" pipe
            "Quick" valves,b         | "Quick" valves;b
            "a"b,c                   | "a"b;c
            "a,b                     | "a;b
            "a"",b                   | "a"";b
            " a "                    | a
            """)
    void given_commas_and_quotes_then_a_comma_in_quotes_parts_nothing(String text, String parts) {
        assertEquals(List.of(parts.split(";")), new QueryValue("x", text).quotedList());
    }

    @Test
    void given_empty_texts_between_commas_then_they_are_null() {
        assertEquals(Arrays.asList(null, "a", null), new QueryValue("x", " ,a,\"\"").quotedList());
        assertEquals(Arrays.asList((String) null), new QueryValue("x", "").quotedList());
        assertEquals(List.of(), new QueryValue("x", null).quotedList());
    }

    @Test
    void given_the_bounds_then_they_are_taken() {
        assertEquals(1, loose("1").whole(1, 2, 0));
        assertEquals(2, loose("2").whole(1, 2, 0));
        assertEquals(new BigDecimal("-0.9"), loose("-0.9").decimal("-0.9", "100", null));
        assertEquals(new BigDecimal("1e2"), loose("1e2").decimal("-0.9", "100", null));
        assertEquals(FIRST, loose("2026-01-01").day(FIRST, LAST, null));
        assertEquals(LAST, loose("2026-12-31").day(FIRST, LAST, null));
        assertEquals(LocalDate.of(9999, 12, 31), new QueryValue("x", "9999-12-31").day());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "1.5", "0x1", "99999999999", "x"})
    void givenNoWholeNumberWithinTheBounds_thenTheyAreNamed(String text) {
        assertFault("must be a whole number from 1 to 2", () -> loose(text).whole(1, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.91", "100.1", "1e400", "NaN", "Infinity", "0x1p3", "1,5"})
    void givenNoNumberWithinTheBounds_thenTheyAreNamed(String text) {
        assertFault("must be a number from -0.9 to 100", () -> loose(text).decimal("-0.9", "100", BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2027-01-01", "2026-02-30", "2026-1-1", "+999999999-01-01", "today"})
    void givenNoDayWithinTheBounds_thenTheyAreNamed(String text) {
        assertFault("must be a day like 2026-01-31, from 2026-01-01 to 2026-12-31", () -> loose(text)
                .day(FIRST, LAST, null));
    }

    @Test
    void given_a_choice_then_only_its_exact_name_is_taken() {
        assertEquals(TimeUnit.DAYS, new QueryValue("x", "DAYS").choice(TimeUnit.class));
        assertFault(
                "must be one of NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS",
                () -> new QueryValue("x", "days").choice(TimeUnit.class));
        assertEquals("b", loose("b").oneOf(List.of("a", "b"), "a"));
        assertFault("must be one of a, b", () -> loose("c").oneOf(List.of("a", "b"), "a"));
    }

    @Test
    void given_an_id_then_it_is_read_in_upper_or_lower_case_and_in_no_shorter_form() {
        UUID id = UUID.fromString("01a20023-d8d5-7a3d-80b7-3c5eaff86aea");

        assertEquals(id, new QueryValue("x", id.toString()).id());
        assertEquals(id, new QueryValue("x", id.toString().toUpperCase()).id());
        assertFault("must be an id (UUID)", () -> new QueryValue("x", "1-1-1-1-1").id());
    }

    @Test
    void given_what_no_table_can_hold_then_it_is_refused_whatever_is_read() {
        assertFault("must not contain the NUL character", () -> loose("a\0"));
        assertFault("must not contain half of a surrogate pair", () -> new QueryValue("x", "\uD800"));
    }

    @Test
    void given_a_last_day_before_the_first_then_the_first_is_at_fault() {
        assertEquals(new DayRange(FIRST, FIRST), DayRange.of("2026-01-01", "2026-01-01"));
        assertEquals(new DayRange(null, FIRST), DayRange.of(null, "2026-01-01"));
        assertEquals(new DayRange(LAST, null), DayRange.of("2026-12-31", null));
        assertFault("from must not be after to (2026-01-01)", () -> DayRange.of("2026-12-31", "2026-01-01"));
    }

    private static QueryValue loose(String given) {
        return QueryValue.of("x", Optional.ofNullable(given));
    }

    private static void assertFault(String detail, Executable reading) {
        HttpProblem problem = assertThrows(HttpProblem.class, reading);
        assertEquals(400, problem.getStatusCode());
        assertEquals(detail.startsWith("from ") ? detail : "x " + detail, problem.getDetail());
    }
}
