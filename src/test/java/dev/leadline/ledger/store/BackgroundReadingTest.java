package dev.leadline.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.http.AnalysisBulkhead;
import dev.leadline.platform.problem.NotYetReadException;
import dev.leadline.platform.sql.SqlFailure;
import dev.leadline.testing.LogLines;
import dev.leadline.testing.Patience;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for a long reading for ever, and none is begun twice. */
@QuarkusTest
@Timeout(Patience.TEST_SECONDS)
class BackgroundReadingTest {

    private static final Duration IMPATIENT = Duration.ofMillis(1);
    private static final Duration PATIENT = Duration.ofMinutes(1);

    @Inject
    CurrentWorkspace current;

    @Inject
    WorkspaceContext contexts;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private BackgroundReading reading;

    @AfterEach
    void endAll() {
        end.countDown();
        reading.stop();
        clients.shutdownNow();
    }

    @Test
    void given_a_reading_that_takes_long_then_it_goes_on_and_whoever_asks_again_has_it() {
        patience(IMPATIENT);

        assertThrows(NotYetReadException.class, () -> read("w", this::longReading));
        assertFalse(done.contains("w"));

        end.countDown();
        while (!done.contains("w")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void given_a_reading_under_way_when_asked_again_then_no_other_is_begun() {
        patience(IMPATIENT);
        assertThrows(NotYetReadException.class, () -> read("w", this::longReading));

        AtomicBoolean begun = new AtomicBoolean();
        assertThrows(
                NotYetReadException.class,
                () -> read("w", () -> {
                    begun.set(true);
                    return "w";
                }));

        assertFalse(begun.get());
    }

    @Test
    void given_a_long_reading_of_another_workspace_then_nobody_waits_for_it() throws Exception {
        patience(PATIENT);
        Future<String> other = clients.submit(() -> read("other", this::longReading));

        assertEquals("w", read("w", current::id));

        assertFalse(other.isDone());
        end.countDown();
        assertEquals("other", other.get());
    }

    @Test
    void given_a_reading_that_fails_then_who_asked_is_told_and_the_next_is_read() {
        patience(PATIENT);
        IllegalStateException failure = new IllegalStateException("no database");

        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> read("w", () -> {
                            throw failure;
                        })));
        assertEquals("w", read("w", current::id));
    }

    @Test
    void given_long_readings_of_whole_workspaces_then_changes_of_others_are_read_beside() throws Exception {
        patience(PATIENT);
        List<Future<String>> whole = List.of("a", "b", "c", "d", "e").stream()
                .map(id -> clients.submit(() -> read(id, this::longReading)))
                .toList();

        assertEquals("w", contexts.call("w", () -> reading.readChanges(current::id)));

        end.countDown();
        for (Future<String> each : whole) {
            each.get();
        }
    }

    @Test
    void given_many_waiting_for_one_workspace_then_no_more_wait_and_another_is_read() throws Exception {
        patience(PATIENT);
        CompletionService<String> asked = new ExecutorCompletionService<>(clients);
        for (int i = 0; i < 20; i++) {
            asked.submit(() -> read("slow", this::longReading));
        }

        for (int refused = 0; refused < 12; refused++) {
            Future<String> answer = asked.take();
            assertInstanceOf(
                    NotYetReadException.class,
                    assertThrows(ExecutionException.class, answer::get).getCause());
        }
        assertEquals("w", read("w", current::id));

        end.countDown();
        for (int answered = 0; answered < 8; answered++) {
            assertEquals("slow", asked.take().get());
        }
    }

    @Test
    void given_clients_of_a_slow_workspace_waiting_then_an_answer_for_another_is_computed() throws Exception {
        AnalysisBulkhead bulkhead = new AnalysisBulkhead(1, 1, PATIENT);
        reading = new BackgroundReading(current, contexts, bulkhead, PATIENT);
        CountDownLatch within = new CountDownLatch(2);
        Callable<String> slow = () -> bulkhead.enter(() -> {
            within.countDown();
            return computed(bulkhead, "slow", this::longReading);
        });
        Future<String> first = clients.submit(slow);
        Future<String> second = clients.submit(slow);
        within.await();

        assertEquals("w", entered(bulkhead));
        assertFalse(first.isDone() || second.isDone());

        end.countDown();
        assertEquals("slow", first.get());
        assertEquals("slow", second.get());
    }

    /** As a client does that is told to come back. */
    private String entered(AnalysisBulkhead bulkhead) throws Exception {
        while (true) {
            try {
                return bulkhead.enter(() -> computed(bulkhead, "w", current::id));
            } catch (HttpProblem busy) {
                assertEquals(429, busy.getStatusCode());
                Thread.onSpinWait();
            }
        }
    }

    private String computed(AnalysisBulkhead bulkhead, String workspace, Supplier<String> read) {
        String records = read(workspace, read);
        bulkhead.takePlace();
        return records;
    }

    @Test
    void given_a_reading_that_fails_when_nobody_waits_any_more_then_the_log_tells_which() {
        patience(IMPATIENT);
        ExtLogRecord line = lineOfLost("lost-1", () -> new IllegalStateException("not expected"));

        assertEquals("not expected", line.getThrown().getMessage());
        assertEquals(Level.ERROR.getName(), line.getLevel().getName());
    }

    @Test
    void given_a_reading_that_the_database_ends_when_nobody_waits_any_more_then_the_log_tells_it_in_one_line() {
        patience(IMPATIENT);
        ExtLogRecord line =
                lineOfLost("lost-2", () -> new SqlFailure(new SQLException("terminated by an operator", "57P01")));

        assertNull(line.getThrown());
        assertTrue(LogLines.message(line).contains("terminated by an operator"), LogLines.message(line));
    }

    private ExtLogRecord lineOfLost(String workspace, Supplier<RuntimeException> failure) {
        try (LogLines log = LogLines.of(BackgroundReading.class.getName())) {
            assertThrows(
                    NotYetReadException.class,
                    () -> read(workspace, () -> {
                        longReading();
                        throw failure.get();
                    }));
            end.countDown();
            while (true) {
                for (ExtLogRecord line : log.records()) {
                    if (LogLines.message(line).contains("workspace " + workspace)) {
                        return line;
                    }
                }
                Thread.onSpinWait();
            }
        }
    }

    private void patience(Duration patience) {
        reading = new BackgroundReading(current, contexts, new AnalysisBulkhead(1, 0, patience), patience);
    }

    private String longReading() {
        try {
            end.await();
        } catch (InterruptedException e) {
            return null;
        }
        done.add(current.id());
        return current.id();
    }

    private String read(String workspace, Supplier<String> read) {
        return contexts.call(workspace, () -> reading.readWhole(read));
    }
}
