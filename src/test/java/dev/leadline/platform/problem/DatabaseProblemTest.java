package dev.leadline.platform.problem;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.when;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself makes fail. */
@QuarkusTest
class DatabaseProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"worker-lost", "standby", "statement-timeout", "ended-in-transaction", "ended"})
    void whenTheDatabaseCannotDoItForNow_thenTheClientIsToldToComeBack(String what) {
        assertProblem(when().get("/test/refusals/" + what), 503).header("Retry-After", "2");
    }

    @Test
    void when_the_database_has_an_internal_error_then_so_has_the_service() {
        assertProblem(when().get("/test/refusals/internal"), 500);
    }
}
