package dev.leadline.intake.batch;

import dev.leadline.platform.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One batch under way: takes its rows one by one, stores them in chunks and keeps count. A chunk is one transaction.
 */
final class BatchRun<T extends IntakeRequest<T>> {

    private static final int CHUNK_ROWS = 2_000;
    private static final int MOST_PROBLEMS = 1_000;

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
        List<RowOutcome> outcomes = RowAttempts.write(chunk, writer);
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
}
