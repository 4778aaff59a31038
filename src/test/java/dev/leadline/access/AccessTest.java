package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. The operations are those of the OpenAPI document, so that a new one is covered by itself. */
@QuarkusTest
class AccessTest {

    private static final String NOBODYS_ID = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b";
    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            "/api/v1/api-keys",
            "/api/v1/api-keys/{id}",
            "/api/v1/workspaces",
            "/api/v1/audit-entries",
            "/api/v1/contacts/export",
            "/api/v1/inquiries/{id}/contact",
            "/api/v1/campaigns/{id}/merge");

    /** One operation of the service. */
    private record Operation(String method, String path) {

        /** The roles that may call it: INTEGRATION writes records, ANALYST reads, ADMIN does all. */
        Set<String> roles() {
            boolean reads = method.equals("GET");
            if (path.equals("/api/v1/me")) {
                return Set.of("INTEGRATION", "ANALYST", "ADMIN");
            }
            if (FOR_ADMINISTRATORS.contains(path) || path.equals("/api/v1/workspace") && !reads) {
                return Set.of("ADMIN");
            }
            if (reads && path.contains("/by-external-id/")) {
                return Set.of("INTEGRATION", "ANALYST", "ADMIN");
            }
            return reads ? Set.of("ANALYST", "ADMIN") : Set.of("INTEGRATION", "ADMIN");
        }

        Response call(RequestSpecification request) {
            return request.body("{").request(method, path.replaceFirst("\\{\\w+}", NOBODYS_ID));
        }
    }

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_no_key_when_any_operation_is_called_then_unauthorized() {
        for (Operation operation : operations()) {
            assertUnauthorized(operation.call(given().contentType(ContentType.JSON)));
        }
    }

    @Test
    void given_a_key_of_each_role_when_any_operation_is_called_then_only_its_own_are_allowed() {
        Map<String, RequestSpecification> keys = Map.of(
                "INTEGRATION", workspace.integration(), "ANALYST", workspace.analyst(), "ADMIN", workspace.admin());
        for (Operation operation : operations()) {
            keys.forEach((role, key) -> {
                Response answer = operation.call(key);
                if (!operation.roles().contains(role)) {
                    assertProblem(answer, 403).body("detail", containsString("yours is " + role));
                    operation.roles().forEach(needed -> answer.then().body("detail", containsString(needed)));
                } else if (!operation.path().equals("/api/v1/workspaces")) {
                    assertTrue(
                            answer.statusCode() != 401 && answer.statusCode() != 403 && answer.statusCode() < 500,
                            () -> role + " " + operation + ": " + answer.statusLine());
                }
            });
        }
    }

    @Test
    void given_an_administrator_of_another_workspace_when_workspaces_are_called_then_forbidden() {
        assertProblem(workspace.admin().get("/api/v1/workspaces"), 403)
                .body("detail", containsString("'default'"))
                .body("detail", containsString("'" + workspace.id() + "'"));
        assertProblem(workspace.admin().body(Map.of("name", "x")).post("/api/v1/workspaces"), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Bearer ldl_00000000000000000000000000000000_000000",
                "Bearer ldl_test_installation_admin_key2",
                "Bearer LDL_TEST_INSTALLATION_ADMIN_KEY",
                "Bearer ldl_test_installation_admin_key ldl_test_installation_admin_key",
                "Basic bGRsOmxkbA==",
                "ldl_test_installation_admin_key",
                "Bearer ' or true --",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZWkifQ.",
                ""
            })
    void givenAHeaderWithoutALiveKey_thenUnauthorized(String authorization) {
        assertUnauthorized(given().header("Authorization", authorization).get("/api/v1/workspace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "Bearer ldl_test_installation_admin_key"})
    void givenAnApiKeyHeaderWithoutALiveKey_thenUnauthorized(String key) {
        assertUnauthorized(given().header("X-API-Key", key).get("/api/v1/workspace"));
    }

    @Test
    void given_a_live_key_when_sent_in_either_header_then_let_in() {
        String key = TestWorkspace.INSTALLATION_KEY;
        for (RequestSpecification request : List.of(
                given().header("Authorization", "Bearer " + key),
                given().header("Authorization", "bearer  " + key),
                given().header("X-API-Key", key),
                given().header("Authorization", "Basic bGRsOmxkbA==").header("X-API-Key", key))) {
            request.get("/api/v1/workspace").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/q/openapi?format=json",
                "/q/swagger-ui/"
            })
    void givenNoKey_whenWhatIsOpenIsRead_thenItIsAnswered(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void given_records_of_another_workspace_when_their_ids_are_used_then_nothing_is_there() {
        TestWorkspace other = TestWorkspace.create();
        String campaign = other.create("/campaigns", Examples.campaign("g1").json());
        String inquiry = other.create("/inquiries", Examples.inquiry("i1").json());
        String deal = other.create("/deals", Examples.deal("d1", "i1").json());
        String key = other.admin().get("/api/v1/api-keys").path("items[0].id");

        for (String path : List.of("/campaigns/" + campaign, "/inquiries/" + inquiry, "/deals/" + deal)) {
            assertProblem(workspace.get(path), 404);
            assertProblem(workspace.patch(path, "{}"), 404);
            other.get(path).then().statusCode(200);
        }
        assertProblem(workspace.admin().delete("/api/v1/api-keys/" + key), 404);
        other.admin().get("/api/v1/workspace").then().statusCode(200);
    }

    private static void assertUnauthorized(Response answer) {
        assertProblem(answer, 401).header("WWW-Authenticate", "Bearer");
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .map(method -> method.toUpperCase(java.util.Locale.ROOT))
                .filter(method ->
                        Set.of("GET", "POST", "PATCH", "PUT", "DELETE").contains(method))
                .forEach(method -> operations.add(new Operation(method, path))));
        operations.removeIf(operation -> !operation.path().startsWith("/api/"));
        assertTrue(operations.size() >= 30, () -> "the document lists the operations: " + operations);
        return operations;
    }
}
