package dev.leadline.access.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One call of an operation of the API document, by default as its example shows. */
record Call(ServedOperation operation, String id, Map<String, String> query, String contentType, String body) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    /** An id that no record has. */
    static final String NOBODYS_ID = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b";

    private static final Pattern ROLES = Pattern.compile("Needs a key with the role (.*)\\.");

    static List<Call> all() {
        return ServedDocument.read().operations().stream().map(Call::example).toList();
    }

    private static Call example(ServedOperation operation) {
        JsonNode body = ServedOperation.example(operation.bodies().path(JSON));
        Map<String, String> query = operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query") && parameter.has("example"))
                .collect(Collectors.toMap(
                        parameter -> parameter.path("name").asText(),
                        parameter -> parameter.path("example").asText()));
        return new Call(operation, NOBODYS_ID, query, JSON, body.isMissingNode() ? null : body.toString());
    }

    Call withId(String other) {
        return new Call(operation, other, query, contentType, body);
    }

    Call withQuery(String name, String value) {
        return new Call(operation, id, Map.of(name, value), contentType, body);
    }

    Call withBody(String type, String other) {
        return new Call(operation, id, query, type, other);
    }

    Response send(RequestSpecification key) {
        key.contentType(contentType);
        if (body != null) {
            key.body(body.getBytes(StandardCharsets.UTF_8));
        }
        return key.queryParams(query)
                .request(operation.method(), isPut() ? operation.address(id) : operation.address(id, id));
    }

    /** Whether it is about a record that must be there. */
    boolean hasId() {
        return operation.hasId() && !isPut();
    }

    /** By its external id in the body and in the path, which are one; it makes what is not there. */
    private boolean isPut() {
        return operation.method().equals("PUT");
    }

    /** The ids or the external ids of a workspace's records, whichever the path takes. */
    List<String> idsOf(Neighbour workspace) {
        return operation.hasExternalId() ? workspace.externalIds() : workspace.ids();
    }

    boolean isList() {
        return operation.id().startsWith("list");
    }

    boolean isOfTheInstallation() {
        return operation.tag().equals("Installation");
    }

    /** The roles that may do it, as the document tells. */
    Set<String> roles() {
        Matcher told = ROLES.matcher(operation.node().path("description").asText());
        if (!told.find()) {
            throw new AssertionError("The document does not tell the roles of " + operation);
        }
        return Pattern.compile("\\w+")
                .matcher(told.group(1).replace(" or ", " "))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    List<String> queryParameters() {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    @Override
    public String toString() {
        return operation + (query.isEmpty() ? "" : " " + query) + (body == null ? "" : " " + body);
    }
}
