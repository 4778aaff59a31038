package dev.leadline.platform.paging;

import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in a list: the key of the last record seen, part by part. Opaque to clients; it holds no more than such a
 * key, and the workspace of a query never comes from it.
 *
 * @param parts the key's parts
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = ".";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** @param parts of the key of the page's last record, none null */
    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    String encoded(ListId list) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        Stream<String> key = parts.stream().map(part -> encoder.encodeToString(part.getBytes(StandardCharsets.UTF_8)));
        return Stream.concat(Stream.of(list.mark()), key).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * @param list the list that is asked for
     * @param size how many parts the list's key has
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no cursor of such a list
     */
    static Cursor decoded(String text, ListId list, int size) {
        try {
            String[] given = text.split(Pattern.quote(SEPARATOR), -1);
            List<String> parts = Arrays.stream(given)
                    .skip(1)
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                    .toList();
            if (given[0].equals(list.mark())
                    && parts.size() == size
                    && parts.stream().allMatch(part -> CleanText.faultOf(part) == null)) {
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
    public LocalDate day(int part) {
        try {
            LocalDate day = LocalDate.parse(parts.get(part));
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // Same answer as for a day out of range.
        }
        throw invalid();
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
