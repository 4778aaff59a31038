package dev.leadline.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, taken from {@code X-Request-Id} if the client sent a decent one, returns it, and writes one
 * line when the answer is out; health checks and metrics excepted. The query string is left out: filters may name
 * customers.
 */
@ApplicationScoped
public class RequestLog {

    // Not below dev.leadline, so that silencing it silences nothing else.
    private static final Logger ACCESS = Logger.getLogger("access");
    private static final String WORKSPACE = "workspace";
    private static final List<String> FIELDS =
            List.of("requestId", "method", "path", "status", "millis", "bytesOut", WORKSPACE, "client");
    /** Nobody was answered: the connection was closed before. As other servers log it. */
    private static final int GONE = 499;

    private static final String HEADER = "X-Request-Id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    /** Says whose request it is, for its access line and all other lines of it. */
    public static void workspace(RoutingContext request, String id) {
        request.put(WORKSPACE, id);
        MDC.put(WORKSPACE, id);
    }

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
        String method = Methods.named(request.request().method().name());
        int status = request.response().ended() ? request.response().getStatusCode() : GONE;
        long sent = request.response().bytesWritten();
        double millis = micros / 1_000.0;
        MDC.put("requestId", id);
        MDC.put("method", method);
        MDC.put("path", path);
        MDC.put("status", status);
        MDC.put("millis", millis);
        MDC.put("bytesOut", sent);
        String workspace = request.get(WORKSPACE);
        if (workspace != null) {
            MDC.put(WORKSPACE, workspace);
        }
        MDC.put("client", String.valueOf(request.request().remoteAddress().hostAddress()));
        try {
            ACCESS.infof(
                    "%s %s %d %.1f ms %d bytes %s %s",
                    method, path, status, millis, sent, id, workspace == null ? "-" : workspace);
        } finally {
            FIELDS.forEach(MDC::remove);
        }
    }
}
