package dev.leadline.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts a body among the open ones until it has been read, or its request is over. */
class OpenBodyFilter {

    /** Behind the filters that refuse a body for what it is. */
    private static final int LATER = Priorities.USER + 50;

    private final OpenBodies bodies;

    OpenBodyFilter(OpenBodies bodies) {
        this.bodies = bodies;
    }

    @ServerRequestFilter(priority = LATER)
    void count(ContainerRequestContext request, RoutingContext routing) {
        if (!Bodies.has(request)) {
            return;
        }
        Principal caller = request.getSecurityContext().getUserPrincipal();
        Closeable open = bodies.open(caller == null ? "" : caller.getName());
        routing.addEndHandler(end -> close(open));
        request.setEntityStream(new OpenBody(request.getEntityStream(), request.getLength(), open));
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
