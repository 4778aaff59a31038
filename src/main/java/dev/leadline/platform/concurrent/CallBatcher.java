package dev.leadline.platform.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Answers calls in groups: what is asked while one group is worked on makes the next one. So many callers share the cost of a round trip
 * or of a commit, and a lone one waits for nobody. No thread but the callers' takes part: one of each group works for all.
 *
 * <p>A group that hangs holds up nobody but its own: who has waited for more than a moment without being taken into one leads the next,
 * beside it. So the work must bear to be done by several threads at once, though it seldom is.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class CallBatcher<Q, A> {

    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final Semaphore room;
    private final Duration patience;
    private final Duration limit;
    private final Queue<PendingCall<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    /** Whether somebody works on a group, or has been told to. */
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * Nothing is worked on before it is asked for.
     *
     * @param work answers a group in its order, on the thread of one of its callers; a failure is that of all of the group
     * @param most calls in a group, at least 1
     * @param callers that may wait at once, at least 1
     */
    public CallBatcher(Function<List<Q>, List<A>> work, int most, int callers) {
        this(work, most, callers, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /**
     * @param patience how long a caller waits to be taken into a group before it leads one beside those under way
     * @param limit how long it waits for a group that it is in
     */
    CallBatcher(Function<List<Q>, List<A>> work, int most, int callers, Duration patience, Duration limit) {
        this.work = work;
        this.most = most;
        this.room = new Semaphore(callers);
        this.patience = patience;
        this.limit = limit;
    }

    /**
     * Waits until it is answered; throws what its group's work has thrown.
     *
     * @throws OverdueException if too many wait already, or the answer does not come in time
     */
    public A call(Q question) {
        if (!room.tryAcquire()) {
            throw new OverdueException("Too many wait to be answered together");
        }
        try {
            return answerTo(new PendingCall<>(question));
        } finally {
            room.release();
        }
    }

    private A answerTo(PendingCall<Q, A> call) {
        waiting.add(call);
        if (led.compareAndSet(false, true)) {
            lead(new ArrayList<>());
        }
        call.awaitTurn(patience.toNanos());
        List<PendingCall<Q, A>> own = new ArrayList<>();
        if (call.take()) {
            own.add(call);
            lead(own);
        }
        return call.awaitAnswer(limit.toNanos());
    }

    /** Works on these and those that have waited longest, and lets the next one lead. */
    private void lead(List<PendingCall<Q, A>> group) {
        try {
            for (PendingCall<Q, A> call; group.size() < most && (call = waiting.poll()) != null; ) {
                if (call.take()) {
                    group.add(call);
                }
            }
            answer(group);
        } catch (Throwable failure) {
            group.forEach(call -> call.fail(failure));
        } finally {
            handOver();
        }
    }

    private void answer(List<PendingCall<Q, A>> group) {
        if (group.isEmpty()) {
            return;
        }
        List<A> answers = work.apply(group.stream().map(PendingCall::question).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).succeed(answers.get(i));
        }
    }

    /** Whoever waits at the head of the queue leads next; whoever comes to an empty one leads at once. */
    private void handOver() {
        do {
            for (PendingCall<Q, A> next; (next = waiting.peek()) != null; waiting.remove(next)) {
                if (next.letLead()) {
                    return;
                }
            }
            led.set(false);
        } while (!waiting.isEmpty() && led.compareAndSet(false, true));
    }
}
