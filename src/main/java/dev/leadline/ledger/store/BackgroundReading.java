package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.leadline.platform.problem.Problem;
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

/**
 * Reads on threads of its own, one read of a workspace at a time. Who asked waits for a while; a read that takes longer goes on
 * without them, so that whoever asks again finds it done, or further on.
 */
@ApplicationScoped
class BackgroundReading {

    /** As many reads at once: each holds a connection of the pool, and others need those. */
    private static final int THREADS = 4;

    private final CurrentWorkspace workspace;
    private final WorkspaceContext contexts;
    private final Duration patience;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, BackgroundReading::thread);
    /** By workspace. */
    private final LoadingCache<String, Semaphore> turns =
            Caffeine.newBuilder().weakValues().build(id -> new Semaphore(1, true));

    @Inject
    BackgroundReading(CurrentWorkspace workspace, WorkspaceContext contexts, LedgerSettings settings) {
        this(workspace, contexts, settings.readWait());
    }

    BackgroundReading(CurrentWorkspace workspace, WorkspaceContext contexts, Duration patience) {
        this.workspace = workspace;
        this.contexts = contexts;
        this.patience = patience;
    }

    /**
     * Reads from the current workspace; what the read throws is thrown here.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if it is not done in time
     */
    <T> T read(Supplier<T> read) {
        String id = workspace.id();
        long deadline = System.nanoTime() + patience.toNanos();
        Semaphore turn = turns.get(id);
        try {
            if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw notYetRead();
            }
            return inTurn(turn, () -> contexts.call(id, read)).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw notYetRead();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notYetRead();
        }
    }

    /** Holds the turn until the work is done, whether or not somebody still waits for it. */
    private <T> CompletableFuture<T> inTurn(Semaphore turn, Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).whenComplete((read, failure) -> turn.release());
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private static RuntimeException notYetRead() {
        return Problem.notYetRead().toException();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ledger-reading");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
