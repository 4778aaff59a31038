package dev.leadline.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples are true: pasted from top to bottom they are accepted, and answered in the form that is shown. */
@QuarkusTest
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Their members are what the data names. */
    private static final Set<String> FREE = Set.of("changes", "clickIds", "factors", "segment");

    /** Headers of a page that has a next one, and of an answer that is replayed. */
    private static final Set<String> SOMETIMES = Set.of("Link", "Idempotent-Replayed");

    private TestWorkspace workspace;
    /** Ids of the records made, by the path of their collection. */
    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void when_all_operations_are_tried_out_in_the_documents_order_then_they_answer_as_shown() throws IOException {
        List<ServedOperation> operations = ServedDocument.read().operations();
        assertTrue(operations.size() > 20, "operations are found");
        for (ServedOperation operation : operations) {
            tryOut(operation);
        }
    }

    private void tryOut(ServedOperation operation) throws IOException {
        JsonNode json = ServedOperation.example(operation.bodies().path("application/json"));
        int expected = expectedStatus(operation);
        Response answer = send(operation, ContentType.JSON.toString(), json.isMissingNode() ? null : json.toString());
        assertAnswers(operation, expected, answer);
        if (expected == 201 && answer.path("id") != null) {
            ids.put(operation.path(), answer.path("id"));
        }
        if (operation.responses().has("200") && expected == 201) {
            assertAnswers(operation, 200, send(operation, ContentType.JSON.toString(), json.toString()));
        }
        JsonNode lines = ServedOperation.example(operation.bodies().path("application/x-ndjson"));
        if (!lines.isMissingNode()) {
            assertAnswers(operation, 207, send(operation, "application/x-ndjson", lines.asText()));
        }
    }

    private static int expectedStatus(ServedOperation operation) {
        return List.of(201, 207, 204, 200).stream()
                .filter(status -> operation.responses().has(String.valueOf(status)))
                .findFirst()
                .orElseThrow();
    }

    private Response send(ServedOperation operation, String contentType, String body) {
        RequestSpecification request = operation.tag().equals("Installation")
                ? given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY)
                : workspace.admin();
        if (body != null) {
            request.contentType(contentType).body(body.getBytes(StandardCharsets.UTF_8));
        }
        operation.parameters().stream()
                .filter(parameter -> parameter.has("example"))
                .forEach(parameter -> request.queryParam(
                        parameter.path("name").asText(),
                        parameter.path("example").asText()));
        return request.request(operation.method(), operation.address(ids.getOrDefault(operation.collection(), "")));
    }

    private static void assertAnswers(ServedOperation operation, int status, Response answer) throws IOException {
        assertEquals(status, answer.statusCode(), () -> operation + ": " + answer.asString());
        assertTrue(
                operation.responses().path(String.valueOf(status)).path("headers").properties().stream()
                        .allMatch(header ->
                                SOMETIMES.contains(header.getKey()) || answer.header(header.getKey()) != null),
                () -> operation + " answers with the headers it tells: " + answer.headers());
        if (status != 204) {
            assertSameForm(
                    operation + " " + status, operation.answerExample(status), JSON.readTree(answer.asByteArray()));
        }
    }

    /** The members of objects are the same, all the way down, as far as both have something there. */
    private static void assertSameForm(String place, JsonNode shown, JsonNode answered) {
        if (shown.isObject() && answered.isObject() && !shown.isEmpty() && !answered.isEmpty()) {
            assertEquals(names(shown), names(answered), "The example shows other members than the answer: " + place);
            shown.properties().stream()
                    .filter(member -> !FREE.contains(member.getKey()))
                    .forEach(member -> assertSameForm(
                            place + "/" + member.getKey(), member.getValue(), answered.path(member.getKey())));
        } else if (shown.isArray() && answered.isArray() && !shown.isEmpty() && !answered.isEmpty()) {
            assertSameForm(place + "/0", shown.path(0), answered.path(0));
        } else if (!shown.isNull() && !answered.isNull() && !shown.isEmpty() && !answered.isEmpty()) {
            assertEquals(shown.getNodeType(), answered.getNodeType(), place);
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }
}
