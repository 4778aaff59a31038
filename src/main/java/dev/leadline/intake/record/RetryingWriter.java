package dev.leadline.intake.record;

import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.problem.SqlCause;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Stores rows in one transaction, again where it lost to another one; where the database refuses them for the sake of a row, each in
 * one of its own, so that the others get in.
 */
public final class RetryingWriter {

    private static final Logger LOG = Logger.getLogger(RetryingWriter.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Problem NOT_STORABLE = Problem.invalid("", "cannot be stored as it is");

    private RetryingWriter() {}

    /**
     * What became of each row, in the rows' order.
     *
     * @throws RuntimeException what the writer throws if it is no row's fault, such as a lost connection
     */
    public static <T> List<RowOutcome> write(List<T> rows, RowWriter<T> writer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.write(rows);
            } catch (RuntimeException e) {
                String state = sqlState(e);
                boolean lostToAnother = state.startsWith("40");
                boolean rowAtFault = state.startsWith("22") || state.startsWith("23");
                if (rowAtFault && rows.size() > 1) {
                    return rows.stream()
                            .map(row -> write(List.of(row), writer).get(0))
                            .toList();
                }
                if (rowAtFault) {
                    LOG.warnf("The database refused a row that had passed all checks: SQLSTATE %s", state);
                    return List.of(RowOutcome.rejected(NOT_STORABLE));
                }
                if (!lostToAnother || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String sqlState(Throwable failure) {
        return SqlCause.of(failure).map(SQLException::getSQLState).orElse("");
    }
}
