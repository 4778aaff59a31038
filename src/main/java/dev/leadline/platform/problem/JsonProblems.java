package dev.leadline.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import dev.leadline.platform.time.GivenTime;
import java.io.CharConversionException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns what Jackson says of a body into a problem that names the field, and nothing of our classes. */
public final class JsonProblems {

    private JsonProblems() {}

    /** 400 for text that is no JSON, 422 for JSON that does not fit the record. */
    public static Problem of(JsonProcessingException failure) {
        if (failure instanceof StreamReadException || failure instanceof StreamConstraintsException) {
            return unreadable(failure, "");
        }
        if (failure.getCause() instanceof InputCoercionException && failure instanceof JsonMappingException mapping) {
            return Problem.invalid(pointer(mapping), "must be a whole number in range");
        }
        if (failure.getCause() instanceof StreamReadException
                || failure.getCause() instanceof StreamConstraintsException) {
            return unreadable(
                    (JsonProcessingException) failure.getCause(),
                    failure instanceof JsonMappingException mapping ? pointer(mapping) : "");
        }
        if (failure.getCause() instanceof CharConversionException) {
            return Problem.unreadable("The body is not UTF-8.", null);
        }
        if (String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token")) {
            return unreadable(failure, "");
        }
        if (failure instanceof JsonMappingException mapping) {
            return Problem.invalid(pointer(mapping), detail(mapping));
        }
        return Problem.unreadable("The body is not valid JSON.", null);
    }

    /**
     * The same of a body that is read bit by bit.
     *
     * @param parser where it stopped
     */
    public static Problem of(JsonProcessingException failure, JsonParser parser) {
        return failure instanceof StreamConstraintsException ? unreadable(failure, pointer(parser)) : of(failure);
    }

    /**
     * 422: the body has a field that its record has not.
     *
     * @param known the names of the fields that there are
     */
    public static Problem unknownField(String name, Collection<?> known) {
        return Problem.invalid(shown('/' + escaped(name)), unknown(known));
    }

    /** @param otherwise where it is, if the failure itself does not know */
    private static Problem unreadable(JsonProcessingException failure, String otherwise) {
        JsonLocation location = failure.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : " near line " + location.getLineNr() + ", column " + location.getColumnNr();
        String what = what(failure);
        String pointer = failure.getProcessor() instanceof JsonParser parser ? pointer(parser) : otherwise;
        return Problem.unreadable(
                "The body is not valid JSON: " + what + where + ".", List.of(FieldError.at(pointer, what)));
    }

    private static String what(JsonProcessingException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return "the same field appears twice";
        }
        if (message.startsWith("Trailing token")) {
            return "there is more text after its end";
        }
        if (failure instanceof StreamConstraintsException) {
            if (message.contains("nesting")) {
                return "it is nested too deeply";
            }
            return message.contains("Number") ? "a number has too many digits" : "a text or name is too long";
        }
        if (message.contains("NaN") || message.contains("INF") || message.contains("Infinity")) {
            return "NaN and infinite numbers are not JSON";
        }
        if (message.contains("out of range")) {
            return "a number is out of range";
        }
        if (message.contains("end-of-input") || message.contains("end-of-content")) {
            return "it is cut off";
        }
        if (message.contains("UTF-8")) {
            return "it is not UTF-8";
        }
        return "unexpected character or token";
    }

    private static String pointer(JsonParser parser) {
        return shown(parser.getParsingContext().pathAsPointer().toString());
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(escaped(name));
        }
        return shown(pointer.toString());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A client's own text, made fit to be shown: names in a faulty body may hold what no answer can. */
    private static String shown(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String detail(JsonMappingException failure) {
        if (failure instanceof PropertyBindingException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return unknown(known == null ? List.of() : known);
        }
        if (failure instanceof InvalidValueException) {
            return failure.getOriginalMessage();
        }
        if (failure.getCause() instanceof NumberFormatException) {
            return "must be a number in range";
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return "must be " + expected(mismatch.getTargetType(), failure instanceof InvalidFormatException);
        }
        return "cannot be read";
    }

    private static String unknown(Collection<?> known) {
        return known.isEmpty()
                ? "is not a field of this record"
                : "is not a field of this record; its fields are "
                        + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(Class<?> type, boolean scalarGiven) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == UUID.class) {
            return "an id (UUID)";
        }
        if (java.time.LocalDate.class == type) {
            return "a day like 2026-01-31";
        }
        if (GivenTime.class == type) {
            return GivenTime.EXPECTED;
        }
        if (java.time.OffsetDateTime.class == type) {
            return "an instant with offset like 2026-01-31T09:30:00Z";
        }
        if (type == BigDecimal.class) {
            return "a number in range";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number in range";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return scalarGiven ? "of another form" : "an object";
    }
}
