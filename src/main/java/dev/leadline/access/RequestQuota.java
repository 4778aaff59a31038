package dev.leadline.access;

import dev.leadline.platform.problem.Problem;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * How many requests each client has, told in the headers of draft-ietf-httpapi-ratelimit-headers-11 (2026): the policy, and
 * what is left of it. Requests come back evenly, so a client that has used up its quota waits for moments, not for the end
 * of a window. Each instance of the service counts for itself.
 */
@ApplicationScoped
class RequestQuota {

    private static final String POLICY_HEADER = "RateLimit-Policy";
    private static final String LEFT_HEADER = "RateLimit";

    private final boolean limited;
    private final TokenBuckets clients;
    private final String policy;

    @Inject
    RequestQuota(AccessLimits limits) {
        this(limits.requests(), limits.requestsWindow(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** @param requests how many in the window; 0: no limit */
    RequestQuota(long requests, Duration window, TimeMeter time) {
        limited = requests > 0;
        clients = new TokenBuckets(Math.max(1, requests), window, time);
        policy = "\"default\";q=" + requests + ";w=" + seconds(window);
    }

    /** The window as clients are told it: whole seconds, at least one. */
    static long seconds(Duration window) {
        return Math.max(1, window.toSeconds());
    }

    /**
     * Counts a request.
     *
     * @param client whose it is
     * @param headers of its answer
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 with Retry-After if the client has no more
     */
    void take(String client, MultiMap headers) {
        if (!limited) {
            return;
        }
        ConsumptionProbe probe = clients.of(client).tryConsumeAndReturnRemaining(1);
        headers.set(POLICY_HEADER, policy);
        headers.set(
                LEFT_HEADER,
                "\"default\";r=" + probe.getRemainingTokens() + ";t="
                        + TokenBuckets.seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw Problem.tooMany("This key has used up its requests. Please wait and send fewer.")
                    .toException(TokenBuckets.seconds(probe.getNanosToWaitForRefill()));
        }
    }
}
