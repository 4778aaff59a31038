package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final ExecutorService clients = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    @Test
    void given_the_only_turn_taken_when_it_is_not_given_back_in_time_then_too_many_requests() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(50));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Future<String> first = clients.submit(() -> turns.take(() -> {
            taken.countDown();
            done.await();
            return "first";
        }));
        taken.await();

        HttpProblem problem = assertThrows(HttpProblem.class, () -> turns.take(() -> "second"));
        assertEquals(429, problem.getStatusCode());
        assertEquals("5", String.valueOf(problem.getHeaders().get("Retry-After")));

        done.countDown();
        assertEquals("first", first.get());
        assertEquals("third", turns.take(() -> "third"));
    }

    @Test
    void given_work_that_fails_when_it_has_failed_then_its_turn_is_free_again() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(50));

        assertThrows(
                IllegalStateException.class,
                () -> turns.take(() -> {
                    throw new IllegalStateException();
                }));
        assertEquals("next", turns.take(() -> "next"));
    }
}
