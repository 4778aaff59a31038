package dev.leadline.platform.http;

import dev.leadline.platform.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes bodies as they are only: what is zipped would be read as broken text. */
class UncompressedBodies {

    private static final String PLAIN = "identity";

    /** Behind the filter that refuses media types which cannot even be read, for whether there is a body hangs on them. */
    @ServerRequestFilter(priority = Priorities.USER + 10)
    void refuseCoded(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase(PLAIN) && request.hasEntity()) {
            throw Problem.codedBody().toException();
        }
    }
}
