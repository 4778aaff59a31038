package dev.leadline.workspace.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.query.DryRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what is asked for under a key once, and answers its repetitions by what it answered then. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION + 10)
class IdempotencyInterceptor {

    private static final Logger LOG = Logger.getLogger(IdempotencyInterceptor.class);
    private static final String REPLAYED = "Idempotent-Replayed";

    private final KeyedRequest request;
    private final IdempotencyStore store;
    private final ObjectMapper json;

    IdempotencyInterceptor(KeyedRequest request, IdempotencyStore store, ObjectMapper json) {
        this.request = request;
        this.store = store;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        if (!request.isKeyed() || isDryRun(invocation)) {
            return invocation.proceed();
        }
        return invocation.getInterceptorBinding(Idempotent.class).oneTransaction()
                ? single(invocation)
                : batch(invocation);
    }

    /** It does nothing that could be repeated, and its answer is not that of the request that it tries. */
    private static boolean isDryRun(InvocationContext invocation) {
        return Arrays.stream(invocation.getParameters())
                .anyMatch(parameter -> parameter instanceof DryRun dryRun && dryRun.isAsked());
    }

    /** The body has been read into a record by now, so its hash is known before anything is done. */
    private Object single(InvocationContext invocation) throws Exception {
        byte[] bodyHash = request.bodyHash();
        IdempotencyStore.Claim claim = store.claim(request.keyHash(), request.target(), bodyHash);
        if (claim.answer() != null) {
            return replay(claim.answer());
        }
        return orRelease(claim.runId(), () -> QuarkusTransaction.requiringNew().call(() -> {
            RestResponse<?> answer = (RestResponse<?>) invocation.proceed();
            if (!keep(claim.runId(), bodyHash, answer)) {
                // Undoes what was done: whoever took the key after the lease does it.
                throw Problem.underWay(IdempotencyKey.HEADER).toException();
            }
            return answer;
        }));
    }

    /** The body is yet to be read, and may be longer than memory: its hash is known at its end. */
    private Object batch(InvocationContext invocation) throws Exception {
        IdempotencyStore.Claim claim = store.claim(request.keyHash(), request.target(), null);
        if (claim.answer() != null) {
            return replay(claim.answerTo(request.bodyHash()));
        }
        request.body().whileReading(new LeaseRenewal(store, request.keyHash(), claim.runId()));
        return orRelease(claim.runId(), () -> {
            RestResponse<?> answer = (RestResponse<?>) invocation.proceed();
            // Where the lease was lost, the rows are stored all the same; the other run answers the next repetition.
            keep(claim.runId(), request.bodyHash(), answer);
            return answer;
        });
    }

    /** Work under a key. */
    @FunctionalInterface
    private interface Run {
        Object call() throws Exception;
    }

    private Object orRelease(UUID runId, Run run) throws Exception {
        boolean done = false;
        try {
            Object answer = run.call();
            done = true;
            return answer;
        } finally {
            if (!done) {
                release(runId);
            }
        }
    }

    private void release(UUID runId) {
        try {
            store.release(request.keyHash(), runId);
        } catch (RuntimeException e) {
            // The client is to hear of the failure before; the key is free when its lease ends.
            LOG.debug("An idempotency key could not be given back", e);
        }
    }

    private boolean keep(UUID runId, byte[] bodyHash, RestResponse<?> answer) throws JsonProcessingException {
        Object body = answer.getEntity();
        URI location = answer.getLocation();
        KeptAnswer kept = new KeptAnswer(
                answer.getStatus(),
                location == null ? null : URI.create(location.getRawPath()),
                json.writeValueAsString(body instanceof ShownOnce secret ? secret.withoutSecret() : body),
                body instanceof RecordAnswer ofRecord ? ofRecord.id() : null);
        return store.keep(request.keyHash(), runId, bodyHash, kept);
    }

    private static RestResponse<String> replay(KeptAnswer kept) {
        return RestResponse.ResponseBuilder.<String>create(kept.status())
                .entity(kept.body())
                .location(kept.location())
                .header(REPLAYED, true)
                .build();
    }
}
