package dev.leadline.fuzz;

import java.nio.charset.StandardCharsets;

/** Texts as they stand in an address. */
final class Escaped {

    private Escaped() {}

    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ',') {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }
}
