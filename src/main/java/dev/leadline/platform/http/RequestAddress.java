package dev.leadline.platform.http;

import dev.leadline.platform.problem.Problem;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The address of a request as it was sent: path and query.
 *
 * @param text a character for each byte
 */
record RequestAddress(String text) {

    private static final String MARKS = "-._~:/?#[]@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What is wrong with it, and how it is written instead; empty if nothing is. */
    Optional<Problem> fault() {
        for (int i = 0; i < text.length(); i++) {
            if (!mayHave(i)) {
                return Optional.of(fault(i));
            }
        }
        return Optional.empty();
    }

    /** The path, with all escaped that must be. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < text.length() && text.charAt(i) != '?'; i++) {
            path.append(mayHave(i) ? text.substring(i, i + 1) : escaped(text.charAt(i)));
        }
        return path.toString();
    }

    /** Whether the character there may stand in an address (RFC 3986). */
    private boolean mayHave(int at) {
        char c = text.charAt(at);
        return c == '%'
                ? at + 2 < text.length()
                        && HexFormat.isHexDigit(text.charAt(at + 1))
                        && HexFormat.isHexDigit(text.charAt(at + 2))
                : isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private Problem fault(int at) {
        String what = what(text.charAt(at));
        int query = text.indexOf('?');
        if (query < 0 || at < query) {
            return Problem.badAddress("The address " + what + ".");
        }
        String before = text.substring(Math.max(query, text.lastIndexOf('&', at)) + 1, at);
        int name = before.indexOf('=');
        return name < 0
                ? Problem.badAddress("The query " + what + ".")
                : Problem.badParameter(before.substring(0, name), what);
    }

    private static String what(char c) {
        if (c == '%') {
            return "has a % that escapes nothing; write %25 for the character itself";
        }
        if (c > '~' || c < ' ') {
            return "has a character that must be escaped, each byte of its UTF-8 as %XX";
        }
        return "has the character " + c + ", which must be escaped: write " + escaped(c);
    }

    private static String escaped(char c) {
        return '%' + HEX.toHexDigits((byte) c);
    }
}
