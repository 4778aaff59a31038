package dev.leadline.access.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.platform.openapi.ServedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies of an operation that refer to records: its example with an id, or names, in the fields that take them. */
final class ReferringBodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document = ServedDocument.read().root();

    /** The calls that put the id in each field that takes one; for a batch in a row, both as an array and as a line. */
    List<Call> withId(Call call, String id) {
        List<Call> calls = new ArrayList<>();
        for (String field : idFields(call)) {
            ObjectNode row = row(call);
            List<String> alternatives = new ArrayList<>();
            String stem = field.substring(0, field.length() - "Id".length());
            row.fieldNames().forEachRemaining(name -> {
                if (name.startsWith(stem)) {
                    alternatives.add(name);
                }
            });
            row.remove(alternatives);
            calls.addAll(with(call, row.put(field, id)));
        }
        return calls;
    }

    /** The calls that put these names in the fields of the same name. */
    List<Call> withNames(Call call, Map<String, String> names) {
        ObjectNode row = row(call);
        schema(call).path("properties").fieldNames().forEachRemaining(field -> {
            if (names.containsKey(field)) {
                row.put(field, names.get(field));
            }
        });
        return with(call, row);
    }

    private static List<Call> with(Call call, ObjectNode row) {
        return isBatch(call)
                ? List.of(call.withBody(Call.JSON, "[" + row + "]"), call.withBody(Call.NDJSON, row.toString()))
                : List.of(call.withBody(Call.JSON, row.toString()));
    }

    static boolean isBatch(Call call) {
        return call.operation().path().endsWith("/batch");
    }

    private List<String> idFields(Call call) {
        List<String> fields = new ArrayList<>();
        schema(call).path("properties").properties().forEach(property -> {
            if (property.getValue().path("format").asText().equals("uuid")) {
                fields.add(property.getKey());
            }
        });
        return fields;
    }

    private JsonNode schema(Call call) {
        JsonNode schema = call.operation().bodies().path(Call.JSON).path("schema");
        JsonNode row = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
        String reference = row.path("$ref").asText();
        return reference.isEmpty() ? row : document.at(reference.substring(1));
    }

    private static ObjectNode row(Call call) {
        try {
            JsonNode example = JSON.readTree(call.body());
            return (ObjectNode) (example.isArray() ? example.get(0) : example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
