package dev.leadline.platform.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts with commas between them. One that has a comma itself stands in double quotes, in which two are one:
 * {@code "Portland, OR",Jiangsu}. Quotes that do not stand around the whole of a text are a part of it, as in {@code 6" pipe}.
 */
final class QuotedList {

    private static final char QUOTE = '"';
    private static final char COMMA = ',';

    private final String text;
    private int at;

    private QuotedList(String text) {
        this.text = text;
    }

    /** The texts, at least one; white space around them is left as it is, but for that around quotes. */
    static List<String> parts(String text) {
        QuotedList list = new QuotedList(text);
        List<String> parts = new ArrayList<>();
        do {
            parts.add(list.next());
        } while (list.at++ < text.length());
        return parts;
    }

    /** Reads up to the next comma between texts, or to the end. */
    private String next() {
        String quoted = quoted();
        if (quoted != null) {
            return quoted;
        }
        int from = at;
        at = indexOf(COMMA);
        return text.substring(from, at);
    }

    /** The text in quotes that comes next; null, and nothing is read, if none does. */
    private String quoted() {
        StringBuilder content = new StringBuilder();
        int i = behindSpace(at);
        if (!isAt(i, QUOTE)) {
            return null;
        }
        for (i++; i < text.length(); i++) {
            if (isAt(i, QUOTE) && !isAt(++i, QUOTE)) {
                int end = behindSpace(i);
                if (end < text.length() && !isAt(end, COMMA)) {
                    return null;
                }
                at = end;
                return content.toString();
            }
            content.append(text.charAt(i));
        }
        return null;
    }

    private int behindSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isAt(int i, char wanted) {
        return i < text.length() && text.charAt(i) == wanted;
    }

    private int indexOf(char wanted) {
        int found = text.indexOf(wanted, at);
        return found < 0 ? text.length() : found;
    }
}
