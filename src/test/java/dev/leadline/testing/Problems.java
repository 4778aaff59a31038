package dev.leadline.testing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every problem body has (RFC 9457). */
public final class Problems {

    private Problems() {}

    /** Makes sure that the answer is a whole problem of this status, and tells nothing of the inside. */
    public static ValidatableResponse assertProblem(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("type", startsWith("urn:leadline:problem:"))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("instance", startsWith("/"))
                .body(not(containsString("dev.leadline")))
                .body(not(containsString("Exception")));
    }

    /** As {@link #assertProblem}, with an error that points to this place of the body. */
    public static ValidatableResponse assertProblemAt(Response answer, int status, String pointer) {
        return assertProblem(answer, status).body("errors.pointer", hasItem(pointer));
    }

    /** As {@link #assertProblem}, with an error that names this query parameter. */
    public static ValidatableResponse assertProblemOf(Response answer, int status, String parameter) {
        return assertProblem(answer, status)
                .body("errors.parameter", hasItem(parameter))
                .body("errors[0]", allOf(hasKey("parameter"), not(hasKey("pointer"))));
    }
}
