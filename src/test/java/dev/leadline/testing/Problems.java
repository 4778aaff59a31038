package dev.leadline.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every problem body has (RFC 9457). */
public final class Problems {

    private Problems() {}

    /** Makes sure that the answer is a whole problem of this status, and tells nothing of the inside. */
    public static ValidatableResponse assertProblem(Response answer, int status) {
        String body = answer.asString();
        assertEquals(status, answer.statusCode(), body);
        assertEquals("application/problem+json", answer.contentType(), body);
        JsonNode problem = Json.of(answer);
        assertAll(
                body,
                () -> assertNotNull(answer.header("X-Request-Id"), "X-Request-Id"),
                () -> assertTrue(problem.path("type").asText().startsWith("urn:leadline:problem:"), "type"),
                () -> assertTrue(problem.path("title").isTextual(), "title"),
                () -> assertEquals(status, problem.path("status").asInt(), "status"),
                () -> assertTrue(problem.path("detail").isTextual(), "detail"),
                () -> assertTrue(problem.path("instance").asText().startsWith("/"), "instance"),
                () -> assertFalse(body.contains("dev.leadline"), "a class of ours"),
                () -> assertFalse(body.contains("Exception"), "an exception"));
        return answer.then();
    }

    /** As {@link #assertProblem}, with an error that points to this place of the body. */
    public static ValidatableResponse assertProblemAt(Response answer, int status, String pointer) {
        ValidatableResponse problem = assertProblem(answer, status);
        JsonNode errors = Json.of(answer).path("errors");
        assertTrue(errors.findValuesAsText("pointer").contains(pointer), answer::asString);
        return problem;
    }

    /** As {@link #assertProblem}, with an error that names this query parameter. */
    public static ValidatableResponse assertProblemOf(Response answer, int status, String parameter) {
        ValidatableResponse problem = assertProblem(answer, status);
        JsonNode errors = Json.of(answer).path("errors");
        assertTrue(errors.findValuesAsText("parameter").contains(parameter), answer::asString);
        assertFalse(errors.path(0).has("pointer"), answer::asString);
        assertTrue(errors.path(0).has("parameter"), answer::asString);
        return problem;
    }
}
