package dev.leadline.platform.openapi;

import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever POST the document has takes an idempotency key: its example, sent twice, is done once. */
@QuarkusTest
class EveryPostIsIdempotentTest {

    @Test
    void when_any_post_is_repeated_with_its_key_then_it_is_replayed_and_no_other_body_is_taken() {
        TestWorkspace workspace = TestWorkspace.create();
        List<ServedOperation> posts = ServedDocument.read().operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .toList();
        assertTrue(posts.size() >= 10, "posts are found");
        for (ServedOperation post : posts) {
            assertTrue(
                    post.parameters().stream()
                            .anyMatch(
                                    parameter -> parameter.path("name").asText().equals("Idempotency-Key")),
                    () -> post + " tells the header");
            for (Map.Entry<String, JsonNode> body : post.bodies().properties()) {
                tryOut(workspace, post, body.getKey(), text(ServedOperation.example(body.getValue())));
            }
        }
    }

    private static void tryOut(TestWorkspace workspace, ServedOperation post, String type, String body) {
        Response first = send(workspace, post, type, body);
        assertEquals(2, first.statusCode() / 100, () -> post + ": " + first.asString());
        assertNull(first.header("Idempotent-Replayed"), post::toString);
        Response again = send(workspace, post, type, body);
        assertEquals(first.statusCode(), again.statusCode(), post::toString);
        assertEquals("true", again.header("Idempotent-Replayed"), post::toString);
        assertEquals(first.header("Location"), again.header("Location"), post::toString);
        assertProblemOf(send(workspace, post, type, body + "\n"), 422, "Idempotency-Key");
    }

    private static Response send(TestWorkspace workspace, ServedOperation post, String type, String body) {
        RequestSpecification request = post.tag().equals("Installation")
                ? given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY)
                : workspace.admin();
        return request.header("Idempotency-Key", "example-" + post.id() + "-" + type + "-" + workspace.hashCode())
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(post.address(anyId(workspace, post)));
    }

    /** Of the records that the earlier posts have made. */
    private static String anyId(TestWorkspace workspace, ServedOperation post) {
        return post.path().contains("{id}")
                ? workspace.admin().get(post.collection()).path("items[0].id")
                : "";
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }
}
