package dev.leadline.intake.batch;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.Repeated;
import dev.leadline.intake.record.Repeats;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RetryingWriter;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One batch under way: takes its rows one by one, stores them in chunks and keeps count. A chunk is one transaction, and is
 * stored while the rows of the next are taken, one chunk at a time and in order. Where a kind's rows are put together by their
 * keys, so many of those that came last are kept back. To be closed, whether it came to its end or not.
 *
 * @param <T> a row as it is sent
 * @param <D> a row as it is stored
 */
final class BatchRun<T extends IntakeRequest<T>, D> implements AutoCloseable {

    private record Storing<D>(CompletableFuture<List<RowOutcome>> outcomes, List<HeldRow<D>> rows) {}

    private static final int MOST_PROBLEMS = 1_000;

    private final RequestCheck check;
    private final RecordKind<T, D> kind;
    private final ChunkSize size;
    private final CallerRunsExecutor threads;
    /** By key, those first that have waited longest. */
    private final Map<Object, HeldRow<D>> waiting = new LinkedHashMap<>();

    private List<HeldRow<D>> chunk = new ArrayList<>();
    private int chunkRows;
    private long chunkBytes;
    private Storing<D> storing;
    private final List<BatchResult.RowProblem> problems = new ArrayList<>();
    private final long[] counts = new long[RowOutcome.Result.values().length];
    private long received;
    /** Rows whose amounts were rounded, by their indexes; those that are rejected later are taken out. */
    private final BitSet rounded = new BitSet();

    /** To be stored in chunks. */
    BatchRun(RequestCheck check, RecordKind<T, D> kind, CallerRunsExecutor threads) {
        this(check, kind, ChunkSize.STORED, threads);
    }

    BatchRun(RequestCheck check, RecordKind<T, D> kind, ChunkSize size, CallerRunsExecutor threads) {
        this.check = check;
        this.kind = kind;
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
        D draft = kind.draft().apply(normalised);
        if (kind.repeats().isPresent()) {
            addByKey(draft, kind.repeats().get());
        } else {
            addToChunk(draft, bytes);
        }
    }

    /** Takes the next row, which cannot be read. */
    void reject(Problem problem) {
        count(received++, RowOutcome.rejected(problem));
    }

    /** Stores what is left; the result. */
    BatchResult finish() {
        awaitStored();
        do {
            takeLongestWaiting();
            if (!chunk.isEmpty()) {
                count(chunk, RetryingWriter.write(rows(chunk), kind.writer()::writeLast));
            }
            chunk = new ArrayList<>();
        } while (!waiting.isEmpty());
        // Rows that cannot be read are counted before earlier ones of their chunk.
        problems.sort(Comparator.comparingLong(BatchResult.RowProblem::index));
        return new BatchResult(
                received,
                count(RowOutcome.Result.CREATED),
                count(RowOutcome.Result.UNCHANGED),
                count(RowOutcome.Result.UPDATED),
                count(RowOutcome.Result.SUMMED),
                count(RowOutcome.Result.SKIPPED),
                count(RowOutcome.Result.REJECTED),
                rounded.cardinality(),
                problems,
                List.of());
    }

    /** Waits until nothing is being stored any more, so that the request does not end before its work. */
    @Override
    public void close() {
        if (storing != null) {
            storing.outcomes().exceptionally(failure -> List.of()).join();
        }
    }

    private void addToChunk(D row, int bytes) {
        chunk.add(new HeldRow<>(row, received++));
        chunkBytes += bytes;
        if (chunk.size() == chunkRows || chunkBytes > size.bytes()) {
            storeBeside();
        }
    }

    private void addByKey(D row, Repeats<D> repeats) {
        Object key = repeats.key(row);
        // Taken out and put in again, behind those that have waited longer.
        HeldRow<D> earlier = waiting.remove(key);
        if (earlier == null) {
            earlier = new HeldRow<>(row, received++);
        } else {
            Repeated<D> repeated = repeats.together(earlier.row(), row);
            if (repeated.later().isRejected()) {
                reject(repeated.later().problem());
            } else {
                earlier.put(repeated.stands(), repeated.later(), received++, MOST_PROBLEMS);
            }
        }
        waiting.put(key, earlier);
        if (waiting.size() > size.keys()) {
            takeLongestWaiting();
            storeBeside();
        }
    }

    private void takeLongestWaiting() {
        Iterator<HeldRow<D>> rows = waiting.values().iterator();
        while (rows.hasNext() && chunk.size() < size.rows()) {
            chunk.add(rows.next());
            rows.remove();
        }
    }

    private void storeBeside() {
        awaitStored();
        List<D> rows = rows(chunk);
        RowWriter<D> writer = kind.writer();
        storing = new Storing<>(threads.start(() -> RetryingWriter.write(rows, writer)), chunk);
        chunkBytes = 0;
        chunkRows = size.rows();
        chunk = new ArrayList<>(chunkRows);
    }

    private void awaitStored() {
        if (storing == null) {
            return;
        }
        Storing<D> stored = storing;
        storing = null;
        try {
            count(stored.rows(), stored.outcomes().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static <D> List<D> rows(List<HeldRow<D>> held) {
        return held.stream().map(HeldRow::row).toList();
    }

    private void count(List<HeldRow<D>> rows, List<RowOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            count(rows.get(i), outcomes.get(i));
        }
    }

    /** Rows that were put to another one share its fate if that is rejected. */
    private void count(HeldRow<D> row, RowOutcome outcome) {
        count(row.index(), outcome);
        if (row.repetitions() > 0) {
            RowOutcome repetition = outcome.isRejected() ? outcome : row.repetition();
            counts[repetition.result().ordinal()] += row.repetitions();
            row.firstRepetitions().forEach(index -> tell(index, repetition));
        }
    }

    private void count(long index, RowOutcome outcome) {
        counts[outcome.result().ordinal()]++;
        tell(index, outcome);
    }

    private void tell(long index, RowOutcome outcome) {
        if (outcome.isRejected() && index < rounded.length()) {
            rounded.clear((int) index);
        }
        if (outcome.isRejected() && problems.size() < MOST_PROBLEMS) {
            problems.add(new BatchResult.RowProblem(index, outcome.problem()));
        }
    }

    private long count(RowOutcome.Result result) {
        return counts[result.ordinal()];
    }
}
