package dev.leadline.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a request, each with its value as JSON text, so that a test can also write what no mapper would.
 *
 * @param values JSON texts by name
 */
public record Fields(Map<String, String> values) {

    /** Names and values by turns; a value is JSON text. */
    public static Fields of(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Fields(values);
    }

    /** These fields with one set to another JSON text. */
    public Fields with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Fields(changed);
    }

    /** These fields without one. */
    public Fields without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Fields(changed);
    }

    /** The JSON object, on one line. */
    public String json() {
        return values.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
