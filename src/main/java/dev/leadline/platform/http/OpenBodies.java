package dev.leadline.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many bodies are being received at once, by one caller and in all. Each that is holds a thread until its last
 * byte has come, and a client may take its time; some threads must be left for everybody else.
 */
@ApplicationScoped
class OpenBodies {

    /** Longer than a body takes that is there already, and short, since a thread waits. */
    private static final int PATIENCE_MILLIS = 100;

    private final Semaphore free;
    private final LoadingCache<String, Semaphore> freeOfCaller;

    @Inject
    OpenBodies(HttpLimits limits) {
        this(limits.bodies(), limits.bodiesOfCaller());
    }

    OpenBodies(int most, int mostOfCaller) {
        this.free = new Semaphore(most);
        this.freeOfCaller = Caffeine.newBuilder().weakValues().build(caller -> new Semaphore(mostOfCaller));
    }

    /**
     * Admits a body.
     *
     * @return to be closed when the body has come, or nobody reads it any more; to close it again does nothing
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 if too many are under way
     */
    Closeable open(String caller) {
        Semaphore own = freeOfCaller.get(caller);
        if (!taken(own)) {
            throw Problem.busy("Too many requests with this key are being uploaded at once.")
                    .toException();
        }
        if (!taken(free)) {
            own.release();
            throw Problem.busy("Too many requests are being uploaded at once.").toException();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                free.release();
                own.release();
            }
        };
    }

    private static boolean taken(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
