package dev.leadline.platform.http;

import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.platform.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many answers at once as this machine has processors, or as is set: more would be no faster. Each that waits for its
 * turn holds a worker thread, and intake needs those, so only some may wait; more are refused at once.
 */
@ApplicationScoped
class Turns {

    /** Enough for some pages of charts at once, and few beside the worker threads, of which there are 200 or more. */
    private static final int LEAST_WAITING = 32;

    private static final int WAITING_PER_TURN = 4;

    private final Semaphore admitted;
    private final Semaphore free;
    private final Duration patience;

    @Inject
    Turns(LeadlineConfiguration configuration) {
        this(
                configuration.limits().analyses().orElseGet(() -> Runtime.getRuntime()
                        .availableProcessors()),
                configuration.limits().analysisWait());
    }

    Turns(int atOnce, Duration patience) {
        this(atOnce, Math.max(LEAST_WAITING, WAITING_PER_TURN * atOnce), patience);
    }

    /** @param waiting how many may wait beside those that have their turn */
    Turns(int atOnce, int waiting, Duration patience) {
        this.admitted = new Semaphore(atOnce + waiting);
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work in its turn.
     *
     * @throws HttpProblem 429 if the turn does not come in time, or too many wait already
     */
    <T> T take(Callable<T> work) throws Exception {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(work);
        } finally {
            admitted.release();
        }
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy();
        }
        try {
            return work.call();
        } finally {
            free.release();
        }
    }

    private static HttpProblem busy() {
        return Problem.busy("Too many analyses at once.").toException();
    }
}
