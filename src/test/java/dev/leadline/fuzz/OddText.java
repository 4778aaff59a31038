package dev.leadline.fuzz;

import java.util.List;

/** Texts that programs stumble over. */
final class OddText {

    /** Stands in every text that could be somebody's own words, so that the log can be searched for it. */
    static final String PRIVATE = "zz-private-zz";

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\t\n\r",
            "\u00a0\u2003\u3000",
            "a\u0000b",
            "\u0000",
            "\u0001\u001f\u007f\u0085",
            "\ud800",
            "\udc00a",
            "a\ud83d",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\u202eabc\u202c",
            "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "e\u0301",
            "\u00e9",
            "\ufb01",
            "\u1e9b\u0323",
            "\u0130\u0131",
            "\u00df",
            "\ufeff",
            "a\ufeffb",
            "\u200b",
            "\uffff\ufffe",
            "\udbff\udfff",
            "\u2028\u2029",
            "\u6c5f\u82cf",
            "null",
            "NaN",
            "-1",
            "1e5",
            "true",
            "[]",
            "{}",
            "a,b",
            ",",
            ",,a,,",
            "a\"b\\c/d",
            "../../etc/passwd",
            "%00%ff",
            "%s%n%d",
            "{0}",
            "${leadline.admin-key}",
            "' or 1=1 --",
            "\\'; select 1",
            "a_b%c",
            "<b>&amp;",
            "=1+1",
            "2026-01-31",
            "default",
            "demo");

    private static final List<Integer> LENGTHS =
            List.of(99, 100, 101, 199, 200, 201, 320, 321, 500, 501, 9_999, 10_000, 10_001, 70_000);

    private static final List<String> UNITS = List.of("x", "\u00e9", "\u6c5f", "\ud83d\ude00", "e\u0301", " ", "\\");

    private OddText() {}

    static String draw(Draw draw) {
        return switch (draw.below(8)) {
            case 0 -> repeated(draw, draw.of(LENGTHS));
            case 1 -> draw.of(ODD) + draw.of(ODD);
            case 2 -> letters(draw);
            case 3 -> PRIVATE + draw.of(ODD);
            default -> draw.of(ODD);
        };
    }

    /** A text of about this length. */
    static String repeated(Draw draw, int length) {
        String unit = draw.of(UNITS);
        return unit.repeat(Math.max(1, length / unit.length()));
    }

    private static String letters(Draw draw) {
        int length = draw.below(40);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (draw.oneIn(3) ? draw.below(0x10000) : ' ' + draw.below(95)));
        }
        return text.toString();
    }

    /** As a JSON text: what JSON or UTF-8 does not take is escaped, and now and then is not. */
    static String quoted(Draw draw, String text) {
        boolean careless = draw.oneIn(20);
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (!careless && (c == '"' || c == '\\')) {
                json.append('\\').append(c);
            } else if (!careless && (c < ' ' || Character.isSurrogate(c))) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
