package dev.leadline.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for a long reading for ever, and none is begun twice. */
@QuarkusTest
class BackgroundReadingTest {

    private static final Duration IMPATIENT = Duration.ofMillis(1);
    private static final Duration PATIENT = Duration.ofMinutes(1);

    @Inject
    CurrentWorkspace current;

    @Inject
    WorkspaceContext contexts;

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private BackgroundReading reading;

    @AfterEach
    void endAll() {
        end.countDown();
        reading.stop();
    }

    @Test
    void given_a_reading_that_takes_long_then_it_goes_on_and_whoever_asks_again_has_it() {
        patience(IMPATIENT);

        HttpProblem refused = assertThrows(HttpProblem.class, () -> read("w", this::longReading));
        assertEquals(503, refused.getStatusCode());
        assertEquals(5L, refused.getHeaders().get("Retry-After"));
        assertFalse(done.contains("w"));

        end.countDown();
        while (!done.contains("w")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void given_a_reading_under_way_when_asked_again_then_no_other_is_begun() {
        patience(IMPATIENT);
        assertThrows(HttpProblem.class, () -> read("w", this::longReading));

        AtomicBoolean begun = new AtomicBoolean();
        HttpProblem refused = assertThrows(
                HttpProblem.class,
                () -> read("w", () -> {
                    begun.set(true);
                    return "w";
                }));

        assertEquals(503, refused.getStatusCode());
        assertFalse(begun.get());
    }

    @Test
    void given_a_long_reading_of_another_workspace_then_nobody_waits_for_it() {
        patience(PATIENT);
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> read("other", this::longReading));

        assertEquals("w", read("w", current::id));

        assertFalse(other.isDone());
        end.countDown();
        assertEquals("other", other.join());
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

    private void patience(Duration patience) {
        reading = new BackgroundReading(current, contexts, patience);
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
        return contexts.call(workspace, () -> reading.read(read));
    }
}
