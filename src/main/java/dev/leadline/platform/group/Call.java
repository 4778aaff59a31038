package dev.leadline.platform.group;

import java.util.concurrent.CompletableFuture;

/** A question that waits to be answered, or for its turn to lead a group. */
final class Call<Q, A> {

    private final Q question;
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    private A answer;
    private Throwable failure;

    Call(Q question) {
        this.question = question;
    }

    Q question() {
        return question;
    }

    /** Whether it is its caller's turn to lead; otherwise it has been answered. */
    boolean awaitTurn() {
        return turn.join();
    }

    void takeTurn() {
        turn.complete(true);
    }

    void succeed(A given) {
        answer = given;
        turn.complete(false);
    }

    void fail(Throwable thrown) {
        failure = thrown;
        turn.complete(false);
    }

    /** To be asked for once it is answered. */
    A answer() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return answer;
    }
}
