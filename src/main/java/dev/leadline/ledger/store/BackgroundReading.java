package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.leadline.platform.concurrent.OverdueException;
import dev.leadline.platform.http.AnalysisBulkhead;
import dev.leadline.platform.problem.NotYetReadException;
import dev.leadline.platform.problem.SqlCause;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads records on its own threads, one read per workspace at a time. The caller waits for a while; a longer read
 * continues without it, so that the next caller finds it done or further on. A slow workspace does not hold up others:
 * only a few callers may wait for it, and they do not count as waiting analyses.
 */
@ApplicationScoped
class BackgroundReading {

    private static final Logger LOG = Logger.getLogger(BackgroundReading.class);

    /** Reads of each kind at once; each holds a pooled connection, which others need too. */
    private static final int THREADS = 4;

    /** Callers of longer reads wait apart from the analyses. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Callers that may wait apart, each holding a worker thread: as many as may wait for a place to compute in. */
    private static final int WAITING = 32;

    private static final int WAITING_OF_WORKSPACE = WAITING / THREADS;

    private final CurrentWorkspace workspace;
    private final WorkspaceContext contexts;
    private final AnalysisBulkhead bulkhead;
    private final Duration patience;
    private final ExecutorService whole = threads();
    private final ExecutorService changes = threads();
    private final Semaphore waiting = new Semaphore(WAITING);
    /** By workspace. */
    private final LoadingCache<String, Queue> queues =
            Caffeine.newBuilder().weakValues().build(id -> new Queue());

    /** The callers that want one workspace's records. */
    private static final class Queue {

        private final Semaphore turn = new Semaphore(1, true);
        private final Semaphore waiting = new Semaphore(WAITING_OF_WORKSPACE);
        /** When the reading under way began, by {@link System#nanoTime}; null for none. */
        private volatile Long begun;

        /** Whether the read under way has taken so long already that a short wait is pointless. */
        boolean isSlow() {
            Long since = begun;
            return since != null && System.nanoTime() - since > SHORT.toNanos();
        }

        void end() {
            begun = null;
            turn.release();
        }
    }

    @Inject
    BackgroundReading(
            CurrentWorkspace workspace, WorkspaceContext contexts, AnalysisBulkhead bulkhead, LedgerSettings settings) {
        this(workspace, contexts, bulkhead, settings.readWait());
    }

    BackgroundReading(
            CurrentWorkspace workspace, WorkspaceContext contexts, AnalysisBulkhead bulkhead, Duration patience) {
        this.workspace = workspace;
        this.contexts = contexts;
        this.bulkhead = bulkhead;
        this.patience = patience;
    }

    /**
     * Reads all records of the current workspace; what the read throws is thrown here.
     *
     * @throws NotYetReadException if it is not done in time
     */
    <T> T readWhole(Supplier<T> read) {
        return await(new Asked<>(workspace.id(), read, whole));
    }

    /** As {@link #readWhole}, for what has changed; on threads that long reads do not occupy. */
    <T> T readChanges(Supplier<T> read) {
        return await(new Asked<>(workspace.id(), read, changes));
    }

    private <T> T await(Asked<T> asked) {
        if (!isRead(asked)) {
            throw new NotYetReadException("the records of workspace " + asked.workspaceId + " are not read yet, after "
                    + asked.millis() + " ms");
        }
        return asked.result();
    }

    private boolean isRead(Asked<?> asked) {
        boolean read = false;
        try {
            read = asked.isReadWithin(patience.compareTo(SHORT) < 0 || asked.queue.isSlow() ? Duration.ZERO : SHORT)
                    || bulkhead.waitApart(() -> isReadLater(asked));
        } finally {
            if (!read) {
                asked.giveUp();
            }
        }
        return read;
    }

    /** False at once if too many wait already. */
    private boolean isReadLater(Asked<?> asked) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            if (!asked.queue.waiting.tryAcquire()) {
                return false;
            }
            try {
                return asked.isReadWithin(patience);
            } finally {
                asked.queue.waiting.release();
            }
        } finally {
            waiting.release();
        }
    }

    /** One who asked for a workspace's records. */
    private final class Asked<T> {

        private final long since = System.nanoTime();
        private final String workspaceId;
        private final Queue queue;
        private final Supplier<T> read;
        private final ExecutorService threads;
        /** Null until it is our turn. */
        private CompletableFuture<T> reading;

        Asked(String workspaceId, Supplier<T> read, ExecutorService threads) {
            this.workspaceId = workspaceId;
            this.queue = queues.get(workspaceId);
            this.read = read;
            this.threads = threads;
        }

        /**
         * @param wait counted from the call; true also if the read has failed
         */
        boolean isReadWithin(Duration wait) {
            long deadline = since + wait.toNanos();
            try {
                if (reading == null) {
                    if (!queue.turn.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return false;
                    }
                    reading = begin();
                }
                reading.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException e) {
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Holds the turn until the work is done, whether or not somebody still waits for it. */
        private CompletableFuture<T> begin() {
            queue.begun = System.nanoTime();
            try {
                return CompletableFuture.supplyAsync(() -> contexts.call(workspaceId, read), threads)
                        .whenComplete((result, failure) -> queue.end());
            } catch (RuntimeException e) {
                queue.end();
                throw e;
            }
        }

        T result() {
            try {
                return reading.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }

        /** If the read fails, only the log will say so. */
        void giveUp() {
            if (reading != null) {
                reading.whenComplete((result, failure) -> {
                    if (failure != null) {
                        logLoss(failure instanceof CompletionException ? failure.getCause() : failure);
                    }
                });
            }
        }

        private void logLoss(Throwable failure) {
            String what = "The records of workspace %s, which nobody waits for any more, could not be read (%d ms): %s"
                    .formatted(workspaceId, millis(), failure.getMessage());
            // As elsewhere: a fault of the database is one line, anything unexpected has its stack trace.
            if (failure instanceof OverdueException || SqlCause.of(failure).isPresent()) {
                LOG.warn(what);
            } else {
                LOG.error(what, failure);
            }
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        }
    }

    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "ledger-reading");
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        whole.shutdownNow();
        changes.shutdownNow();
    }
}
