package dev.leadline.platform.problem;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a transaction takes longer than it may, whatever was under way then. */
@QuarkusTest
class TransactionLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"one-statement", "many-statements", "many-queries", "late-commit", "late-statement"})
    void whenATransactionHasTakenTooLong_thenTheClientIsToldToComeBack(String what) {
        assertRefusedInOneLine("/test/overdue/declared/" + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-statement", "many-statements", "many-queries", "late-commit", "late-statement"})
    void whenATransactionBegunByHandHasTakenTooLong_thenTheClientIsToldToComeBack(String what) {
        assertRefusedInOneLine("/test/overdue/by-hand/" + what);
    }

    /** The transaction manager would tell of each what its threads were doing. */
    private static void assertRefusedInOneLine(String path) {
        try (LogLines ours = LogLines.of(ProblemMappers.class.getName());
                LogLines transactions = LogLines.of("com.arjuna.ats.arjuna")) {
            String errorId = assertProblem(when().get(path), 503)
                    .header("Retry-After", "2")
                    .extract()
                    .path("errorId");

            assertTrue(ours.records().stream()
                    .anyMatch(line -> LogLines.message(line).contains(errorId)));
            assertEquals(
                    List.of(),
                    transactions.records().stream().map(LogLines::message).toList());
        }
    }
}
