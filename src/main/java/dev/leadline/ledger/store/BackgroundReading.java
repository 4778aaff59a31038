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
 * Reads on threads of its own, one read of a workspace at a time. Who asked waits for a while; a read that takes longer goes on
 * without them, so that whoever asks again finds it done, or further on. Workspaces that are read for long do not keep those of
 * others waiting: few may wait for one of them, and none of those counts as a waiting analysis.
 */
@ApplicationScoped
class BackgroundReading {

    private static final Logger LOG = Logger.getLogger(BackgroundReading.class);

    /** As many reads of each kind at once: each holds a connection of the pool, and others need those. */
    private static final int THREADS = 4;

    /** What takes longer is waited for apart from the analyses. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** As many as may wait for a place to compute in, for they hold worker threads too. */
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

    /** Of those who want a workspace's records. */
    private static final class Queue {

        private final Semaphore turn = new Semaphore(1, true);
        private final Semaphore waiting = new Semaphore(WAITING_OF_WORKSPACE);
        /** When the reading under way began, by {@link System#nanoTime}; null for none. */
        private volatile Long begun;

        /** Whether it is being read for so long already that to wait a little does not help. */
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

    /** Reads what has changed, as {@link #readWhole} does, and beside whatever is read whole for long. */
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

        /** @param wait from when it was asked for; read means as well that it failed */
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

        /** If the reading fails, only the log will tell. */
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
            // As where somebody is told: what the database said is one line, what nobody expects is told in full.
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
