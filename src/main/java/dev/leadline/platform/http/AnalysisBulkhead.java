package dev.leadline.platform.http;

import dev.leadline.platform.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Computes as many answers at once as this machine has processors, or as is set: more would be no faster. Each that waits
 * holds a worker thread, and intake needs those, so only some may wait; more are refused at once.
 *
 * <p>A request takes its place once it has its records, so that waiting for records blocks nobody.
 */
@ApplicationScoped
public class AnalysisBulkhead {

    /** Enough for some pages of charts at once, and few beside the worker threads, of which there are 200 or more. */
    private static final int LEAST_WAITING = 32;

    private static final int WAITING_PER_PLACE = 4;

    private final Semaphore admitted;
    private final Semaphore free;
    private final Duration patience;
    /** Of the request that the thread works on; null outside of {@link #enter}. */
    private final ThreadLocal<Visit> visits = new ThreadLocal<>();

    @Inject
    AnalysisBulkhead(HttpLimits limits) {
        this(limits.analyses().orElseGet(() -> Runtime.getRuntime().availableProcessors()), limits.analysisWait());
    }

    AnalysisBulkhead(int atOnce, Duration patience) {
        this(atOnce, Math.max(LEAST_WAITING, WAITING_PER_PLACE * atOnce), patience);
    }

    /**
     * @param waiting how many may wait in addition to those that are computed
     * @param patience how long one waits for its place
     */
    public AnalysisBulkhead(int atOnce, int waiting, Duration patience) {
        this.admitted = new Semaphore(atOnce + waiting);
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work of a request, which must call {@link #takePlace} before it computes.
     *
     * @throws HttpProblem 429 if too many wait already
     */
    public <T> T enter(Callable<T> work) throws Exception {
        Visit visit = new Visit();
        visit.admit();
        visits.set(visit);
        try {
            return work.call();
        } finally {
            visits.remove();
            visit.end();
        }
    }

    /**
     * Waits for a place and keeps it to the end of the request. Work outside {@link #enter} needs none.
     *
     * @throws HttpProblem 429 if none is free in time
     */
    public void takePlace() {
        Visit visit = visits.get();
        if (visit != null) {
            visit.takePlace();
        }
    }

    /**
     * Waits for something other than a place, without counting among those that wait for one. The caller must bound how
     * many do so at once.
     *
     * @throws HttpProblem 429 if too many wait for a place afterwards
     */
    public <T> T waitApart(Supplier<T> wait) {
        Visit visit = visits.get();
        if (visit == null) {
            return wait.get();
        }
        visit.end();
        T come = wait.get();
        visit.admit();
        return come;
    }

    private static HttpProblem busy() {
        return Problem.busy("Too many analyses at once.").toException();
    }

    /** What one request holds. */
    private final class Visit {

        private boolean isAdmitted;
        private boolean hasPlace;

        void admit() {
            if (!admitted.tryAcquire()) {
                throw busy();
            }
            isAdmitted = true;
        }

        void takePlace() {
            if (hasPlace) {
                return;
            }
            try {
                hasPlace = free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!hasPlace) {
                throw busy();
            }
        }

        void end() {
            if (hasPlace) {
                hasPlace = false;
                free.release();
            }
            if (isAdmitted) {
                isAdmitted = false;
                admitted.release();
            }
        }
    }
}
