package dev.leadline.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlCauseTest {

    private final SQLException full = new SQLException("No space left on device", "53100");

    @Test
    void given_a_cause_of_a_cause_then_found() {
        assertEquals(
                full,
                SqlCause.of(new IllegalStateException(new RuntimeException(full)))
                        .orElseThrow());
    }

    /** As the transaction manager tells that a commit failed. */
    @Test
    void given_the_cause_of_a_suppressed_exception_then_found() {
        RuntimeException commit = new RuntimeException("could not commit");
        commit.addSuppressed(new Exception("error trying to commit", full));

        assertEquals(full, SqlCause.of(new IllegalStateException(commit)).orElseThrow());
    }

    @Test
    void given_anything_else_then_none() {
        assertTrue(
                SqlCause.of(new IllegalStateException(new RuntimeException())).isEmpty());
        assertTrue(SqlCause.of(null).isEmpty());
    }
}
