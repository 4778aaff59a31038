package dev.leadline.platform.problem;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.when;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a transaction takes longer than it may, whatever was under way then. */
@QuarkusTest
class TransactionLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"one-statement", "many-statements", "many-queries", "late-commit", "late-statement"})
    void whenATransactionHasTakenTooLong_thenTheClientIsToldToComeBack(String what) {
        assertProblem(when().get("/test/overdue/declared/" + what), 503).header("Retry-After", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-statement", "many-statements", "many-queries", "late-commit", "late-statement"})
    void whenATransactionBegunByHandHasTakenTooLong_thenTheClientIsToldToComeBack(String what) {
        assertProblem(when().get("/test/overdue/by-hand/" + what), 503).header("Retry-After", "2");
    }
}
