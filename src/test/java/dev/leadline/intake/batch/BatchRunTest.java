package dev.leadline.intake.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.Repeated;
import dev.leadline.intake.record.Repeats;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.testing.Patience;
import dev.leadline.workspace.CurrentWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How a batch of several chunks goes on while one of them is stored. */
@QuarkusTest
class BatchRunTest {

    private static final int FIRST_CHUNK = 2_000;
    private static final int MOST = 8_000;
    private static final int MEBIBYTE = 1 << 20;

    /** A request with nothing to check. */
    record Numbered(int number) implements IntakeRequest<Numbered> {
        @Override
        public Numbered normalised(Supplier<ZoneId> zone) {
            return this;
        }

        @Override
        public List<FieldError> faults() {
            return List.of();
        }
    }

    @Inject
    RequestCheck check;

    @Inject
    CurrentWorkspace workspace;

    private final CallerRunsExecutor threads = new CallerRunsExecutor();
    private final List<Integer> stored = new ArrayList<>();

    @Test
    void given_a_chunk_being_stored_when_the_next_rows_come_then_they_are_taken_meanwhile_and_stored_in_order() {
        CountDownLatch nextCame = new CountDownLatch(1);
        Set<String> workspaces = new ConcurrentSkipListSet<>();
        workspace.bind("of this request");
        try (var run = new BatchRun<Numbered, Numbered>(
                check,
                kind(rows -> {
                    workspaces.add(workspace.id());
                    assertTrue(within(nextCame));
                    return store(rows);
                }),
                threads)) {
            add(run, 0, FIRST_CHUNK + 1);
            nextCame.countDown();
            add(run, FIRST_CHUNK + 1, 3 * MOST);
            BatchResult result = run.finish();
            assertEquals(3 * MOST, result.created());
        }
        assertEquals(3 * MOST, stored.size());
        assertEquals(stored.stream().sorted().toList(), stored);
        assertEquals(Set.of("of this request"), workspaces);
    }

    @Test
    void given_a_chunk_that_cannot_be_stored_when_the_next_is_full_then_the_batch_fails_with_its_error() {
        IllegalStateException gone = new IllegalStateException("gone");
        try (var run = new BatchRun<Numbered, Numbered>(
                check,
                kind(rows -> {
                    throw gone;
                }),
                threads)) {
            assertSame(gone, assertThrows(IllegalStateException.class, () -> add(run, 0, FIRST_CHUNK + MOST)));
        }
    }

    @Test
    void given_a_chunk_being_stored_when_the_stream_breaks_off_then_the_batch_ends_behind_the_chunk() {
        CountDownLatch broken = new CountDownLatch(1);
        AtomicBoolean isStored = new AtomicBoolean();
        try (var run = new BatchRun<Numbered, Numbered>(
                check,
                kind(rows -> {
                    assertTrue(within(broken));
                    isStored.set(true);
                    return store(rows);
                }),
                threads)) {
            add(run, 0, FIRST_CHUNK);
            assertFalse(isStored.get());
            broken.countDown();
        }
        assertTrue(isStored.get());
        assertEquals(FIRST_CHUNK, stored.size());
    }

    @Test
    void given_many_rows_or_long_ones_when_taken_then_no_chunk_is_large() {
        List<Integer> chunks = new ArrayList<>();
        RowWriter<Numbered> writer = rows -> {
            chunks.add(rows.size());
            return store(rows);
        };
        try (var run = new BatchRun<Numbered, Numbered>(check, kind(writer), threads)) {
            add(run, 0, 20_000);
            run.finish();
        }
        assertEquals(List.of(FIRST_CHUNK, MOST, MOST, 2_000), chunks);
        chunks.clear();
        try (var run = new BatchRun<Numbered, Numbered>(check, kind(writer), threads)) {
            for (int i = 0; i < 12; i++) {
                run.add(new Numbered(i), MEBIBYTE);
            }
            run.finish();
        }
        assertEquals(List.of(5, 5, 2), chunks);
    }

    @Test
    void given_rows_of_one_key_when_taken_then_they_are_stored_as_one_and_in_chunks_of_keys() {
        List<Integer> chunks = new ArrayList<>();
        RowWriter<Numbered> writer = rows -> {
            chunks.add(rows.size());
            return store(rows);
        };
        BatchResult result;
        try (var run = new BatchRun<Numbered, Numbered>(check, byHundreds(writer), threads)) {
            // 30,000 keys, and each of the first thousand once more within the last keys that came.
            for (int i = 0; i < 30_000; i++) {
                run.add(new Numbered(100 * i + 1));
                if (i >= 5_000 && i < 6_000) {
                    run.add(new Numbered(100 * (i - 5_000) + 2));
                }
            }
            result = run.finish();
        }
        assertEquals(List.of(MOST, MOST, MOST, 6_000), chunks);
        assertEquals(31_000, result.received());
        assertEquals(30_000, result.created());
        assertEquals(1_000, result.summed());
        assertEquals(1_000, stored.stream().filter(number -> number % 100 == 3).count());
        assertEquals(30_000, stored.stream().distinct().count());
    }

    @Test
    void given_rows_of_one_key_when_their_record_is_rejected_then_each_is_rejected_where_it_stood() {
        RowWriter<Numbered> writer = rows -> rows.stream()
                .map(row -> RowOutcome.rejected(Problem.invalid("", "is at fault")))
                .toList();
        BatchResult result;
        try (var run = new BatchRun<Numbered, Numbered>(check, byHundreds(writer), threads)) {
            List.of(101, 201, 102, 103).forEach(number -> run.add(new Numbered(number)));
            result = run.finish();
        }
        assertEquals(4, result.rejected());
        assertEquals(
                List.of(0L, 1L, 2L, 3L),
                result.problems().stream().map(BatchResult.RowProblem::index).toList());
    }

    private static RecordKind<Numbered, Numbered> kind(RowWriter<Numbered> writer) {
        return RecordKind.of(Numbered.class, writer);
    }

    /** Numbers with the same hundreds are of one key, and what is beyond these is added. */
    private static RecordKind<Numbered, Numbered> byHundreds(RowWriter<Numbered> writer) {
        Repeats<Numbered> repeats = new Repeats<>() {
            @Override
            public Object key(Numbered row) {
                return row.number() / 100;
            }

            @Override
            public Repeated<Numbered> together(Numbered earlier, Numbered later) {
                return new Repeated<>(new Numbered(earlier.number() + later.number() % 100), RowOutcome.summed());
            }
        };
        return new RecordKind<>(Numbered.class, Function.identity(), writer, Optional.of(repeats));
    }

    private static void add(BatchRun<Numbered, Numbered> run, int from, int to) {
        for (int i = from; i < to; i++) {
            run.add(new Numbered(i));
        }
    }

    private List<RowOutcome> store(List<Numbered> rows) {
        rows.forEach(row -> stored.add(row.number()));
        return rows.stream().map(row -> RowOutcome.created(new UUID(0, 0))).toList();
    }

    private static boolean within(CountDownLatch latch) {
        try {
            return latch.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
