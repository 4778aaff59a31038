package dev.leadline.intake.batch;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RetryingWriter;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * One batch under way: takes its rows one by one, stores them in chunks and keeps count. A chunk is one transaction, and is
 * stored while the rows of the next are taken, one chunk at a time and in order. To be closed, whether it came to its end
 * or not.
 *
 * @param <T> a row as it is sent
 * @param <D> a row as it is stored
 */
final class BatchRun<T extends IntakeRequest<T>, D> implements AutoCloseable {

    /** @param indexes of the rows in the batch */
    private record Storing(CompletableFuture<List<RowOutcome>> outcomes, List<Long> indexes) {}

    private static final int MOST_PROBLEMS = 1_000;

    private final RequestCheck check;
    private final Function<T, D> draft;
    private final RowWriter<D> writer;
    private final ChunkSize size;
    private final CallerRunsExecutor threads;
    private List<D> chunk = new ArrayList<>();
    private List<Long> chunkIndexes = new ArrayList<>();
    private int chunkRows;
    private long chunkBytes;
    private Storing storing;
    private final List<BatchResult.RowProblem> problems = new ArrayList<>();
    private final long[] counts = new long[RowOutcome.Result.values().length];
    private long received;

    /** To be stored in chunks. */
    BatchRun(RequestCheck check, Function<T, D> draft, RowWriter<D> writer, CallerRunsExecutor threads) {
        this(check, draft, writer, ChunkSize.STORED, threads);
    }

    BatchRun(
            RequestCheck check, Function<T, D> draft, RowWriter<D> writer, ChunkSize size, CallerRunsExecutor threads) {
        this.check = check;
        this.draft = draft;
        this.writer = writer;
        this.size = size;
        this.chunkRows = size.first();
        this.threads = threads;
    }

    long received() {
        return received;
    }

    /** Takes the next row of those that are in memory all together. */
    void add(T row) {
        add(row, 0);
    }

    /** Takes the next row, of so many bytes. */
    void add(T row, int bytes) {
        T normalised = row == null ? null : row.normalised();
        Optional<Problem> fault =
                normalised == null ? Optional.of(Problem.invalid("", "must be an object")) : check.faultOf(normalised);
        if (fault.isPresent()) {
            reject(fault.get());
            return;
        }
        chunk.add(draft.apply(normalised));
        chunkIndexes.add(received++);
        chunkBytes += bytes;
        if (chunk.size() == chunkRows || chunkBytes > size.bytes()) {
            storeBeside();
        }
    }

    /** Takes the next row, which cannot be read. */
    void reject(Problem problem) {
        count(received++, RowOutcome.rejected(problem));
    }

    /** Stores what is left; the result. */
    BatchResult finish() {
        awaitStored();
        if (!chunk.isEmpty()) {
            count(chunkIndexes, RetryingWriter.write(chunk, writer));
        }
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

    /** Waits until nothing is being stored any more, so that the request does not end before its work. */
    @Override
    public void close() {
        if (storing != null) {
            storing.outcomes().exceptionally(failure -> List.of()).join();
        }
    }

    private void storeBeside() {
        awaitStored();
        List<D> rows = chunk;
        storing = new Storing(threads.start(() -> RetryingWriter.write(rows, writer)), chunkIndexes);
        chunkBytes = 0;
        chunkRows = size.rows();
        chunk = new ArrayList<>(chunkRows);
        chunkIndexes = new ArrayList<>(chunkRows);
    }

    private void awaitStored() {
        if (storing == null) {
            return;
        }
        Storing stored = storing;
        storing = null;
        try {
            count(stored.indexes(), stored.outcomes().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void count(List<Long> indexes, List<RowOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            count(indexes.get(i), outcomes.get(i));
        }
    }

    private void count(long index, RowOutcome outcome) {
        counts[outcome.result().ordinal()]++;
        if (outcome.problem() != null && problems.size() < MOST_PROBLEMS) {
            problems.add(new BatchResult.RowProblem(index, outcome.problem()));
        }
    }
}
