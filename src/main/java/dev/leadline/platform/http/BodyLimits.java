package dev.leadline.platform.http;

import dev.leadline.platform.Ndjson;
import dev.leadline.platform.problem.RefusedBodyException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long which body may be: a stream of lines, a batch that is read into memory whole, or one record. */
@ApplicationScoped
class BodyLimits {

    private static final MediaType NDJSON = MediaType.valueOf(Ndjson.MEDIA_TYPE);

    private static final String BATCH = "/batch";

    /**
     * Of one body.
     *
     * @param fault of a longer one
     */
    record Limit(long bytes, Supplier<RefusedBodyException> fault) {}

    private final Limit ofStream;
    private final Limit ofBatch;
    private final Limit ofRecord;

    /** @param stream Quarkus's own limit, which is one for all bodies and is set to what a stream may have */
    BodyLimits(HttpLimits limits, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize stream) {
        long streamBytes = stream.asLongValue();
        this.ofStream = new Limit(streamBytes, () -> RefusedBodyException.ofStream(streamBytes));
        this.ofBatch = new Limit(limits.bodyBytes(), () -> RefusedBodyException.ofBatch(limits.bodyBytes()));
        this.ofRecord = new Limit(limits.recordBytes(), () -> RefusedBodyException.ofRecord(limits.recordBytes()));
    }

    Limit of(ContainerRequestContext request) {
        if (isStream(request)) {
            return ofStream;
        }
        return isBatch(request) ? ofBatch : ofRecord;
    }

    static boolean isBatch(ContainerRequestContext request) {
        return request.getUriInfo().getPath().endsWith(BATCH);
    }

    static boolean isStream(ContainerRequestContext request) {
        try {
            return NDJSON.isCompatible(request.getMediaType());
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }
}
