package dev.leadline.intake.batch;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads that do a part of a request's work while the request's own goes on: as many as there are processors, since more
 * would be no faster. Where all of them are busy, the request's thread does the work itself, so that nobody waits for one.
 */
final class CallerRunsExecutor {

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Runtime.getRuntime().availableProcessors(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            CallerRunsExecutor::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());

    /** Starts the work, within the request that this thread works for; that one must not end before the work. */
    <R> CompletableFuture<R> start(Supplier<R> work) {
        ManagedContext context = Arc.container().requestContext();
        InjectableContext.ContextState request = context.getStateIfActive();
        Thread own = Thread.currentThread();
        return CompletableFuture.supplyAsync(
                () -> request == null || Thread.currentThread() == own ? work.get() : within(context, request, work),
                threads);
    }

    private static <R> R within(ManagedContext context, InjectableContext.ContextState request, Supplier<R> work) {
        context.activate(request);
        try {
            return work.get();
        } finally {
            context.deactivate();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "batch-side");
        thread.setDaemon(true);
        return thread;
    }
}
