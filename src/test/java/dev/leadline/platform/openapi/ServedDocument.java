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
public final class ServedDocument {

    static final String ADDRESS = "/q/openapi";

    private final JsonNode root;

    private ServedDocument(JsonNode root) {
        this.root = root;
    }

    public static ServedDocument read() {
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

    public JsonNode root() {
        return root;
    }

    /** The operations in the document's order. */
    public List<ServedOperation> operations() {
        List<ServedOperation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new ServedOperation(path.getKey(), method.getKey().toUpperCase(), method.getValue()))));
        return operations;
    }

    /** One operation. */
    public record ServedOperation(String path, String method, JsonNode node) {

        private static final String EXTERNAL_ID = "{externalId}";

        public String id() {
            return node.path("operationId").asText();
        }

        public String tag() {
            return node.path("tags").path(0).asText();
        }

        /** Whether the path names a record. */
        public boolean hasId() {
            return path.contains("{");
        }

        /** Whether the path names a record as others call it. */
        public boolean hasExternalId() {
            return path.contains(EXTERNAL_ID);
        }

        /** The path of the records that the operation is about. */
        public String collection() {
            return path.replaceFirst("(/by-external-id)?/\\{.*", "");
        }

        /** The path with an id, or with the external id of the example. */
        public String address(String id) {
            return address(id, externalId());
        }

        /** The path with an id, or with an external one. */
        public String address(String id, String externalId) {
            return path.replace("{id}", id).replace(EXTERNAL_ID, externalId);
        }

        /** The external id of the path's example; empty if the path has none. */
        public String externalId() {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter ->
                            parameter.path("schema").path("examples").path(0).asText())
                    .findFirst()
                    .orElse("");
        }

        public JsonNode bodies() {
            return node.path("requestBody").path("content");
        }

        public JsonNode responses() {
            return node.path("responses");
        }

        public List<JsonNode> parameters() {
            return elements(node.path("parameters")).toList();
        }

        /** The value of a body's example; missing if there is none. */
        public static JsonNode example(JsonNode mediaType) {
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
