package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A key has its requests in a window; more are answered by 429, and other keys are not concerned. */
@QuarkusTest
@TestProfile(TightLimits.class)
class RateLimitTest {

    @Test
    void given_a_key_that_has_used_up_its_requests_when_it_is_used_then_429_and_others_are_not_concerned() {
        TestWorkspace workspace = TestWorkspace.create();
        for (int left = TightLimits.REQUESTS - 1; left >= 0; left--) {
            // Whatever comes of a request: each counts once.
            Response answer = left % 2 == 0
                    ? workspace.get("/workspace")
                    : workspace.analyst().body("{}").post("/api/v1/campaigns");
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 403, answer::statusLine);
            answer.then()
                    .header("RateLimit-Policy", equalTo("\"default\";q=10;w=3600"))
                    .header("RateLimit", matchesPattern("\"default\";r=" + left + ";t=[0-9]+"));
        }

        assertProblem(workspace.get("/workspace"), 429)
                .header("Retry-After", matchesPattern("3[0-9]{2}"))
                .header("RateLimit", containsString(";r=0;"))
                .body("type", equalTo("urn:leadline:problem:too-many-requests"));
        workspace.admin().get("/api/v1/workspace").then().statusCode(200);
    }
}
