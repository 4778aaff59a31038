package dev.leadline.platform.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Answers calls in groups: what is asked while one group is worked on makes the next one. So many callers share the cost of a round trip
 * or of a commit, and a lone one waits for nobody. No thread but the callers' takes part: one of each group works for all.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class GroupedCalls<Q, A> {

    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final Queue<Call<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    /** Whether somebody works on a group, or has been told to. */
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * Nothing is worked on before it is asked for.
     *
     * @param work answers a group in its order, on the thread of one of its callers; a failure is that of all of the group
     * @param most calls in a group, at least 1
     */
    public GroupedCalls(Function<List<Q>, List<A>> work, int most) {
        this.work = work;
        this.most = most;
    }

    /** Waits until it is answered; throws what its group's work has thrown. */
    public A call(Q question) {
        Call<Q, A> call = new Call<>(question);
        waiting.add(call);
        if (led.compareAndSet(false, true)) {
            lead();
        }
        if (call.awaitTurn()) {
            lead();
        }
        return call.answer();
    }

    /** Works on those that have waited longest, and lets the next one lead. */
    private void lead() {
        List<Call<Q, A>> group = new ArrayList<>();
        for (Call<Q, A> call; group.size() < most && (call = waiting.poll()) != null; ) {
            group.add(call);
        }
        try {
            answer(group);
        } finally {
            handOver();
        }
    }

    private void answer(List<Call<Q, A>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<A> answers = work.apply(group.stream().map(Call::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(answers.get(i));
            }
        } catch (Throwable failure) {
            group.forEach(call -> call.fail(failure));
        }
    }

    /** Whoever waits at the head of the queue leads next; whoever comes to an empty one leads at once. */
    private void handOver() {
        do {
            Call<Q, A> next = waiting.peek();
            if (next != null) {
                next.takeTurn();
                return;
            }
            led.set(false);
        } while (!waiting.isEmpty() && led.compareAndSet(false, true));
    }
}
