package dev.leadline.platform.http;

import dev.leadline.platform.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many answers at once as this machine has processors, or as is set: more would be no faster. Each that waits
 * holds a worker thread, and intake needs those, so only some may wait; more are refused at once.
 */
@ApplicationScoped
class AnalysisBulkhead {

    /** Enough for some pages of charts at once, and few beside the worker threads, of which there are 200 or more. */
    private static final int LEAST_WAITING = 32;

    private static final int WAITING_PER_PLACE = 4;

    private final Semaphore admitted;
    private final Semaphore free;
    private final Duration patience;

    @Inject
    AnalysisBulkhead(HttpLimits limits) {
        this(limits.analyses().orElseGet(() -> Runtime.getRuntime().availableProcessors()), limits.analysisWait());
    }

    AnalysisBulkhead(int atOnce, Duration patience) {
        this(atOnce, Math.max(LEAST_WAITING, WAITING_PER_PLACE * atOnce), patience);
    }

    /** @param waiting how many may wait beside those that are in */
    AnalysisBulkhead(int atOnce, int waiting, Duration patience) {
        this.admitted = new Semaphore(atOnce + waiting);
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work once there is a place for it.
     *
     * @throws HttpProblem 429 if no place is free in time, or too many wait already
     */
    <T> T enter(Callable<T> work) throws Exception {
        if (!admitted.tryAcquire()) {
            throw busy();
        }
        try {
            return whenFree(work);
        } finally {
            admitted.release();
        }
    }

    private <T> T whenFree(Callable<T> work) throws Exception {
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
