package dev.leadline.platform.http;

import dev.leadline.platform.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes bodies as they are, and zipped ones. The server could unzip them too, but on the threads that all requests share, in all codings
 * that it happens to know, and ahead of what is read.
 */
class ContentCodings {

    private static final String PLAIN = "identity";

    /** Its old name means the same. */
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    /** Behind the filter that refuses media types which cannot even be read, for whether there is a body hangs on them. */
    private static final int EARLY = Priorities.USER + 10;

    /** Behind the one that tells by the body's length when all of it has come, which is the length as it was sent. */
    private static final int LATE = Priorities.USER + 60;

    private final BodyLimits limits;

    ContentCodings(BodyLimits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter(priority = EARLY)
    void refuseUnknown(ContainerRequestContext request) {
        String coding = coding(request);
        if (Bodies.has(request) && !coding.equals(PLAIN) && !GZIP.contains(coding)) {
            throw Problem.codedBody().toException();
        }
    }

    /** What is unzipped has the bounds of what is not: a small body may hold a large one. */
    @ServerRequestFilter(priority = LATE)
    void unzip(ContainerRequestContext request) {
        if (Bodies.has(request) && GZIP.contains(coding(request))) {
            BodyLimits.Limit limit = limits.of(request);
            request.setEntityStream(
                    new BoundedInputStream(new UnzippedBody(request.getEntityStream()), limit.bytes(), limit.fault()));
        }
    }

    private static String coding(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return coding == null ? PLAIN : coding.strip().toLowerCase(Locale.ROOT);
    }
}
