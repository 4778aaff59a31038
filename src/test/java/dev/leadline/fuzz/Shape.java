package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema of the document with references followed.
 *
 * @param root the document
 * @param schema the schema itself; missing where the document says nothing
 */
record Shape(JsonNode root, JsonNode schema) {

    Shape {
        while (schema.has("$ref") || schema.has("anyOf")) {
            schema = schema.has("$ref")
                    ? root.at(schema.path("$ref").asText().substring(1))
                    : schema.path("anyOf").path(0);
        }
    }

    Shape member(String name) {
        JsonNode known = schema.path("properties").path(name);
        return new Shape(root, known.isMissingNode() ? schema.path("additionalProperties") : known);
    }

    Shape element() {
        return new Shape(root, schema.path("items"));
    }

    static Shape unknown(JsonNode root) {
        return new Shape(root, MissingNode.getInstance());
    }

    List<String> memberNames() {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> choices() {
        List<String> choices = new ArrayList<>();
        schema.path("enum").forEach(choice -> choices.add(choice.asText()));
        return choices;
    }

    /** Whether its description says so. */
    boolean says(String words) {
        return schema.path("description").asText().contains(words);
    }

    String format() {
        return schema.path("format").asText();
    }

    boolean is(String type) {
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            return types.asText().equals(type);
        }
        for (JsonNode one : types) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
