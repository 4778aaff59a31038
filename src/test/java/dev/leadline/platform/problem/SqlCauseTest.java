package dev.leadline.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlCauseTest {

    private final SQLException full = new SQLException("No space left on device", "53100");

    @Test
    void givenACauseOfACause_thenFound() {
        assertEquals(
                full,
                SqlCause.of(new IllegalStateException(new RuntimeException(full)))
                        .orElseThrow());
    }

    /** As the transaction manager tells that a commit failed. */
    @Test
    void givenTheCauseOfASuppressedException_thenFound() {
        RuntimeException commit = new RuntimeException("could not commit");
        commit.addSuppressed(new Exception("error trying to commit", full));

        assertEquals(full, SqlCause.of(new IllegalStateException(commit)).orElseThrow());
    }

    @Test
    void givenAnythingElse_thenNone() {
        assertTrue(
                SqlCause.of(new IllegalStateException(new RuntimeException())).isEmpty());
        assertTrue(SqlCause.of(null).isEmpty());
    }
}
