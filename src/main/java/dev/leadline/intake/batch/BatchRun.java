package dev.leadline.intake.batch;

import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.problem.SqlCause;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One batch under way: takes its rows one by one, stores them in chunks and keeps count. A chunk is one transaction;
 * where the database refuses a chunk for the sake of a row, its rows are stored one by one, so that the others get in.
 */
final class BatchRun<T extends IntakeRequest<T>> {

    private static final Logger LOG = Logger.getLogger(BatchRun.class);
    private static final int CHUNK_ROWS = 2_000;
    private static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_ATTEMPTS = 3;
    private static final Problem NOT_STORABLE = Problem.invalid("", "cannot be stored as it is");

    private final RequestCheck check;
    private final RowWriter<T> writer;
    private final List<T> chunk = new ArrayList<>();
    private final List<Long> chunkIndexes = new ArrayList<>();
    private final List<BatchResult.RowProblem> problems = new ArrayList<>();
    private final long[] counts = new long[RowOutcome.Result.values().length];
    private long received;

    BatchRun(RequestCheck check, RowWriter<T> writer) {
        this.check = check;
        this.writer = writer;
    }

    long received() {
        return received;
    }

    /** Takes the next row. */
    void add(T row) {
        T normalised = row == null ? null : row.normalised();
        Optional<Problem> fault =
                normalised == null ? Optional.of(Problem.invalid("", "must be an object")) : check.faultOf(normalised);
        if (fault.isPresent()) {
            reject(fault.get());
            return;
        }
        chunk.add(normalised);
        chunkIndexes.add(received++);
        if (chunk.size() == CHUNK_ROWS) {
            flush();
        }
    }

    /** Takes the next row, which cannot be read. */
    void reject(Problem problem) {
        count(received++, RowOutcome.rejected(problem));
    }

    /** Stores what is left; the result. */
    BatchResult finish() {
        flush();
        // Rows that cannot be read are counted before earlier ones of their chunk.
        problems.sort(Comparator.comparingLong(BatchResult.RowProblem::index));
        return new BatchResult(
                received,
                counts[RowOutcome.Result.CREATED.ordinal()],
                counts[RowOutcome.Result.UNCHANGED.ordinal()],
                counts[RowOutcome.Result.UPDATED.ordinal()],
                counts[RowOutcome.Result.REJECTED.ordinal()],
                problems);
    }

    private void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        List<RowOutcome> outcomes = write(chunk);
        for (int i = 0; i < outcomes.size(); i++) {
            count(chunkIndexes.get(i), outcomes.get(i));
        }
        chunk.clear();
        chunkIndexes.clear();
    }

    private void count(long index, RowOutcome outcome) {
        counts[outcome.result().ordinal()]++;
        if (outcome.problem() != null && problems.size() < MOST_PROBLEMS) {
            problems.add(new BatchResult.RowProblem(index, outcome.problem()));
        }
    }

    private List<RowOutcome> write(List<T> rows) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.write(rows);
            } catch (RuntimeException e) {
                String state = sqlState(e);
                boolean lostToAnother = state.startsWith("40");
                boolean rowAtFault = state.startsWith("22") || state.startsWith("23");
                if (rowAtFault && rows.size() > 1) {
                    return rows.stream().map(row -> write(List.of(row)).get(0)).toList();
                }
                if (rowAtFault) {
                    LOG.warnf("The database refused a row that had passed all checks: SQLSTATE %s", state);
                    return List.of(RowOutcome.rejected(NOT_STORABLE));
                }
                // Anything else, such as a lost connection, is no row's fault: the request fails and can be repeated.
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
