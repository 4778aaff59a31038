package dev.leadline.platform.http;

import dev.leadline.platform.Ndjson;
import dev.leadline.platform.problem.BodyTooLargeException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds every body but NDJSON, which is streamed and bounded by line; a batch may be longer than one record, which is read into
 * memory whole. Quarkus's own limit is one for all and is set to what an NDJSON body may be.
 */
class BodyLimit {

    private static final MediaType NDJSON = MediaType.valueOf(Ndjson.MEDIA_TYPE);

    private static final String BATCH = "/batch";

    private final long mostOfBatch;
    private final long mostOfRecord;

    BodyLimit(HttpLimits limits) {
        this.mostOfBatch = limits.bodyBytes();
        this.mostOfRecord = limits.recordBytes();
    }

    @ServerRequestFilter
    void bound(ContainerRequestContext request) {
        boolean batch = request.getUriInfo().getPath().endsWith(BATCH);
        if (NDJSON.isCompatible(mediaType(request))) {
            // The server would read it as JSON elsewhere, and without a bound.
            if (!batch) {
                throw new NotSupportedException();
            }
            return;
        }
        if (!Bodies.has(request)) {
            return;
        }
        long limit = batch ? mostOfBatch : mostOfRecord;
        Supplier<BodyTooLargeException> fault =
                () -> batch ? BodyTooLargeException.ofBatch(limit) : BodyTooLargeException.ofRecord(limit);
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            throw fault.get().problem().toException();
        }
        if (length == null) {
            request.setEntityStream(new BoundedInputStream(request.getEntityStream(), limit, fault));
        }
    }

    private static MediaType mediaType(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }
}
