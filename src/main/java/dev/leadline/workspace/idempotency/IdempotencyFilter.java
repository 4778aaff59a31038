package dev.leadline.workspace.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the idempotency key of a POST, and hashes its body while whoever comes next reads it. */
class IdempotencyFilter {

    /** Behind the filters that bind the workspace and bound the body. */
    private static final int LATE = Priorities.USER + 100;

    private final KeyedRequest request;
    private final SecurityIdentity identity;

    IdempotencyFilter(KeyedRequest request, SecurityIdentity identity) {
        this.request = request;
        this.identity = identity;
    }

    @ServerRequestFilter(priority = LATE)
    void takeKey(ContainerRequestContext context) {
        String header = context.getHeaderString(IdempotencyKey.HEADER);
        if (header == null || identity.isAnonymous() || !context.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        IdempotencyKey key = IdempotencyKey.of(header);
        boolean empty = !context.hasEntity();
        request.begin(
                key.hash(identity.getPrincipal().getName()),
                target(context.getUriInfo()),
                empty ? InputStream.nullInputStream() : context.getEntityStream());
        if (!empty) {
            context.setEntityStream(request.body());
        }
    }

    /** The same however the query is written: its parameters in order, each escaped in one way. */
    private static String target(UriInfo uri) {
        List<String> query = new ArrayList<>();
        new TreeMap<>(uri.getQueryParameters())
                .forEach((name, values) -> values.forEach(value -> query.add(escaped(name) + '=' + escaped(value))));
        return query.isEmpty() ? uri.getPath() : uri.getPath() + '?' + String.join("&", query);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
