package dev.leadline.platform.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFaultTest {

    /** In the words of libpq, which tells so to the server that is its user. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally",
                "ERROR: could not receive data from server: Connection reset by peer",
                "ERROR: could not send data to server: Broken pipe",
                "ERROR: no connection to the server",
                "ERROR: connection not open",
                "ERROR: SSL connection has been closed unexpectedly",
                "ERROR: SSL SYSCALL error: EOF detected",
                "ERROR: connection to the remote node worker-1:5432 failed with the following error: timeout expired",
                "ERROR: connection to server at \"worker-1\" (10.0.0.2), port 5432 failed: Connection refused",
                "ERROR: terminating connection due to administrator command",
                "ERROR: the database system is shutting down"
            })
    void givenAnInternalErrorThatTellsOfALostServer_thenItPasses(String message) {
        assertPasses(new SQLException(message, "XX000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: unrecognized node type: 120",
                "ERROR: cache lookup failed for type 16384",
                "ERROR: could not open relation with OID 16385",
                "ERROR: variable not found in subplan target list"
            })
    void givenAnyOtherInternalError_thenItStays(String message) {
        assertStays(new SQLException(message, "XX000"));
    }

    /** As it comes where the driver gives none, or the pool. */
    @ParameterizedTest
    @ValueSource(strings = {"", "none"})
    void givenABrokenConnectionWithoutSqlState_thenItPasses(String state) {
        assertPasses(new SQLException("I/O", state.equals("none") ? null : state, new EOFException()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Failing fast as the transaction has rolled back",
                "The transaction has been rolled back",
                "Enlisted connection used without active transaction",
                "Connection is closed",
                "PreparedStatement is closed",
                "ResultSet is closed",
                "This pool is closed and does not handle any more connections!"
            })
    void givenWhatThePoolSaysWhereAConnectionIsGone_thenItPasses(String message) {
        assertPasses(new SQLException(message));
    }

    @Test
    void given_the_pools_own_words_for_what_the_database_said_then_that_decides() {
        assertPasses(new SQLException("Exception while creating new connection", new SQLException("", "57P03")));
        assertStays(new SQLException("Exception while creating new connection", new SQLException("", "28P01")));
    }

    @Test
    void given_a_transaction_rolled_back_by_its_time_limit_then_it_passes() {
        assertPasses(new RollbackException("ARJUNA016102: The transaction is not active! Uid is 0:1"));
    }

    /** A commit that failed for anything else. */
    @Test
    void given_a_transaction_rolled_back_for_another_reason_then_that_decides() {
        RollbackException commit = new RollbackException("ARJUNA016053: Could not commit transaction.");
        assertStays(commit);
        commit.addSuppressed(new SQLException("", "23505"));
        assertStays(commit);
    }

    @Test
    void given_no_sql_state_and_nothing_else_then_it_stays() {
        assertStays(new SQLException("no reason"));
        assertStays(new IllegalStateException("anything else"));
    }

    private static void assertPasses(Exception failure) {
        assertTrue(TransientFault.of(new IllegalStateException(failure)).isPresent(), failure::toString);
    }

    private static void assertStays(Exception failure) {
        assertFalse(TransientFault.of(new IllegalStateException(failure)).isPresent(), failure::toString);
    }
}
