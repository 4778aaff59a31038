package dev.leadline.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A workspace of a test's own with a key for each role, so that tests neither see nor wait for each other. */
public final class TestWorkspace {

    /** An ADMIN key of the workspace {@code default}, which runs the installation. */
    public static final String INSTALLATION_KEY = "ldl_test_installation_admin_key";

    private static final String BASE = "/api/v1";

    private final String adminKey;
    private final String integrationKey;
    private final String analystKey;

    private TestWorkspace(String adminKey) {
        this.adminKey = adminKey;
        this.integrationKey = issue("INTEGRATION");
        this.analystKey = issue("ANALYST");
    }

    public static TestWorkspace create() {
        return create("UTC");
    }

    /** @param timeZone whose days the workspace counts */
    public static TestWorkspace create(String timeZone) {
        return new TestWorkspace(Json.text(
                with(INSTALLATION_KEY)
                        .body(Map.of("name", "Test", "timeZone", timeZone))
                        .post(BASE + "/workspaces"),
                "adminKey"));
    }

    public String id() {
        return Json.text(get("/workspace"), "id");
    }

    private String issue(String role) {
        return Json.text(admin().body(Map.of("name", role, "role", role)).post(BASE + "/api-keys"), "key");
    }

    /** A request with the workspace's ADMIN key. */
    public RequestSpecification admin() {
        return with(adminKey);
    }

    public RequestSpecification integration() {
        return with(integrationKey);
    }

    public RequestSpecification analyst() {
        return with(analystKey);
    }

    /** Its keys: ADMIN, INTEGRATION, ANALYST. */
    public List<String> keys() {
        return List.of(adminKey, integrationKey, analystKey);
    }

    /** Posts as an integration does; the path is that behind {@code /api/v1}. */
    public Response post(String path, Object body) {
        return integration().body(body).post(BASE + path);
    }

    /** Posts a stream of lines. */
    public Response postLines(String path, List<String> lines) {
        return integration()
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(BASE + path);
    }

    public Response patch(String path, Object body) {
        return integration().body(body).patch(BASE + path);
    }

    /** Reads as an analyst does. */
    public Response get(String path) {
        return analyst().get(path.startsWith(BASE) ? path : BASE + path);
    }

    /** The id of a record just made. */
    public String create(String path, Object body) {
        return post(path, body).then().statusCode(201).extract().path("id");
    }

    /** How many records a list's first page shows. */
    public int count(String path) {
        return get(path).then().statusCode(200).extract().<List<?>>path("items").size();
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }
}
