package dev.leadline.platform.http;

import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.platform.problem.BodyTooLargeException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds every body but NDJSON, which is streamed and bounded by line. Quarkus's own limit is one for all and is set
 * to what an NDJSON body may be.
 */
class BodyLimit {

    private static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private final long limit;

    BodyLimit(LeadlineConfiguration configuration) {
        this.limit = configuration.limits().bodyBytes();
    }

    @ServerRequestFilter
    void bound(ContainerRequestContext request) {
        if (NDJSON.isCompatible(mediaType(request))) {
            // The server would read it as JSON elsewhere, and without a bound.
            if (!request.getUriInfo().getPath().endsWith("/batch")) {
                throw new NotSupportedException();
            }
            return;
        }
        if (!request.hasEntity()) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            throw new BodyTooLargeException(limit).problem().toException();
        }
        if (length == null) {
            request.setEntityStream(new BoundedInputStream(request.getEntityStream(), limit));
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
