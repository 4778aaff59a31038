package dev.leadline.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A problem as a value (RFC 9457): what a rejected row of a batch carries, and what a failed request answers.
 *
 * @param type stable identifier of the kind of problem, {@code urn:leadline:problem:<kind>}
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what happened this time, and the remedy
 * @param errors the fields or parameters at fault, if any
 * @param existingId id of the record that stands in the way, for conflicts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors, UUID existingId) {

    private static final int TOO_MANY = 429;
    private static final int RETRY_SECONDS = 5;
    private static final String UNDER_WAY = "request-under-way";

    /** 400: the body or a parameter can't be read. */
    public static Problem unreadable(String detail, List<FieldError> errors) {
        return of("unreadable-request", "The request cannot be read", 400, detail, errors);
    }

    /** 400: there is no body where one is needed. */
    public static Problem empty() {
        return unreadable(
                "The body is empty; send a JSON object.", List.of(FieldError.at("", "must be a JSON object")));
    }

    /** 400: one query parameter is wrong. */
    public static Problem badParameter(String parameter, String detail) {
        return of(
                "bad-parameter",
                "A parameter is invalid",
                400,
                parameter + " " + detail,
                List.of(FieldError.ofParameter(parameter, detail)));
    }

    /** 422: the body was read, but fields of it are invalid. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        String where = first.pointer() == null || first.pointer().isEmpty() ? "The body" : first.pointer();
        return of("invalid-request", "The request is invalid", 422, where + " " + first.detail() + more, errors);
    }

    /** 422: one field of the body is invalid. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(FieldError.at(pointer, detail)));
    }

    /** 409: a record with this key is already there and says something else. */
    public static Problem conflict(String detail, UUID existingId) {
        return new Problem(
                typeOf("conflict"), "The record exists with different content", 409, detail, null, existingId);
    }

    /**
     * 409: the state of things does not allow it.
     *
     * @param kind the stable name of the problem
     */
    public static Problem refused(String kind, String title, String detail) {
        return of(kind, title, 409, detail, null);
    }

    /**
     * 422: the header's key was used for another request.
     *
     * @param header the header's name
     */
    public static Problem reusedKey(String header, String detail) {
        return of(
                "reused-key",
                "The key was used for another request",
                422,
                header + " " + detail
                        + ". Use a new key for every request, and repeat a key only with the same request.",
                List.of(FieldError.ofParameter(header, detail)));
    }

    /**
     * 409: a request with the same key is being answered.
     *
     * @param header the header's name
     */
    public static Problem underWay(String header) {
        String detail = "belongs to a request in progress";
        return of(
                UNDER_WAY,
                "The same request is in progress",
                409,
                header + " " + detail + ". Please repeat it in a few seconds.",
                List.of(FieldError.ofParameter(header, detail)));
    }

    /** 404: no such record in this workspace. */
    public static Problem notFound(String what, Object id) {
        return of("not-found", "Not found", 404, "There is no " + what + " " + id + " in this workspace.", null);
    }

    /** 403: the key is known, but may not do this. */
    public static Problem forbidden(String detail) {
        return of("forbidden", "Not allowed", 403, detail, null);
    }

    /** 415: the body is coded in a way that is not taken. */
    public static Problem codedBody() {
        return of(
                "unsupported-media-type",
                "Unsupported media type",
                415,
                "Send the body as it is, without Content-Encoding, or zipped, with Content-Encoding: gzip.",
                null);
    }

    /** 413: the body, or a line of it, is too long. */
    public static Problem tooLarge(String detail) {
        return of("too-large", "The request is too large", 413, detail, null);
    }

    /** 503: the records that the answer rests on are still on their way from the database. */
    static Problem notYetRead() {
        return of(
                "not-yet-read",
                "The records are not read yet",
                503,
                "The records of this workspace are still being read. Please try again in a few seconds.",
                null);
    }

    /** 429: too much is asked for at once. */
    public static Problem busy(String detail) {
        return tooMany(detail + " Please try again in a few seconds.");
    }

    /** 429: more requests than are allowed. */
    public static Problem tooMany(String detail) {
        return of("too-many-requests", "Too many requests", TOO_MANY, detail, null);
    }

    /** 400: the address has what no address may have. */
    public static Problem badAddress(String detail) {
        return of("bad-address", "The address is invalid", 400, detail, null);
    }

    static Problem of(String kind, String title, int status, String detail, List<FieldError> errors) {
        return new Problem(typeOf(kind), title, status, detail, errors, null);
    }

    private static String typeOf(String kind) {
        return "urn:leadline:problem:" + kind;
    }

    /**
     * What is answered.
     *
     * @param instance path of the request, as it may stand in an address
     */
    public Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance);
        if (errors != null) {
            body.put("errors", errors);
        }
        return body;
    }

    /** The exception that answers the request with this problem. */
    public HttpProblem toException() {
        return toException(RETRY_SECONDS);
    }

    /** @param retrySeconds with 429, when to try again */
    public HttpProblem toException(long retrySeconds) {
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create(type))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
        if (errors != null) {
            builder.with("errors", errors);
        }
        if (status == TOO_MANY || type.equals(typeOf(UNDER_WAY))) {
            builder.withHeader(HttpHeaders.RETRY_AFTER, retrySeconds);
        }
        if (existingId != null) {
            builder.with("existingId", existingId.toString());
        }
        return builder.build();
    }
}
