package dev.leadline.platform.http;

import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets in as many answers at once as this machine has processors, or as is set: more would be no faster. */
@ApplicationScoped
class Turns {

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
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work in its turn.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 if the turn does not come in time
     */
    <T> T take(Callable<T> work) throws Exception {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Problem.busy("Too many analyses are asked for at once.").toException();
        }
        try {
            return work.call();
        } finally {
            free.release();
        }
    }
}
