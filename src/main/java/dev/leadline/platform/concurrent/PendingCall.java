package dev.leadline.platform.concurrent;

/** A question that waits: for its turn to lead a group, or to be answered by one. */
final class PendingCall<Q, A> {

    private enum State {
        WAITING,
        TO_LEAD,
        TAKEN,
        ANSWERED
    }

    private final Q question;
    private State state = State.WAITING;
    private A answer;
    private Throwable failure;

    PendingCall(Q question) {
        this.question = question;
    }

    Q question() {
        return question;
    }

    /** Lets its caller lead; false if it is too late for that. */
    synchronized boolean letLead() {
        return state == State.WAITING && to(State.TO_LEAD);
    }

    /** Takes it into a group; false if another has it. */
    synchronized boolean take() {
        return (state == State.WAITING || state == State.TO_LEAD) && to(State.TAKEN);
    }

    synchronized void succeed(A given) {
        answer = given;
        to(State.ANSWERED);
    }

    synchronized void fail(Throwable thrown) {
        failure = thrown;
        to(State.ANSWERED);
    }

    private boolean to(State next) {
        state = next;
        notifyAll();
        return true;
    }

    /** Waits until its caller may lead or it is answered, no longer than so many nanoseconds. */
    synchronized void awaitTurn(long nanos) {
        long end = System.nanoTime() + nanos;
        while (state == State.WAITING || state == State.TAKEN) {
            if (!await(end)) {
                return;
            }
        }
    }

    /**
     * Waits for the answer, no longer than so many nanoseconds.
     *
     * @throws OverdueException if it does not come in time
     */
    synchronized A awaitAnswer(long nanos) {
        long end = System.nanoTime() + nanos;
        while (state != State.ANSWERED) {
            if (!await(end)) {
                throw new OverdueException("What was asked together with others is not answered yet");
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return answer;
    }

    /** Waits for a change; false if it is too late for one. */
    private boolean await(long end) {
        long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
            return false;
        }
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverdueException("Interrupted");
        }
    }
}
