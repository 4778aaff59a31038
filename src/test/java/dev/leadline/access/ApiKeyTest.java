package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys: made, shown once, listed without their secret, revoked, expired. */
@QuarkusTest
class ApiKeyTest {

    private static final String PATH = "/api/v1/api-keys";

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void when_a_key_is_made_then_its_secret_is_shown_this_once_and_works_at_once() {
        Response made = make("Website form", "INTEGRATION", null);

        String key = made.path("key");
        made.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/api-keys/" + made.path("id")))
                .body("name", equalTo("Website form"))
                .body("role", equalTo("INTEGRATION"))
                .body("lastFour", equalTo(key.substring(key.length() - 4)))
                .body("expiresAt", nullValue())
                .body("recordedAt", notNullValue());
        assertProblem(call(key, "/api/v1/workspace"), 403);
        assertFalse(workspace.admin().get(PATH).asString().contains(key));
    }

    @Test
    void when_a_key_is_made_then_it_has_the_form_that_secret_scanners_know() {
        String key = make("x", "ANALYST", null).path("key");

        assertTrue(key.matches("ldl_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}"), key);
        assertEquals(ApiKeySecret.checksum(key.substring(0, 36)), key.substring(37));
    }

    @Test
    void when_a_key_is_made_then_the_database_holds_its_hash_and_not_the_key() throws SQLException {
        Response made = make("x", "ANALYST", null);
        String key = made.path("key");

        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("select secret_hash, api_key::text from api_key where id = ?")) {
            statement.setObject(1, UUID.fromString(made.path("id")));
            try (var row = statement.executeQuery()) {
                assertTrue(row.next());
                assertArrayEquals(ApiKeySecret.hash(key), row.getBytes(1));
                assertFalse(row.getString(2).contains(key.substring(4, 30)), "no column holds it");
            }
        }
    }

    @Test
    void when_keys_are_listed_then_newest_first_page_by_page_without_secrets() {
        for (int i = 0; i < 3; i++) {
            make("key " + i, "ANALYST", null).then().statusCode(201);
        }
        Set<String> names = new HashSet<>();
        String next = PATH + "?limit=2";
        for (int page = 0; next != null; page++) {
            Response answer = workspace.admin().get(next);
            answer.then().statusCode(200).body(not(containsString("ldl_")));
            names.addAll(answer.path("items.name"));
            String cursor = answer.path("next");
            next = cursor == null ? null : PATH + "?limit=2&cursor=" + cursor;
            assertTrue(page < 3, "three pages of two: the three, and one of each role");
        }
        assertEquals(Set.of("key 0", "key 1", "key 2", "INTEGRATION", "ANALYST", "First administrator"), names);
        workspace.admin().get(PATH).then().body("items[0].name", equalTo("key 2"));
    }

    @Test
    void when_a_key_is_revoked_then_it_opens_nothing_from_then_on_and_stays_listed() {
        Response made = make("leaked", "ANALYST", null);
        String key = made.path("key");
        call(key, "/api/v1/workspace").then().statusCode(200);

        workspace.admin().delete(PATH + "/" + made.path("id")).then().statusCode(204);

        assertProblem(call(key, "/api/v1/workspace"), 401).header("WWW-Authenticate", "Bearer");
        String revokedAt = workspace.admin().get(PATH).path("items[0].revokedAt");
        workspace.admin().delete(PATH + "/" + made.path("id")).then().statusCode(204);
        assertEquals(revokedAt, workspace.admin().get(PATH).path("items[0].revokedAt"), "ended once");
    }

    @Test
    void when_a_key_has_expired_then_it_opens_nothing() throws SQLException {
        Response made = make(
                "temporary", "ANALYST", Instant.now().plus(1, ChronoUnit.HOURS).toString());
        String key = made.path("key");
        call(key, "/api/v1/workspace").then().statusCode(200);

        expire(made.path("id"));

        assertProblem(call(key, "/api/v1/workspace"), 401);
    }

    @Test
    void given_two_live_keys_when_one_is_revoked_then_the_other_goes_on() {
        Response old = make("old", "ANALYST", null);
        String replacement = make("new", "ANALYST", null).path("key");

        workspace.admin().delete(PATH + "/" + old.path("id")).then().statusCode(204);

        call(replacement, "/api/v1/workspace").then().statusCode(200);
    }

    @Test
    void given_the_last_live_admin_key_when_it_is_revoked_then_refused_until_there_is_another() throws SQLException {
        String first = workspace.admin().get(PATH).path("items.find { it.role == 'ADMIN' }.id");
        String expired = make(
                        "expired", "ADMIN", Instant.now().plusSeconds(3600).toString())
                .path("id");
        expire(expired);
        make("revoked", "ADMIN", null);
        String revoked = workspace.admin().get(PATH).path("items[0].id");
        workspace.admin().delete(PATH + "/" + revoked).then().statusCode(204);

        assertProblem(workspace.admin().delete(PATH + "/" + first), 409)
                .body("type", equalTo("urn:leadline:problem:last-admin-key"))
                .body("detail", containsString("First create another ADMIN key"));
        workspace.admin().get(PATH).then().statusCode(200);
        workspace.admin().delete(PATH + "/" + revoked).then().statusCode(204);

        String second = make("second", "ADMIN", null).path("key");
        given().header("X-API-Key", second).delete(PATH + "/" + first).then().statusCode(204);
        assertProblem(workspace.admin().get(PATH), 401);
    }

    @Test
    void
            given_a_permanent_admin_key_and_one_that_expires_when_the_permanent_one_is_revoked_then_refused_and_the_other_is_not() {
        String permanent = workspace.admin().get(PATH).path("items.find { it.role == 'ADMIN' }.id");
        String passing = make(
                        "passing", "ADMIN", Instant.now().plusSeconds(3600).toString())
                .path("id");

        assertProblem(workspace.admin().delete(PATH + "/" + permanent), 409)
                .body("type", equalTo("urn:leadline:problem:last-admin-key"));
        workspace.admin().delete(PATH + "/" + passing).then().statusCode(204);

        make("second", "ADMIN", null).then().statusCode(201);
        workspace.admin().delete(PATH + "/" + permanent).then().statusCode(204);
    }

    @Test
    void given_two_admin_keys_when_each_is_revoked_at_once_then_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestWorkspace pair = TestWorkspace.create();
            Response made =
                    pair.admin().body(Map.of("name", "second", "role", "ADMIN")).post(PATH);
            String first = pair.admin().get(PATH).path("items.find { it.name == 'First administrator' }.id");
            String key = made.path("key");
            var revocations = List.of(
                    CompletableFuture.supplyAsync(() ->
                            pair.admin().delete(PATH + "/" + made.path("id")).statusCode()),
                    CompletableFuture.supplyAsync(() -> given().header("X-API-Key", key)
                            .delete(PATH + "/" + first)
                            .statusCode()));
            Set<Integer> answers = new HashSet<>();
            for (var revocation : revocations) {
                answers.add(revocation.get());
            }
            // The slower one is told that its own key is the last, or finds that it has been revoked.
            assertTrue(answers.equals(Set.of(204, 409)) || answers.equals(Set.of(204, 401)), answers::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"role":"ADMIN"}                                                  | /name
            {"name":"","role":"ADMIN"}                                        | /name
            {"name":" ","role":"ADMIN"}                                       | /name
            {"name":1,"role":"ADMIN"}                                         | /name
            {"name":"a\\u0000","role":"ADMIN"}                                | /name
            {"name":"x"}                                                      | /role
            {"name":"x","role":null}                                          | /role
            {"name":"x","role":"ROOT"}                                        | /role
            {"name":"x","role":"admin"}                                       | /role
            {"name":"x","role":0}                                             | /role
            {"name":"x","role":"ADMIN","expiresAt":"2020-01-01T00:00:00Z"}    | /expiresAt
            {"name":"x","role":"ADMIN","expiresAt":"2999-01-01T00:00:00Z"}    | /expiresAt
            {"name":"x","role":"ADMIN","expiresAt":"+999999999-01-01T00:00Z"} | /expiresAt
            {"name":"x","role":"ADMIN","expiresAt":"2027-01-01"}              | /expiresAt
            {"name":"x","role":"ADMIN","key":"mine"}                          | /key
            """)
    void givenABadField_whenAKeyIsMade_thenTheFieldIsNamed(String body, String pointer) {
        assertProblemAt(workspace.admin().body(body).post(PATH), 422, pointer);
    }

    @Test
    void given_a_name_of_the_greatest_length_when_one_longer_then_refused() {
        make("x".repeat(200), "ANALYST", null).then().statusCode(201);
        assertProblemAt(make("x".repeat(201), "ANALYST", null), 422, "/name");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=501, limit", "limit=x, limit", "cursor=x, cursor", "role=ADMIN, role"})
    void givenABadParameter_whenKeysAreListed_thenItIsNamed(String query, String parameter) {
        assertProblemOf(workspace.admin().get(PATH + "?" + query), 400, parameter);
    }

    private void expire(String id) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update api_key set expires_at = now() - interval '1 second' where id = ?")) {
            statement.setObject(1, UUID.fromString(id));
            statement.executeUpdate();
        }
    }

    private Response make(String name, String role, String expiresAt) {
        Map<String, Object> request = new HashMap<>(Map.of("name", name, "role", role));
        request.put("expiresAt", expiresAt);
        return workspace.admin().body(request).post(PATH);
    }

    private static Response call(String key, String path) {
        return given().header("X-API-Key", key).get(path);
    }
}
