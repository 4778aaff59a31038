package dev.leadline.platform.problem;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the client's fault. */
@QuarkusTest
class InternalProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"unexpected", "memory"})
    void whenTheServiceFails_thenTheAnswerHidesTheInsideAndItsErrorIdLeadsToTheLog(String failure) {
        try (LogLines log = LogLines.of(ProblemMappers.class.getName())) {
            String errorId = assertProblem(when().get("/test/failures/" + failure), 500)
                    .body(not(containsString(FailingResource.SECRET)))
                    .extract()
                    .path("errorId");

            ExtLogRecord line = lineOf(errorId, log);
            assertEquals(FailingResource.SECRET, line.getThrown().getMessage());
            assertNotNull(line.getMdc("requestId"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "40001", "40P01", "55P03"})
    void whenTheDatabaseCannotAnswerForNow_thenTheClientIsToldToComeBack(String state) {
        assertUnavailable("/test/failures/database/" + state);
    }

    @Test
    void when_the_pool_has_no_connection_in_time_then_the_client_is_told_to_come_back() {
        assertUnavailable("/test/failures/pool");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "55000", "XX000", "none"})
    void whenTheDatabaseRefusesAStatement_thenItIsAnInternalError(String state) {
        assertProblem(when().get("/test/failures/database/" + state), 500);
    }

    @Test
    void when_the_records_are_not_read_in_time_then_the_client_is_told_to_come_back_a_little_later() {
        try (LogLines extension = LogLines.of("http-problem")) {
            assertUnavailable("/test/failures/not-yet-read", "5");
            assertTrue(extension.records().stream()
                    .noneMatch(line -> LogLines.message(line).contains("not-yet-read")));
        }
    }

    private static void assertUnavailable(String path) {
        assertUnavailable(path, "2");
    }

    private static void assertUnavailable(String path, String retryAfter) {
        try (LogLines log = LogLines.of(ProblemMappers.class.getName())) {
            String errorId = assertProblem(when().get(path), 503)
                    .header("Retry-After", retryAfter)
                    .body(not(containsString(FailingResource.SECRET)))
                    .extract()
                    .path("errorId");

            assertNull(lineOf(errorId, log).getThrown(), "one line, for an outage makes many");
        }
    }

    private static ExtLogRecord lineOf(String errorId, LogLines log) {
        return log.records().stream()
                .filter(line -> LogLines.message(line).contains(errorId))
                .findFirst()
                .orElseThrow();
    }
}
