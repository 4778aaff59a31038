package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who tries wrong keys is told to wait, and nobody else; behind a proxy that is trusted, too. */
@QuarkusTest
@TestProfile(TightLimits.class)
class FailedAttemptsTest {

    @Test
    void given_too_many_wrong_keys_when_the_address_tries_again_then_429_and_others_are_not_concerned() {
        TestWorkspace workspace = TestWorkspace.create();
        String used = key(workspace);
        call("198.51.100.7", used).then().statusCode(200);

        for (int i = 0; i < TightLimits.FAILURES; i++) {
            assertProblem(call("198.51.100.7", UUID.randomUUID().toString()), 401);
        }

        assertProblem(call("198.51.100.7", UUID.randomUUID().toString()), 429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"));
        assertProblem(call("198.51.100.8", UUID.randomUUID().toString()), 401);
        call("198.51.100.7", used).then().statusCode(200);
        call("198.51.100.7", key(workspace)).then().statusCode(200);
    }

    @Test
    void given_no_key_at_all_when_called_often_then_unauthorized_and_not_counted() {
        for (int i = 0; i < 3 * TightLimits.FAILURES; i++) {
            assertProblem(given().header("X-Forwarded-For", "198.51.100.9").get("/api/v1/workspace"), 401);
        }
        assertProblem(call("198.51.100.9", "wrong"), 401);
    }

    private static String key(TestWorkspace workspace) {
        Map<String, String> request = new HashMap<>(Map.of("name", "x", "role", "ANALYST"));
        return workspace.admin().body(request).post("/api/v1/api-keys").path("key");
    }

    private static Response call(String address, String key) {
        return given().header("X-Forwarded-For", address)
                .header("X-API-Key", key)
                .get("/api/v1/workspace");
    }
}
