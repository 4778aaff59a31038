package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the OpenID provider is away, the service starts, and whoever has a key goes on. */
@QuarkusTest
@TestProfile(ProviderAwayTest.WithAProviderThatIsAway.class)
class ProviderAwayTest {

    /** A provider at a port where nobody listens. */
    public static class WithAProviderThatIsAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leadline.oidc.enabled", "true",
                    "leadline.oidc.issuer", "http://127.0.0.1:1",
                    "leadline.oidc.audience", "leadline");
        }
    }

    @Test
    void when_a_token_comes_then_503_and_keys_work() {
        assertProblem(
                        given().header(
                                        "Authorization",
                                        "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJtIn0.AAAA")
                                .get("/api/v1/workspace"),
                        503)
                .header("Retry-After", "2");
        given().header("Authorization", "Bearer " + TestWorkspace.INSTALLATION_KEY)
                .get("/api/v1/workspace")
                .then()
                .statusCode(200);
    }
}
