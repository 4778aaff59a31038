package dev.leadline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.leadline.platform.Ndjson;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every exception that leaves a resource, mapped to a problem body in one place. Priorities go before those of the
 * resteasy-problem extension.
 */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int FIRST = 1;
    private static final int RETRY_SECONDS = 2;
    /** A reading takes longer than an outage that nobody notices. */
    private static final int RETRY_READ_SECONDS = 5;

    private static final String DISK_FULL = "53100";
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private final AllowedMethods allowedMethods;
    private final SecurityIdentity identity;

    ProblemMappers(AllowedMethods allowedMethods, SecurityIdentity identity) {
        this.allowedMethods = allowedMethods;
        this.identity = identity;
    }

    /** By itself the extension would tell the path decoded. */
    @ServerExceptionMapper(priority = FIRST)
    Response problem(HttpProblem failure, UriInfo uri) {
        return HttpProblem.builder(failure)
                .withInstance(InstanceUtils.pathToInstance(address(uri)))
                .build()
                .toResponse();
    }

    @ServerExceptionMapper(
            value = {
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = FIRST)
    Response json(JsonProcessingException failure, UriInfo uri) {
        return answer(JsonProblems.of(failure), uri);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException failure, UriInfo uri) {
        return answer(
                Problem.of("not-found", "Not found", 404, "There is no resource at " + address(uri) + ".", null), uri);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return answer(JsonProblems.of(json), uri);
        }
        if (failure.getCause() instanceof RefusedBodyException refused) {
            return answer(refused.problem(), uri);
        }
        if (failure instanceof NotAllowedException) {
            return withHeader(
                    answer(
                            Problem.of(
                                    "method-not-allowed",
                                    "Method not allowed",
                                    405,
                                    "This address supports other methods; see Allow.",
                                    null),
                            uri),
                    HttpHeaders.ALLOW,
                    allowedMethods.at(uri.getPath()));
        }
        if (failure instanceof NotSupportedException) {
            return answer(
                    Problem.of(
                            "unsupported-media-type",
                            "Unsupported media type",
                            415,
                            "Send application/json; batches take " + Ndjson.MEDIA_TYPE + " too.",
                            null),
                    uri);
        }
        if (failure instanceof NotAcceptableException) {
            return answer(
                    Problem.of(
                            "not-acceptable",
                            "Not acceptable",
                            406,
                            "Answers are application/json; accept that in the Accept header, or leave the header out.",
                            null),
                    uri);
        }
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return internal(failure, uri);
        }
        Response.StatusType info = failure.getResponse().getStatusInfo();
        return answer(
                Problem.of("http-" + status, info.getReasonPhrase(), status, info.getReasonPhrase() + ".", null), uri);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response refusedBody(RefusedBodyException failure, UriInfo uri) {
        return answer(failure.problem(), uri);
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    Response unauthorized(SecurityException failure, UriInfo uri) {
        return withHeader(answer(unauthorized(), uri), HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** 401, in the same words whatever was wrong with the key. */
    private static Problem unauthorized() {
        return Problem.of(
                "unauthorized",
                "No valid key",
                401,
                "Send a valid API key: 'Authorization: Bearer <key>' or 'X-API-Key: <key>'.",
                null);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response forbidden(ForbiddenException failure, ResourceInfo operation, UriInfo uri) {
        return answer(
                Problem.forbidden("This operation needs the role " + String.join(" or ", rolesOf(operation))
                        + "; yours is " + String.join(", ", new TreeSet<>(identity.getRoles()))
                        + ". Ask an administrator of the workspace for a key that may do it."),
                uri);
    }

    private static String[] rolesOf(ResourceInfo operation) {
        RolesAllowed ofMethod = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
        return (ofMethod == null ? operation.getResourceClass().getAnnotation(RolesAllowed.class) : ofMethod).value();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response notYetRead(NotYetReadException failure, UriInfo uri) {
        String errorId = UUID.randomUUID().toString();
        LOG.warnf("Error %s at %s: %s", errorId, uri.getPath(), failure.getMessage());
        return withErrorId(errorId, Problem.notYetRead(), uri, RETRY_READ_SECONDS);
    }

    /** Errors too, an OutOfMemoryError say, which the server would answer in its own form. */
    @ServerExceptionMapper(
            value = {Exception.class, Error.class},
            priority = FIRST)
    Response any(Throwable failure, UriInfo uri) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RefusedBodyException refused) {
                return answer(refused.problem(), uri);
            }
            if (t instanceof JsonProcessingException json) {
                return answer(JsonProblems.of(json), uri);
            }
            if (t instanceof HttpClosedException || t instanceof ClosedChannelException) {
                // Not our fault; nobody is there any more to read the answer.
                return answer(Problem.unreadable("The body is incomplete.", null), uri);
            }
            if (isStalledBody(t)) {
                // Its connection has been closed, so this is for the access log.
                return answer(
                        Problem.of(
                                "too-slow", "The body arrived too slowly", 408, "No data arrived for too long.", null),
                        uri);
            }
            if (t instanceof CharConversionException) {
                return answer(Problem.unreadable("The body is not UTF-8.", null), uri);
            }
        }
        return internal(failure, uri);
    }

    /** By its text, for the server has no type for it. */
    private static boolean isStalledBody(Throwable failure) {
        return failure instanceof IOException && "Read timed out".equals(failure.getMessage());
    }

    private static Response internal(Throwable failure, UriInfo uri) {
        String errorId = UUID.randomUUID().toString();
        Optional<String> passing = TransientFault.of(failure);
        boolean away = passing.isPresent();
        if (isFull(failure)) {
            LOG.errorf(
                    "Error %s at %s: the database has no room left on its disk (SQLSTATE 53100). What was acknowledged"
                            + " is kept, but nothing can be stored until there is room again.",
                    errorId, uri.getPath());
        } else if (away) {
            LOG.warnf("Error %s at %s: %s (%s)", errorId, uri.getPath(), passing.get(), failure.getMessage());
        } else {
            LOG.errorf(failure, "Error %s at %s", errorId, uri.getPath());
        }
        return away
                ? withErrorId(
                        errorId,
                        Problem.of(
                                "unavailable",
                                "Temporarily unavailable",
                                503,
                                "Please try again in a few seconds.",
                                null),
                        uri,
                        RETRY_SECONDS)
                : withErrorId(
                        errorId,
                        Problem.of(
                                "internal",
                                "Internal error",
                                500,
                                "The error is logged; please quote its errorId.",
                                null),
                        uri,
                        null);
    }

    /** @param retrySeconds when to try again; null: that does not help */
    private static Response withErrorId(String errorId, Problem problem, UriInfo uri, Integer retrySeconds) {
        Map<String, Object> body = problem.body(address(uri));
        body.put("errorId", errorId);
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(body)
                .header(HttpHeaders.RETRY_AFTER, retrySeconds)
                .build();
    }

    private static boolean isFull(Throwable failure) {
        return SqlCause.of(failure)
                .filter(sql -> DISK_FULL.equals(sql.getSQLState()))
                .isPresent();
    }

    private static Response answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(problem.body(address(uri)))
                .build();
    }

    /** The path as it was sent: decoded, it may hold what no address and no text may. */
    private static String address(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private static Response withHeader(Response answer, String name, String value) {
        return value == null
                ? answer
                : Response.fromResponse(answer).header(name, value).build();
    }
}
