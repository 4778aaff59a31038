package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leadline.testing.Held;
import dev.leadline.testing.Patience;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AnalysisBulkheadTest {

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    @Test
    void given_the_only_turn_taken_when_it_is_not_given_back_in_time_then_too_many_requests() throws Exception {
        AnalysisBulkhead bulkhead = new AnalysisBulkhead(1, Duration.ofMillis(50));
        Held held = new Held();
        Future<String> first = clients.submit(() -> bulkhead.enter(() -> {
            bulkhead.takePlace();
            held.hold();
            return "first";
        }));
        held.awaitBegun();

        HttpProblem problem = assertThrows(HttpProblem.class, () -> compute(bulkhead, "second"));
        assertEquals(429, problem.getStatusCode());
        assertEquals("5", String.valueOf(problem.getHeaders().get("Retry-After")));

        held.letGo();
        assertEquals("first", first.get());
        assertEquals("third", compute(bulkhead, "third"));
    }

    @Test
    @Timeout(Patience.TEST_SECONDS)
    void given_all_that_may_wait_waiting_when_one_more_comes_then_it_is_refused_at_once_and_the_others_are_answered()
            throws Exception {
        AnalysisBulkhead bulkhead = new AnalysisBulkhead(1, 1, Duration.ofHours(1));
        Held held = new Held();
        Future<String> first = clients.submit(() -> bulkhead.enter(() -> {
            bulkhead.takePlace();
            held.hold();
            return "first";
        }));
        held.awaitBegun();

        CompletionService<String> later = new ExecutorCompletionService<>(clients);
        later.submit(() -> compute(bulkhead, "later"));
        later.submit(() -> compute(bulkhead, "later"));
        Future<String> refused = later.take();
        HttpProblem problem = assertInstanceOf(
                HttpProblem.class,
                assertThrows(ExecutionException.class, refused::get).getCause());
        assertEquals(429, problem.getStatusCode());
        assertEquals("5", String.valueOf(problem.getHeaders().get("Retry-After")));

        held.letGo();
        assertEquals("first", first.get());
        assertEquals("later", later.take().get());
        assertEquals("next", compute(bulkhead, "next"));
    }

    @Test
    void given_work_that_fails_when_it_has_failed_then_its_turn_is_free_again() throws Exception {
        AnalysisBulkhead bulkhead = new AnalysisBulkhead(1, Duration.ofMillis(50));

        assertThrows(
                IllegalStateException.class,
                () -> bulkhead.enter(() -> {
                    bulkhead.takePlace();
                    throw new IllegalStateException();
                }));
        assertEquals("next", compute(bulkhead, "next"));
    }

    @Test
    @Timeout(Patience.TEST_SECONDS)
    void given_all_that_may_enter_waiting_apart_when_others_come_then_they_are_answered() throws Exception {
        AnalysisBulkhead bulkhead = new AnalysisBulkhead(1, 0, Duration.ofHours(1));
        Held held = new Held();
        Future<String> apart = clients.submit(() -> bulkhead.enter(() -> {
            String come = bulkhead.waitApart(() -> {
                held.hold();
                return "apart";
            });
            bulkhead.takePlace();
            return come;
        }));
        held.awaitBegun();

        assertEquals("first", compute(bulkhead, "first"));

        held.letGo();
        assertEquals("apart", apart.get());
        assertEquals("next", compute(bulkhead, "next"));
    }

    private static String compute(AnalysisBulkhead bulkhead, String answer) throws Exception {
        return bulkhead.enter(() -> {
            bulkhead.takePlace();
            return answer;
        });
    }
}
