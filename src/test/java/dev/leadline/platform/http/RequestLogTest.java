package dev.leadline.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.LogLines;
import dev.leadline.testing.Patience;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request ids and access lines. */
@QuarkusTest
class RequestLogTest {

    private static final String ID = "X-Request-Id";

    private final LogLines log = LogLines.of("access");

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "order-17/retry:2", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
    void givenADecentRequestId_thenItIsKept(String id) {
        given().header(ID, id).get("/q/health/live").then().header(ID, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a\"b", "\u00e4", "{}"})
    void givenAnIndecentRequestId_thenItIsReplaced(String id) {
        String answered = given().header(ID, id).get("/q/health/live").header(ID);
        assertEquals(answered, UUID.fromString(answered).toString());
    }

    @Test
    void given_a_request_id_that_is_too_long_then_it_is_replaced() {
        String longest = "x".repeat(128);
        assertEquals(longest, given().header(ID, longest).get("/q/health/live").header(ID));
        assertNotEquals(
                longest + "x",
                given().header(ID, longest + "x").get("/q/health/live").header(ID));
    }

    @Test
    void given_no_request_id_then_each_request_gets_one() {
        assertNotEquals(
                given().get("/q/health/live").header(ID),
                given().get("/q/health/live").header(ID));
    }

    @Test
    void when_a_request_is_answered_then_one_line_tells_of_it_and_nothing_of_what_was_asked() {
        String body = Examples.inquiry("i1").with("contact", """
                        {"email":"mei@example.com"}""").json();
        String id = workspace
                .post("/inquiries", body)
                .then()
                .statusCode(201)
                .extract()
                .header(ID);

        ExtLogRecord line = lineOf(id);
        assertEquals("POST", line.getMdc("method"));
        assertEquals("/api/v1/inquiries", line.getMdc("path"));
        assertEquals("201", line.getMdc("status"));
        assertTrue(Double.parseDouble(line.getMdc("millis")) > 0, line.getMdc("millis"));
        assertEquals(workspace.get("/workspace").path("id"), line.getMdc("workspace"));
        assertFalse(LogLines.message(line).contains("mei"), LogLines.message(line));
    }

    @Test
    void when_a_list_is_filtered_then_the_line_leaves_the_query_out() {
        Response answer = workspace.get("/inquiries?externalId=mei@example.com");

        ExtLogRecord line = lineOf(answer.header(ID));
        assertEquals("/api/v1/inquiries", line.getMdc("path"));
        assertFalse(LogLines.message(line).contains("mei") || line.getMdcCopy().containsValue("mei"));
    }

    @Test
    void when_a_key_may_not_do_it_then_the_line_still_names_its_workspace() {
        ExtLogRecord line =
                lineOf(workspace.analyst().body("{}").post("/api/v1/inquiries").header(ID));

        assertEquals("403", line.getMdc("status"));
        assertEquals(workspace.get("/workspace").path("id"), line.getMdc("workspace"));
    }

    @Test
    void when_nobody_is_let_in_then_the_line_names_no_workspace() {
        ExtLogRecord line = lineOf(given().get("/api/v1/workspace").header(ID));

        assertEquals("401", line.getMdc("status"));
        assertNull(line.getMdc("workspace"));
    }

    @Test
    void when_health_is_asked_then_no_line_is_written() {
        String health = given().get("/q/health/ready").header(ID);
        String after = given().get("/q/openapi").header(ID);

        lineOf(after);
        assertTrue(linesOf(health).isEmpty());
    }

    /** The one line of the request; it is written when the answer is out, so the client may be first. */
    private ExtLogRecord lineOf(String requestId) {
        Instant deadline = Instant.now().plus(Patience.LIMIT);
        while (linesOf(requestId).isEmpty()) {
            assertTrue(Instant.now().isBefore(deadline), "no line of " + requestId);
            Thread.onSpinWait();
        }
        assertEquals(1, linesOf(requestId).size());
        return linesOf(requestId).get(0);
    }

    private List<ExtLogRecord> linesOf(String requestId) {
        return log.records().stream()
                .filter(line -> requestId.equals(line.getMdc("requestId")))
                .toList();
    }
}
