package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an OpenID provider beside the keys: verified by its key set, let in by what they claim. */
@QuarkusTest
@TestProfile(OidcTest.WithAProvider.class)
class OidcTest {

    /** A provider on this machine. */
    public static class WithAProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestProvider.class));
        }
    }

    private TestWorkspace workspace;
    private String workspaceId;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        workspaceId = workspace.id();
    }

    private JwtClaimsBuilder claims(Object role) {
        return TestProvider.claims().claim("leadline_workspace", workspaceId).claim("leadline_role", role);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static Response read(String token) {
        return with(token).get("/api/v1/workspace");
    }

    private static void assertUnauthorized(String token) {
        assertProblem(read(token), 401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void given_a_token_of_a_role_when_called_then_it_may_do_what_the_role_may() {
        String analyst = TestProvider.signed(claims("ANALYST"));
        read(analyst)
                .then()
                .statusCode(200)
                .body("id", equalTo(workspaceId))
                .header("RateLimit", matchesPattern("\"default\";r=[0-9]+;t=[0-9]+"));
        assertProblem(with(analyst).body("{}").post("/api/v1/campaigns"), 403);

        String integration = TestProvider.signed(claims("INTEGRATION"));
        assertProblem(read(integration), 403);
        with(integration)
                .body(Examples.campaign("by-token").json())
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201);
        workspace.get("/campaigns").then().body("items.externalId", equalTo(List.of("by-token")));

        String admin = TestProvider.signed(claims("ADMIN"));
        with(admin).get("/api/v1/api-keys").then().statusCode(200);
        assertProblem(with(admin).get("/api/v1/workspaces"), 403);
    }

    @Test
    void given_a_token_of_several_roles_when_called_then_it_may_do_what_any_of_them_may() {
        String token = TestProvider.signed(claims(List.of("ANALYST", "INTEGRATION", "something-else")));
        read(token).then().statusCode(200);
        with(token)
                .body(Examples.campaign("by-token").json())
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201);
        assertProblem(with(token).get("/api/v1/api-keys"), 403);
    }

    @Test
    void given_a_token_when_it_is_tested_then_it_is_told_what_it_is() {
        String token = TestProvider.signed(claims(List.of("INTEGRATION", "ANALYST", "something-else")));
        with(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("workspace.id", equalTo(workspaceId))
                .body("roles", equalTo(List.of("INTEGRATION", "ANALYST")))
                .body("key", nullValue())
                .body("token.subject", notNullValue())
                .body("token.expiresAt", notNullValue());
        assertProblem(with(token).get("/api/v1/api-keys"), 403)
                .body("detail", containsString("ADMIN; yours is ANALYST, INTEGRATION."));
    }

    @Test
    void given_a_token_of_another_workspace_when_called_then_it_sees_that_one_only() {
        String campaign = workspace.create("/campaigns", Examples.campaign("g1").json());
        TestWorkspace other = TestWorkspace.create();
        String token = TestProvider.signed(TestProvider.claims()
                .claim("leadline_workspace", other.get("/workspace").<String>path("id"))
                .claim("leadline_role", "ADMIN"));
        assertProblem(with(token).get("/api/v1/campaigns/" + campaign), 404);
        with(token).get("/api/v1/campaigns").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void given_a_token_that_is_not_the_providers_when_called_then_unauthorized() {
        assertUnauthorized(TestProvider.signedByAStranger(claims("ADMIN")));
        assertUnauthorized(TestProvider.signedByAnUnknownKey(claims("ADMIN")));
        assertUnauthorized(TestProvider.signed(claims("ADMIN").issuer("http://127.0.0.1:1")));
        assertUnauthorized(TestProvider.signed(claims("ADMIN").audience("another-service")));
        assertUnauthorized(
                TestProvider.signed(claims("ADMIN").expiresAt(Instant.now().minusSeconds(60))));
        assertUnauthorized(TestProvider.signed(TestProvider.claims().subject("").remove("sub")));
    }

    @Test
    void given_a_token_that_was_changed_when_called_then_unauthorized() {
        String[] parts = TestProvider.signed(claims("ANALYST")).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String raised = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("ANALYST", "ADMIN").getBytes(StandardCharsets.UTF_8));
        assertUnauthorized(parts[0] + "." + raised + "." + parts[2]);
        String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("""
                        {"alg":"none"}""".getBytes(StandardCharsets.UTF_8));
        assertUnauthorized(unsigned + "." + raised + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJ", "eyJ.eyJ.x", "eyJ..", "..", "nonsense"})
    void givenWhatIsNoToken_whenCalled_thenUnauthorized(String token) {
        assertUnauthorized(token);
    }

    @Test
    void given_a_good_token_without_a_workspace_or_role_of_ours_when_called_then_forbidden_and_the_claim_is_named() {
        for (JwtClaimsBuilder claims : List.of(
                TestProvider.claims().claim("leadline_role", "ADMIN"),
                TestProvider.claims().claim("leadline_role", "ADMIN").claim("leadline_workspace", ""),
                TestProvider.claims().claim("leadline_role", "ADMIN").claim("leadline_workspace", "unknown"),
                TestProvider.claims()
                        .claim("leadline_role", "ADMIN")
                        .claim("leadline_workspace", List.of(workspaceId)))) {
            assertProblem(read(TestProvider.signed(claims)), 403).body("detail", containsString("leadline_workspace"));
        }
        for (JwtClaimsBuilder claims : List.of(
                TestProvider.claims().claim("leadline_workspace", workspaceId),
                claims("admin"),
                claims("ROOT"),
                claims(List.of()))) {
            assertProblem(read(TestProvider.signed(claims)), 403).body("detail", containsString("leadline_role"));
        }
    }

    @Test
    void given_a_workspace_that_no_text_column_holds_when_called_then_refused() {
        int status = read(TestProvider.signed(
                        TestProvider.claims().claim("leadline_role", "ADMIN").claim("leadline_workspace", "\u0000")))
                .statusCode();
        assertTrue(status == 401 || status == 403, () -> "status " + status);
    }

    @Test
    void given_tokens_are_taken_when_keys_are_used_then_they_work_as_ever() {
        workspace.get("/workspace").then().statusCode(200);
        given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY)
                .get("/api/v1/workspaces")
                .then()
                .statusCode(200);
        assertUnauthorized("ldl_00000000000000000000000000000000_000000");
        assertProblem(given().get("/api/v1/workspace"), 401).header("WWW-Authenticate", "Bearer");
    }
}
