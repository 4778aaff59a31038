package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Values as JSON texts that lie at the bounds of a schema, beyond them, or in another world. */
final class OddValue {

    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "\"\"",
            "\"text\"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"a\":1}",
            "{\"\":null}",
            "\"null\"",
            "\"0\"",
            "\"true\"");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "0e0",
            "1",
            "-1",
            "1.0",
            "1.00000",
            "1e2",
            "1E+2",
            "0.0001",
            "0.00001",
            "1e-5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999",
            "1e1001",
            "1E2147483647",
            "1E2147483648",
            "1E-2147483649",
            "1e99999999999",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "999999999999.9999",
            "1000000000000.0001",
            "9007199254740993",
            "1".repeat(99),
            "1".repeat(100),
            "1".repeat(101),
            "1".repeat(5_000),
            "0." + "1".repeat(99),
            "0." + "0".repeat(200) + "1",
            "1." + "0".repeat(98),
            "\"12\"");

    private static final List<String> NO_JSON = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "+1",
            "01",
            ".5",
            "5.",
            "0x10",
            "1_000",
            "1,5",
            "'a'",
            "undefined",
            "None",
            "\"\\x\"",
            "\"\\ud8",
            "\"",
            "[",
            "{",
            "}",
            "]",
            "",
            "/* */1",
            "1 2",
            "\u00a0",
            "tru",
            "\u0000");

    private static final List<String> DAYS = List.of(
            "2026-02-29",
            "2024-02-29",
            "2026-02-30",
            "2026-13-01",
            "0000-01-01",
            "0001-01-01",
            "1999-12-31",
            "2000-01-01",
            "9999-12-31",
            "10000-01-01",
            "+10000-01-01",
            "+999999999-12-31",
            "-0001-01-01",
            "-999999999-01-01",
            "2026-1-1",
            "20260131",
            "31.01.2026",
            "2026-01-31Z",
            "2026-W05-6",
            "2026-031",
            "today",
            "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0663\u0661",
            "2026-01-31T00:00:00Z",
            " 2026-01-31",
            "2026-01-31 ");

    private static final List<String> INSTANTS = List.of(
            "2026-01-31T09:30:00Z",
            "2026-01-31T09:30:00+18:00",
            "2026-01-31T09:30:00-18:00",
            "2026-01-31T09:30:00+18:01",
            "2026-01-31T09:30:00+01:00:30",
            "2026-01-31T09:30Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T23:59:60Z",
            "2026-01-31T09:30:00.123456789Z",
            "2026-01-31T09:30:00.1234567891Z",
            "2026-01-31t09:30:00z",
            "2026-01-31 09:30:00Z",
            "2026-01-31T09:30:00",
            "2026-01-31T09:30:00[UTC]",
            "2026-01-31T09:30:00Z[Europe/Berlin]",
            "2026-03-29T02:30:00+01:00",
            "1999-12-31T23:59:59Z",
            "2000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-18:00",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "2026-01-31",
            "1767225600");

    private static final List<String> IDS = List.of(
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "0-0-0-0-0",
            "019A3B5C-7D2E-7A41-9F3B-1C2D3E4F5A6B",
            "{019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b}",
            "019a3b5c7d2e7a419f3b1c2d3e4f5a6b",
            "urn:uuid:019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b",
            "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6",
            "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6bb",
            "AZo7XH0uekGfOxwtPk9aaw==",
            "-1-1-1-1-1",
            "abc",
            "1");

    private OddValue() {}

    /** A value for this place, as JSON text. */
    static String json(Draw draw, Shape shape, Known known) {
        return switch (draw.below(16)) {
            case 0 -> draw.of(NO_JSON);
            case 1, 2 -> draw.of(WRONG);
            case 3 -> nested(draw);
            case 4, 5 -> draw.of(NUMBERS);
            default ->
                shape.is("string")
                        ? OddText.quoted(draw, text(draw, shape, known))
                        : shape.is("number") || shape.is("integer") ? number(draw, shape) : draw.of(WRONG);
        };
    }

    /** A value for this place as it stands in a query or path. */
    static String text(Draw draw, Shape shape, Known known) {
        if (draw.oneIn(5)) {
            return OddText.draw(draw);
        }
        List<String> choices = shape.choices();
        if (!choices.isEmpty()) {
            String choice = draw.of(choices);
            return draw.of(choice, choice, choice.toLowerCase(), choice.toUpperCase(), choice + " ", "", "0");
        }
        if (shape.is("integer") || shape.is("number")) {
            return number(draw, shape);
        }
        return switch (shape.format()) {
            case "date" -> draw.of(DAYS);
            case "date-time" -> draw.of(INSTANTS);
            case "uuid" -> id(draw, known);
            default ->
                shape.schema().has("maxLength") && draw.oneIn(2)
                        ? OddText.repeated(
                                draw, shape.schema().path("maxLength").asInt() + draw.below(3) - 1)
                        : OddText.draw(draw);
        };
    }

    static String id(Draw draw, Known known) {
        return draw.oneIn(3) ? draw.of(IDS) : draw.oneIn(5) ? draw.id().toString() : known.id(draw);
    }

    private static String number(Draw draw, Shape shape) {
        JsonNode bound = shape.schema().path(draw.of("minimum", "maximum"));
        if (!bound.isNumber() || draw.oneIn(3)) {
            return draw.of(NUMBERS);
        }
        BigDecimal step = draw.of(List.of(
                BigDecimal.ZERO,
                BigDecimal.ONE,
                new BigDecimal("0.0001"),
                new BigDecimal("0.00001"),
                new BigDecimal("1e-50")));
        BigDecimal value = draw.oneIn(2)
                ? bound.decimalValue().add(step)
                : bound.decimalValue().subtract(step);
        return draw.oneIn(2) ? value.toPlainString() : value.toString();
    }

    private static String nested(Draw draw) {
        int depth = draw.of(2, 30, 31, 32, 33, 34, 1_000, 20_000);
        String open = draw.of("[", "{\"a\":");
        String close = draw.oneIn(4) ? "" : open.equals("[") ? "]" : "}";
        return open.repeat(depth) + (open.equals("[") ? "" : "1") + close.repeat(depth);
    }
}
