package dev.leadline.analysis.query;

import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One query parameter: its name and its text, null where it is not given. Reading fails with a 400 that names it.
 */
public record ParameterValue(String name, String text) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is given twice */
    public static ParameterValue of(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        if (values != null && values.size() > 1) {
            throw fault(name, "must be given once");
        }
        String text = values == null || values.get(0).isBlank()
                ? null
                : clean(name, values.get(0).strip());
        return new ParameterValue(name, text);
    }

    /** A 400 that names the parameter. */
    public static RuntimeException fault(String name, String detail) {
        return Problem.badParameter(name, detail).toException();
    }

    static String clean(String name, String text) {
        String fault = CleanText.faultOf(text);
        if (fault != null) {
            throw fault(name, fault);
        }
        return text;
    }

    public String text(String fallback) {
        return text == null ? fallback : text;
    }

    List<String> list() {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
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

    public double number(double least, double most, double fallback) {
        return decimal(BigDecimal.valueOf(least), BigDecimal.valueOf(most), BigDecimal.valueOf(fallback))
                .doubleValue();
    }

    /** Plain digits only, so that NaN and hexadecimal floats do not slip through. */
    public BigDecimal decimal(BigDecimal least, BigDecimal most, BigDecimal fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number out of range.
        }
        throw fault(name, "must be a number from " + plain(least) + " to " + plain(most));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    public long whole(long least, long most, long fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number out of range.
        }
        throw fault(name, "must be a whole number from " + least + " to " + most);
    }
}
