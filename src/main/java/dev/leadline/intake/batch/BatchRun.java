package dev.leadline.intake.batch;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RetryingWriter;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
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

    /** The first chunk is smaller, so that the database soon has something to do. */
    private static final int FIRST_CHUNK_ROWS = 2_000;

    private static final int CHUNK_ROWS = 8_000;
    /** As they were sent; so that a chunk of long rows takes no more memory than one of many. */
    private static final int MOST_CHUNK_BYTES = 4 << 20;

    private static final int MOST_PROBLEMS = 1_000;

    private final RequestCheck check;
    private final Function<T, D> draft;
    private final RowWriter<D> writer;
    private final CallerRunsExecutor threads;
    private List<D> chunk = new ArrayList<>();
    private List<Long> chunkIndexes = new ArrayList<>();
    private int chunkRows = FIRST_CHUNK_ROWS;
    private long chunkBytes;
    private Storing storing;
    private final List<BatchResult.RowProblem> problems = new ArrayList<>();
    private final long[] counts = new long[RowOutcome.Result.values().length];
    private long received;
    /** Rows whose amounts were rounded, by their indexes; those that are rejected later are taken out. */
    private final BitSet rounded = new BitSet();

    BatchRun(RequestCheck check, Function<T, D> draft, RowWriter<D> writer, CallerRunsExecutor threads) {
        this.check = check;
        this.draft = draft;
        this.writer = writer;
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
        T normalised = check.normalised(row);
        Optional<Problem> fault =
                normalised == null ? Optional.of(Problem.invalid("", "must be an object")) : check.faultOf(normalised);
        if (fault.isPresent()) {
            reject(fault.get());
            return;
        }
        if (row.losesDecimals()) {
            rounded.set(Math.toIntExact(received));
        }
        chunk.add(draft.apply(normalised));
        chunkIndexes.add(received++);
        chunkBytes += bytes;
        if (chunk.size() == chunkRows || chunkBytes > MOST_CHUNK_BYTES) {
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
                rounded.cardinality(),
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
        chunkRows = CHUNK_ROWS;
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
        if (outcome.result() == RowOutcome.Result.REJECTED && index < rounded.length()) {
            rounded.clear((int) index);
        }
        if (outcome.problem() != null && problems.size() < MOST_PROBLEMS) {
            problems.add(new BatchResult.RowProblem(index, outcome.problem()));
        }
    }
}
