package dev.leadline.platform.problem;

import dev.leadline.platform.concurrent.OverdueException;
import io.quarkus.oidc.OIDCException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why a request failed that may succeed in a few seconds: what this service needs and does not have for the moment. */
final class TransientFault {

    private static final String DATABASE = "the database does not answer";
    private static final String TOO_LONG = "its transaction took longer than it may";

    /**
     * SQLSTATE class 08 (connection), 40 (the transaction lost to another one), 53 (out of resources), 57 (operator
     * intervention: shutting down, or a statement that took too long).
     */
    private static final List<String> PASSING_CLASSES = List.of("08", "40", "53", "57");

    /** Of a server that has become, or is still, a standby of another, and of a lock that was waited for too long. */
    private static final List<String> PASSING_STATES = List.of("25006", "55P03");

    private static final String INTERNAL_ERROR = "XX000";
    private static final String WRONG_STATE = "55000";

    /** What ends the connection, whatever its SQLSTATE. */
    private static final List<String> FATAL = List.of("FATAL", "PANIC");

    /**
     * Of the pool's, which have neither a type nor a SQLSTATE: no connection in time, and one that the end of its transaction
     * has taken away.
     */
    private static final Pattern POOL = Pattern.compile(
            "acquisition timeout|transaction has (been )?rolled back|without active transaction"
                    + "|(connection|statement|resultset) is closed|pool is (closed|shutting down)",
            Pattern.CASE_INSENSITIVE);

    /**
     * How libpq tells that it lost a server. A server that is itself the client of others (Citus, a foreign table) passes
     * that on as an internal error, for nothing came that has a SQLSTATE; a real internal error says something else.
     */
    private static final Pattern LOST_SERVER = Pattern.compile(
            "server closed the connection|could not (connect to|receive data from|send data to) server"
                    + "|connection (not open|to (server|the remote node|node) .*(failed|lost))|no connection to the server"
                    + "|lost (synchronization with|connection to)|SSL (connection has been closed|SYSCALL error)"
                    + "|terminating connection|connection (refused|reset by peer|timed out)|timeout expired"
                    + "|the database system is ",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Narayana's number for a commit that finds its transaction rolled back; only the limit of its time does that here. */
    private static final String ROLLED_BACK_BEFORE_COMMIT = "ARJUNA016102";

    private TransientFault() {}

    /** The reason in words, for the log; empty if to try again does not help. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(TransientFault::byType)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> SqlCause.of(failure).filter(TransientFault::passes).map(sql -> DATABASE));
    }

    private static String byType(Throwable failure) {
        if (failure instanceof OverdueException) {
            return DATABASE;
        }
        if (failure instanceof OIDCException) {
            return "the OpenID provider does not answer";
        }
        return failure instanceof RollbackException
                        && String.valueOf(failure.getMessage()).startsWith(ROLLED_BACK_BEFORE_COMMIT)
                ? TOO_LONG
                : null;
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        String said = String.valueOf(failure.getMessage());
        if (state == null || state.length() < 2) {
            return POOL.matcher(said).find() || brokeTheConnection(failure) || hasPassingCause(failure);
        }
        ServerErrorMessage server = failure instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
        return PASSING_CLASSES.contains(state.substring(0, 2))
                || PASSING_STATES.contains(state)
                // The driver itself says so of a statement that the end of its transaction has closed under it.
                || state.equals(WRONG_STATE) && failure instanceof PSQLException && server == null
                || state.equals(INTERNAL_ERROR) && LOST_SERVER.matcher(said).find()
                || server != null && FATAL.contains(server.getSeverity());
    }

    /** The pool tells in its own words what the driver said. */
    private static boolean hasPassingCause(SQLException failure) {
        return SqlCause.of(failure.getCause()).filter(TransientFault::passes).isPresent();
    }

    /** The driver, or the pool, met it while it read or wrote. */
    private static boolean brokeTheConnection(Throwable failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
