package dev.leadline.platform.paging;

import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values of a list's filters, read from query parameters. A parameter that is not given reads as null. */
public final class FilterValue {

    private static final Set<String> PAGING = Set.of("limit", "cursor");

    private FilterValue() {}

    /**
     * Makes sure that a misspelt filter does not silently widen the list.
     *
     * @param names the list's filters
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if another parameter is given, or one twice or empty
     */
    public static void requireKnown(UriInfo uri, Set<String> names) {
        for (Map.Entry<String, List<String>> given : uri.getQueryParameters().entrySet()) {
            String name = given.getKey();
            if (!names.contains(name) && !PAGING.contains(name)) {
                Set<String> known = new TreeSet<>(names);
                known.addAll(PAGING);
                throw bad(name, "is not a parameter of this list; they are " + String.join(", ", known));
            }
            if (given.getValue().size() > 1) {
                throw bad(name, "must be given once");
            }
            if (given.getValue().get(0).isEmpty()) {
                throw bad(name, "must not be empty");
            }
        }
    }

    /** The value as it stands. */
    public static String text(String name, String given) {
        String fault = given == null ? null : CleanText.faultOf(given);
        if (fault != null) {
            throw bad(name, fault);
        }
        return given;
    }

    public static UUID id(String name, String given) {
        if (given == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(given);
            // It takes shorter texts too.
            if (id.toString().equalsIgnoreCase(given)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Same answer as for a text that is too short.
        }
        throw bad(name, "must be an id (UUID)");
    }

    public static LocalDate day(String name, String given) {
        try {
            LocalDate day = given == null ? null : LocalDate.parse(given);
            if (day == null || day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // Same answer as for a day out of range.
        }
        throw bad(name, "must be a day like 2026-01-31");
    }

    public static <E extends Enum<E>> E choice(String name, String given, Class<E> type) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the first day lies behind the last */
    public static void requireOrder(LocalDate from, LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw bad("from", "must not lie after to");
        }
    }

    private static RuntimeException bad(String name, String detail) {
        return Problem.badParameter(name, detail).toException();
    }
}
