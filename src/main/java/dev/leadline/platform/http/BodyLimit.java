package dev.leadline.platform.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Bounds every body as it is sent but NDJSON, which is streamed and bounded by line, and as a whole by Quarkus. */
class BodyLimit {

    private final BodyLimits limits;

    BodyLimit(BodyLimits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter
    void bound(ContainerRequestContext request) {
        if (BodyLimits.isStream(request)) {
            // The server would read it as JSON elsewhere, and without a bound.
            if (!BodyLimits.isBatch(request)) {
                throw new NotSupportedException();
            }
            return;
        }
        if (!Bodies.has(request)) {
            return;
        }
        BodyLimits.Limit limit = limits.of(request);
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit.bytes()) {
            throw limit.fault().get().problem().toException();
        }
        if (length == null) {
            request.setEntityStream(new BoundedInputStream(request.getEntityStream(), limit.bytes(), limit.fault()));
        }
    }
}
