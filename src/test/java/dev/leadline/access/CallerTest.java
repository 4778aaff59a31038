package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client can ask who it is. */
@QuarkusTest
class CallerTest {

    @Inject
    AccessLimits limits;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create("Europe/Berlin");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void given_a_key_of_any_role_when_it_is_tested_then_it_is_told_what_it_is(Role role) {
        String expiry = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(30, ChronoUnit.DAYS)
                .toString();
        Response made = issue("""
                {"name": "Website form", "role": "%s", "expiresAt": "%s"}""".formatted(role, expiry));
        me(made.path("key"))
                .then()
                .statusCode(200)
                .body("workspace.id", equalTo(workspace.id()))
                .body("workspace.timeZone", equalTo("Europe/Berlin"))
                .body("workspace.currency", equalTo("USD"))
                .body("roles", contains(role.name()))
                .body("key.id", equalTo(made.path("id")))
                .body("key.name", equalTo("Website form"))
                .body("key.lastFour", equalTo(made.path("lastFour")))
                .body("key.expiresAt", equalTo(expiry))
                .body("token", nullValue())
                .body("limits.arrayRows", equalTo(10_000))
                .body("limits.recordBytes", equalTo(262_144));
    }

    @Test
    void given_a_key_without_expiry_when_it_is_tested_then_none_is_told_and_no_secret() {
        Response made = issue("""
                {"name": "Form", "role": "INTEGRATION"}""");
        me(made.path("key"))
                .then()
                .body("key.expiresAt", nullValue())
                .body("key.key", nullValue())
                .body("key.recordedAt", notNullValue());
    }

    @Test
    void given_the_requests_of_a_window_when_a_key_is_tested_then_they_are_those_of_the_header() {
        Long requests = limits.requests() == 0 ? null : limits.requests();
        me(workspace.keys().get(1))
                .then()
                .body("limits.requests", equalTo(requests == null ? null : requests.intValue()))
                .header(
                        "RateLimit-Policy",
                        equalTo(
                                requests == null
                                        ? null
                                        : "\"default\";q=" + requests + ";w="
                                                + limits.requestsWindow().toSeconds()));
    }

    @Test
    void given_a_key_that_was_revoked_when_it_is_tested_then_unauthorized() {
        Response made = issue("""
                {"name": "Form", "role": "ANALYST"}""");
        workspace.admin().delete("/api/v1/api-keys/" + made.path("id")).then().statusCode(204);
        assertProblem(me(made.path("key")), 401);
    }

    private Response issue(String request) {
        Response made = workspace.admin().body(request).post("/api/v1/api-keys");
        made.then().statusCode(201);
        return made;
    }

    private static Response me(String key) {
        return given().header("Authorization", "Bearer " + key).get("/api/v1/me");
    }
}
