package dev.leadline.platform.paging;

import dev.leadline.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A place in a list: the key of the last record seen, part by part. Opaque to clients; it holds no more than such a
 * key, and the workspace of a query never comes from it.
 *
 * @param parts the key's parts
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param size how many parts the list's key has
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no cursor of such a list
     */
    static Cursor decoded(String text, int size) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(joined.split(SEPARATOR, -1));
            if (parts.size() == size && joined.indexOf(0) < 0) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same answer as any other text that is no cursor.
        }
        throw invalid();
    }

    /** The part as an id. */
    public UUID id(int part) {
        try {
            return UUID.fromString(parts.get(part));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The part as a day. */
    public java.time.LocalDate day(int part) {
        try {
            return java.time.LocalDate.parse(parts.get(part));
        } catch (java.time.DateTimeException e) {
            throw invalid();
        }
    }

    /** The part as it stands. */
    public String text(int part) {
        return parts.get(part);
    }

    private static RuntimeException invalid() {
        return Problem.badParameter("cursor", "is not a cursor of this list; take it from the last page's \"next\"")
                .toException();
    }
}
