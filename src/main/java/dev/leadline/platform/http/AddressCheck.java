package dev.leadline.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Refuses an address with what must be escaped, and says how. Quarkus would refuse it without a word: its own check is
 * switched off by {@link #OWN_CHECK_OFF}. What makes the first line of a request unreadable, such as a space, is refused before.
 */
@ApplicationScoped
public class AddressCheck {

    /** System property, {@code true} before the service starts. */
    public static final String OWN_CHECK_OFF = "vertx.disableURIValidation";

    /** Behind the request's id and its line in the log, and before all else. */
    private static final int PRIORITY = 9_999;

    private final ObjectMapper json;

    AddressCheck(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        RequestAddress address = new RequestAddress(request.request().uri());
        Optional<Problem> fault = address.fault();
        if (fault.isEmpty()) {
            request.next();
            return;
        }
        // A body is read, so that the next request on the connection is found behind it.
        request.request().resume();
        request.response()
                .setStatusCode(fault.get().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(body(fault.get(), address.path()));
    }

    private String body(Problem problem, String instance) {
        try {
            return json.writeValueAsString(problem.body(instance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
