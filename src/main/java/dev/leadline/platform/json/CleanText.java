package dev.leadline.platform.json;

/** What makes a text one that can be stored and shown. */
public final class CleanText {

    private CleanText() {}

    /** What is wrong with the text, for the client; null when nothing is. */
    public static String faultOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain the NUL character";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must not contain half of a surrogate pair";
            }
        }
        return null;
    }

    /** Without surrounding white space; null for a text of nothing else, for an empty value means "missing". */
    public static String normalised(String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
