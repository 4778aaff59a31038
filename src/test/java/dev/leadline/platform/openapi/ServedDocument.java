package dev.leadline.platform.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The API document as the running service answers it. */
final class ServedDocument {

    static final String ADDRESS = "/q/openapi";

    private final JsonNode root;

    private ServedDocument(JsonNode root) {
        this.root = root;
    }

    static ServedDocument read() {
        String json = given().queryParam("format", "json")
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ServedDocument(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The operations in the document's order. */
    List<ServedOperation> operations() {
        List<ServedOperation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new ServedOperation(path.getKey(), method.getKey().toUpperCase(), method.getValue()))));
        return operations;
    }

    /** One operation. */
    record ServedOperation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        String tag() {
            return node.path("tags").path(0).asText();
        }

        JsonNode bodies() {
            return node.path("requestBody").path("content");
        }

        JsonNode responses() {
            return node.path("responses");
        }

        List<JsonNode> parameters() {
            return elements(node.path("parameters")).toList();
        }

        /** The value of a body's example; missing if there is none. */
        static JsonNode example(JsonNode mediaType) {
            return mediaType.path("examples").path("example").path("value");
        }

        /** The example that an answer's body has. */
        JsonNode answerExample(int status) {
            return example(
                    responses().path(String.valueOf(status)).path("content").path("application/json"));
        }

        @Override
        public String toString() {
            return id() + " (" + method + " " + path + ")";
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.elements(), 0), false);
    }
}
