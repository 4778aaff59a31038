package dev.leadline.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, taken from {@code X-Request-Id} if the client sent a decent one, returns it, and writes one
 * line when the answer is out. The query string is left out: filters may name customers.
 */
@ApplicationScoped
class RequestLog {

    private static final Logger ACCESS = Logger.getLogger("dev.leadline.access");
    private static final String HEADER = "X-Request-Id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    void register(@Observes Filters filters) {
        filters.register(this::handle, 10_000);
    }

    private void handle(RoutingContext request) {
        long start = System.nanoTime();
        String given = request.request().getHeader(HEADER);
        String id = given != null && DECENT.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        request.addEndHandler(end -> write(request, id, (System.nanoTime() - start) / 1_000));
        request.next();
    }

    private void write(RoutingContext request, String id, long micros) {
        String path = request.normalizedPath();
        if (path.startsWith("/q/health") || path.startsWith("/q/metrics")) {
            return;
        }
        String method = request.request().method().name();
        int status = request.response().getStatusCode();
        long sent = request.response().bytesWritten();
        double millis = micros / 1_000.0;
        MDC.put("requestId", id);
        MDC.put("method", method);
        MDC.put("path", path);
        MDC.put("status", status);
        MDC.put("millis", millis);
        MDC.put("bytesOut", sent);
        MDC.put("client", String.valueOf(request.request().remoteAddress().hostAddress()));
        try {
            ACCESS.infof("%s %s %d %.1f ms %d bytes %s", method, path, status, millis, sent, id);
        } finally {
            for (String key : new String[] {"requestId", "method", "path", "status", "millis", "bytesOut", "client"}) {
                MDC.remove(key);
            }
        }
    }
}
