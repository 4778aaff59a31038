package dev.leadline.platform.query;

import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One query parameter: its name and its text, null where it is not given. Reading fails with a 400 that names the parameter.
 *
 * @param name as the request spells it
 * @param text as it stands; null: the fallback is read
 */
public record QueryValue(String name, String text) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the text could not be stored */
    public QueryValue {
        String fault = text == null ? null : CleanText.faultOf(text);
        if (fault != null) {
            throw fault(name, fault);
        }
    }

    /** A value that may be blank, which counts as not given; nor does white space around it count. */
    public static QueryValue of(String name, Optional<String> given) {
        return new QueryValue(name, CleanText.normalised(given.orElse(null)));
    }

    /** A 400 that names the parameter. */
    public static RuntimeException fault(String name, String detail) {
        return Problem.badParameter(name, detail).toException();
    }

    /** The text, or the fallback if it is not given. */
    public String text(String fallback) {
        return text == null ? fallback : text;
    }

    /** The parts between commas; none if it is not given. */
    public List<String> list() {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /**
     * The texts between commas, one that has a comma standing in double quotes, as it is in {@code "Portland, OR",Jiangsu}; white
     * space around them does not count, and one that is empty is null. None if it is not given.
     */
    public List<String> quotedList() {
        return text == null
                ? List.of()
                : QuotedList.parts(text).stream().map(CleanText::normalised).toList();
    }

    /** One of a few words. */
    public String oneOf(List<String> words, String fallback) {
        if (text == null) {
            return fallback;
        }
        if (!words.contains(text)) {
            throw fault(name, "must be one of " + String.join(", ", words));
        }
        return text;
    }

    /** The constant of this name; null if it is not given. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        String chosen =
                oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(), null);
        return chosen == null ? null : Enum.valueOf(type, chosen);
    }

    /** The constants of these names, which have commas between them; all there are if it is not given. */
    public <E extends Enum<E>> Set<E> choices(Class<E> type) {
        return text == null
                ? EnumSet.allOf(type)
                : list().stream()
                        .map(name -> new QueryValue(this.name, name).choice(type))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** Null if it is not given. */
    public UUID id() {
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            // It takes shorter texts too.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Same answer as for a text that is too short.
        }
        throw fault(name, "must be an id (UUID)");
    }

    /** Any day of a year with four digits; null if it is not given. */
    public LocalDate day() {
        return day(FIRST_DAY, LAST_DAY, null);
    }

    /** A day within bounds, both included, or the fallback if it is not given. */
    public LocalDate day(LocalDate earliest, LocalDate latest, LocalDate fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(earliest) && !day.isAfter(latest)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Same answer as for a day out of range.
        }
        throw fault(name, "must be a day like 2026-01-31, from " + earliest + " to " + latest);
    }

    /**
     * Plain digits only, so that NaN and hexadecimal floats do not slip through.
     *
     * @param least the lower bound, a decimal as the API document writes it
     * @param most the upper bound, likewise
     */
    public BigDecimal decimal(String least, String most, BigDecimal fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number out of range.
        }
        throw fault(name, "must be a number from " + least + " to " + most);
    }

    /** A whole number within bounds, both included, or the fallback if it is not given. */
    public int whole(int least, int most, int fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number out of range.
        }
        throw fault(name, "must be a whole number from " + least + " to " + most);
    }
}
