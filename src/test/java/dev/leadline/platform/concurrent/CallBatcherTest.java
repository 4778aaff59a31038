package dev.leadline.platform.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Held;
import dev.leadline.testing.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.TEST_SECONDS)
class CallBatcherTest {

    private static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @Test
    void given_a_lone_call_when_made_then_it_is_answered_by_itself() {
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(this::squares, 8, CLIENTS);

        assertEquals(9, calls.call(3));
        assertEquals(16, calls.call(4));

        assertEquals(List.of(List.of(3), List.of(4)), groups);
    }

    @Test
    void given_a_group_under_way_when_others_come_then_they_are_answered_together_and_at_most_so_many()
            throws Exception {
        Held held = new Held();
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(
                questions -> {
                    held.hold();
                    return squares(questions);
                },
                8,
                CLIENTS);

        Future<Integer> first = clients.submit(() -> calls.call(100));
        held.awaitBegun();
        CountDownLatch asked = new CountDownLatch(12);
        List<Future<Integer>> others = IntStream.range(0, 12)
                .mapToObj(i -> clients.submit(() -> {
                    asked.countDown();
                    return calls.call(i);
                }))
                .toList();
        asked.await();
        held.letGo();

        assertEquals(10_000, first.get());
        for (int i = 0; i < 12; i++) {
            assertEquals(i * i, others.get(i).get());
        }
        assertEquals(List.of(100), groups.get(0));
        assertTrue(groups.stream().allMatch(group -> group.size() <= 8), groups.toString());
    }

    @Test
    void
            given_many_clients_when_each_makes_many_calls_then_each_gets_its_own_answer_and_one_group_is_worked_on_at_a_time()
                    throws Exception {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(
                questions -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    List<Integer> answers = squares(questions);
                    working.decrementAndGet();
                    return answers;
                },
                4,
                CLIENTS);

        List<Future<Boolean>> results = IntStream.range(0, CLIENTS)
                .mapToObj(client -> clients.submit(() ->
                        IntStream.range(0, 2_000).map(i -> client * 2_000 + i).allMatch(i -> calls.call(i) == i * i)))
                .toList();

        for (Future<Boolean> result : results) {
            assertTrue(result.get());
        }
        assertEquals(1, most.get());
        assertEquals(CLIENTS * 2_000, groups.stream().mapToInt(List::size).sum());
    }

    @Test
    void given_a_group_that_fails_when_called_again_then_only_its_own_calls_have_failed() throws Exception {
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(
                questions -> {
                    if (questions.contains(-1)) {
                        throw new IllegalArgumentException("no square");
                    }
                    return squares(questions);
                },
                1,
                CLIENTS);

        assertThrows(IllegalArgumentException.class, () -> calls.call(-1));
        assertEquals(4, calls.call(2));
        List<Future<Integer>> results = IntStream.range(0, 400)
                .mapToObj(i -> clients.submit(() -> calls.call(i % 2 == 0 ? -1 : i)))
                .toList();
        for (int i = 0; i < 400; i++) {
            Future<Integer> result = results.get(i);
            if (i % 2 == 0) {
                assertThrows(ExecutionException.class, result::get);
            } else {
                assertEquals(i * i, result.get());
            }
        }
    }

    @Test
    void given_a_group_that_hangs_when_others_call_then_they_are_answered_beside_it() throws Exception {
        Held held = new Held();
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(
                questions -> {
                    if (questions.contains(1)) {
                        held.hold();
                    }
                    return squares(questions);
                },
                8,
                CLIENTS,
                Duration.ofMillis(1),
                Patience.LIMIT);

        Future<Integer> hanging = clients.submit(() -> calls.call(1));
        held.awaitBegun();
        List<Future<Integer>> others = IntStream.range(2, 50)
                .mapToObj(i -> clients.submit(() -> calls.call(i)))
                .toList();
        for (int i = 2; i < 50; i++) {
            assertEquals(i * i, others.get(i - 2).get());
        }
        held.letGo();

        assertEquals(1, hanging.get());
        assertEquals(9, calls.call(3));
    }

    @Test
    void given_a_call_in_a_group_that_hangs_when_the_limit_has_passed_then_it_waits_no_longer() {
        PendingCall<Integer, Integer> call = new PendingCall<>(1);

        assertTrue(call.take());
        assertThrows(OverdueException.class, () -> call.awaitAnswer(1));
        call.succeed(1);

        assertEquals(1, call.awaitAnswer(1));
        assertFalse(call.take());
        assertFalse(call.letLead());
    }

    @Test
    void given_as_many_callers_as_there_is_room_for_when_another_calls_then_it_is_refused() throws Exception {
        Held held = new Held();
        CallBatcher<Integer, Integer> calls = new CallBatcher<>(
                questions -> {
                    held.hold();
                    return squares(questions);
                },
                8,
                1);

        Future<Integer> first = clients.submit(() -> calls.call(5));
        held.awaitBegun();
        assertThrows(OverdueException.class, () -> calls.call(6));
        held.letGo();

        assertEquals(25, first.get());
        assertEquals(36, calls.call(6));
    }

    private List<Integer> squares(List<Integer> questions) {
        groups.add(List.copyOf(questions));
        return questions.stream().map(question -> question * question).toList();
    }
}
