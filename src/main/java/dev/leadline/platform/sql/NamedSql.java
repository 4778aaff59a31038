package dev.leadline.platform.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL whose {@code :name} parameters have been replaced by question marks.
 *
 * @param sql as the driver takes it
 * @param names the parameters' names in the order of the marks
 */
public record NamedSql(String sql, List<String> names) {

    /** @param text with {@code :name} parameters; what is quoted or a cast is none */
    public static NamedSql parse(String text) {
        StringBuilder sql = new StringBuilder();
        List<String> names = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            boolean cast = c == ':' && (peek(text, i + 1) == ':' || i > 0 && text.charAt(i - 1) == ':');
            if (c == ':' && !quoted && !cast && Character.isLetter(peek(text, i + 1))) {
                int end = i + 1;
                while (Character.isLetterOrDigit(peek(text, end))) {
                    end++;
                }
                names.add(text.substring(i + 1, end));
                sql.append('?');
                i = end - 1;
            } else {
                sql.append(c);
            }
        }
        return new NamedSql(sql.toString(), List.copyOf(names));
    }

    private static char peek(String text, int i) {
        return i < text.length() ? text.charAt(i) : ' ';
    }
}
