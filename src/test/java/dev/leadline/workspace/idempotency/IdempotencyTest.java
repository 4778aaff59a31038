package dev.leadline.workspace.idempotency;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.AtOnce;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A POST with an idempotency key is done once, and answered the same from then on. */
@QuarkusTest
class IdempotencyTest {

    private static final int CLIENTS = 32;
    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    @Inject
    DataSource database;

    @Inject
    ExpiredAnswers expired;

    @Inject
    IdempotencyStore store;

    @Inject
    WorkspaceContext contexts;

    private TestWorkspace workspace;
    private String workspaceId;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        workspaceId = workspace.id();
    }

    @Test
    void given_a_post_when_it_is_repeated_with_its_key_then_it_is_answered_the_same() {
        String body = Examples.inquiry("i1").json();
        Response first = keyed(KEY, "/inquiries", body);
        assertEquals(201, first.statusCode());
        assertEquals(null, first.header("Idempotent-Replayed"));
        Response again = keyed('"' + KEY + '"', "/inquiries", body);
        assertReplayed(first, again);
        assertEquals(first.header("Location"), again.header("Location"));
        assertTrue(first.header("Location").endsWith("/api/v1/inquiries/" + first.path("id")));
    }

    @Test
    void given_a_record_changed_meanwhile_when_its_post_is_repeated_then_the_first_answer_is_given() {
        String body = Examples.campaign("g1").json();
        Response first = keyed(KEY, "/campaigns", body);
        workspace.patch("/campaigns/" + first.path("id"), """
                {"name": "Changed"}""");
        assertReplayed(first, keyed(KEY, "/campaigns", body));
    }

    @Test
    void given_a_key_when_it_is_used_for_another_body_or_path_then_it_is_refused_by_name() {
        String body = Examples.inquiry("i1").json();
        keyed(KEY, "/inquiries", body).then().statusCode(201);
        assertProblemOf(keyed(KEY, "/inquiries", body + " "), 422, "Idempotency-Key");
        assertProblemOf(keyed(KEY, "/inquiries", Examples.inquiry("i2").json()), 422, "Idempotency-Key");
        assertProblemOf(keyed(KEY, "/campaigns", Examples.campaign("g1").json()), 422, "Idempotency-Key");
        assertProblemOf(keyed(KEY, "/inquiries/batch", "[" + body + "]"), 422, "Idempotency-Key");
        assertEquals(1, workspace.count("/inquiries"));
    }

    @Test
    void given_a_key_when_it_is_used_with_another_query_then_it_is_refused_however_the_query_is_written() {
        String body = Examples.inquiry("i1").json();
        Response first = keyed(KEY, "/inquiries?dryRun=false", body);
        assertEquals(201, first.statusCode());
        Response written = workspace
                .integration()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", KEY)
                .body(body)
                .post("/api/v1/inquiries?dryRu%6E=fals%65");
        assertReplayed(first, written);
        assertProblemOf(keyed(KEY, "/inquiries", body), 422, "Idempotency-Key")
                .body("detail", containsString("another query"));
    }

    @Test
    void given_a_dry_run_when_it_has_a_key_then_the_key_is_free_for_the_post_itself_and_no_answer_is_mistaken()
            throws SQLException {
        String body = Examples.inquiry("i1").json();
        for (String path : List.of("/inquiries", "/inquiries/batch")) {
            String sent = path.endsWith("batch") ? "[" + body + "]" : body;
            keyed(path, path + "?dryRun=true", sent).then().body("dryRun", equalTo(true));
            assertEquals(path.endsWith("batch") ? 1 : 0, kept());
            Response stored = keyed(path, path, sent);
            stored.then().body("dryRun", nullValue()).header("Idempotent-Replayed", nullValue());
            keyed(path, path + "?dryRun=true", sent)
                    .then()
                    .body("dryRun", equalTo(true))
                    .header("Idempotent-Replayed", nullValue());
            assertReplayed(stored, keyed(path, path, sent));
        }
        assertEquals(1, workspace.count("/inquiries"));
    }

    @Test
    void given_an_answer_kept_by_a_version_that_knew_no_query_when_its_post_is_repeated_then_it_is_given()
            throws SQLException {
        String body = Examples.inquiry("i1").json();
        Response first = keyed(KEY, "/inquiries", body);
        // As such a version kept it.
        run("update idempotency_key set path = '/api/v1/inquiries' where workspace_id = ?");
        assertReplayed(first, keyed(KEY, "/inquiries", body));
    }

    @Test
    void given_no_key_at_all_when_the_header_is_there_then_it_is_refused() {
        for (String key : List.of("a b", "x".repeat(256), "a,b")) {
            assertProblemOf(keyed(key, "/inquiries", Examples.inquiry("i1").json()), 400, "Idempotency-Key");
        }
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_the_same_key_of_two_callers_when_they_post_then_each_is_answered_by_itself() {
        keyed(KEY, "/inquiries", Examples.inquiry("i1").json()).then().statusCode(201);
        workspace
                .admin()
                .header("Idempotency-Key", KEY)
                .body(Examples.inquiry("i2").json())
                .post("/api/v1/inquiries")
                .then()
                .statusCode(201);
        TestWorkspace other = TestWorkspace.create();
        other.integration()
                .header("Idempotency-Key", KEY)
                .body(Examples.inquiry("i1").json())
                .post("/api/v1/inquiries")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void given_a_refused_post_when_it_is_corrected_or_the_reason_is_gone_then_its_key_is_free() throws SQLException {
        String deal = Examples.deal("d1", "i1").json();
        assertProblem(keyed(KEY, "/deals", deal), 422);
        assertProblem(keyed(KEY, "/deals", "{"), 400);
        assertEquals(0, kept());
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        Response first = keyed(KEY, "/deals", deal);
        assertEquals(201, first.statusCode());
        assertReplayed(first, keyed(KEY, "/deals", deal));
    }

    @Test
    void given_a_request_under_way_when_it_is_repeated_then_it_is_told_to_wait() throws SQLException {
        String body = Examples.inquiry("i1").json();
        keyed(KEY, "/inquiries", body).then().statusCode(201);
        // As it is while the first is at work.
        run("update idempotency_key set status = null where workspace_id = ?");
        assertProblemOf(keyed(KEY, "/inquiries", body), 409, "Idempotency-Key").header("Retry-After", notNullValue());
        assertProblemOf(keyed(KEY, "/inquiries", body + " "), 422, "Idempotency-Key");
    }

    @Test
    void given_a_request_that_died_when_its_lease_has_run_out_then_the_same_request_runs_again() throws SQLException {
        String body = Examples.inquiry("i1").json();
        String id = keyed(KEY, "/inquiries", body).path("id");
        run("update idempotency_key set status = null, leased_until = timestamptz '2020-01-01' where"
                + " workspace_id = ?");
        assertProblemOf(keyed(KEY, "/inquiries", body + " "), 422, "Idempotency-Key");
        Response again = keyed(KEY, "/inquiries", body);
        again.then().statusCode(200).header("Idempotent-Replayed", nullValue()).body("id", equalTo(id));
        assertReplayed(again, keyed(KEY, "/inquiries", body));
    }

    @Test
    void given_a_request_that_outlives_its_lease_when_another_has_taken_its_key_then_what_it_did_is_undone()
            throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Every record waits for this, so the request stands still with its key taken.
            try (PreparedStatement lock =
                    connection.prepareStatement("select 1 from workspace where id = ? for update")) {
                lock.setString(1, workspaceId);
                lock.execute();
                var answer = CompletableFuture.supplyAsync(
                        () -> keyed(KEY, "/inquiries", Examples.inquiry("i1").json()));
                while (kept() == 0) {
                    Thread.onSpinWait();
                }
                run("update idempotency_key set run_id = gen_random_uuid() where workspace_id = ?");
                connection.rollback();
                assertProblemOf(answer.get(), 409, "Idempotency-Key").header("Retry-After", notNullValue());
            }
        }
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_a_run_of_a_long_stream_when_its_lease_is_renewed_then_nobody_else_takes_its_key() throws SQLException {
        byte[] key = IdempotencyKey.of(KEY).hash("caller");
        contexts.call(workspaceId, () -> {
            var claim = store.claim(key, "/path", null);
            assertEquals(
                    409,
                    assertThrows(HttpProblem.class, () -> store.claim(key, "/path", null))
                            .getStatusCode());
            runQuietly("update idempotency_key set leased_until = timestamptz '2020-01-01' where workspace_id = ?");
            store.renew(key, claim.runId());
            assertThrows(HttpProblem.class, () -> store.claim(key, "/path", null));
            assertFalse(store.keep(key, UUID.randomUUID(), key, new KeptAnswer(207, null, "{}", null)));
            assertTrue(store.keep(key, claim.runId(), key, new KeptAnswer(207, null, "{}", null)));
            store.release(key, claim.runId());
            assertEquals(207, store.claim(key, "/path", null).answerTo(key).status());
            return null;
        });
    }

    @Test
    void given_an_answer_when_its_time_has_run_out_then_the_key_is_free_and_is_cleared_away() throws SQLException {
        Fields request = Fields.of("name", "\"Form\"", "role", "\"ANALYST\"");
        String first = keyedAsAdmin("k", request).path("id");
        run("update idempotency_key set expires_at = timestamptz '2020-01-01' where workspace_id = ?");
        assertNotEquals(first, keyedAsAdmin("k", request).path("id"));
        assertEquals(1, kept());
        assertEquals(0, contexts.call(workspaceId, expired::doNow));
        run("update idempotency_key set expires_at = timestamptz '2020-01-01' where workspace_id = ?");
        assertEquals(1, contexts.call(workspaceId, expired::doNow));
        assertEquals(0, kept());
    }

    @Test
    void given_a_key_that_is_made_when_its_post_is_repeated_then_its_secret_is_not_shown_again_nor_kept()
            throws SQLException {
        Fields request = Fields.of("name", "\"Form\"", "role", "\"ANALYST\"");
        Response first = keyedAsAdmin(KEY, request);
        first.then().statusCode(201).body("key", containsString("ldl_"));
        keyedAsAdmin(KEY, request)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("key", nullValue());
        assertEquals(
                1, count("select count(*) from idempotency_key where workspace_id = ? and body not like '%ldl\\_%'"));
        assertEquals(
                4,
                workspace.admin().get("/api/v1/api-keys").<List<?>>path("items").size());
    }

    @Test
    void given_a_workspace_that_is_made_when_its_post_is_repeated_then_there_is_one_and_its_key_opens_it() {
        RequestSpecification installation = given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY)
                .header("Idempotency-Key", workspaceId)
                .contentType("application/json")
                .body("""
                        {"name": "Once"}""");
        Response first = installation.post("/api/v1/workspaces");
        first.then().statusCode(201);
        installation
                .post("/api/v1/workspaces")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("workspace.id", equalTo(first.path("workspace.id")))
                .body("adminKey", nullValue());
        given().header("X-API-Key", first.<String>path("adminKey"))
                .get("/api/v1/workspace")
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("workspace.id")));
    }

    @Test
    void given_batches_when_they_are_repeated_then_they_are_answered_the_same() {
        String row = Examples.inquiry("i1").json();
        String rows = "[" + row + ",{\"externalId\":\"i2\"}]";
        Response first = keyed("array", "/inquiries/batch", rows);
        first.then().statusCode(207).body("created", equalTo(1)).body("rejected", equalTo(1));
        assertReplayed(first, keyed("array", "/inquiries/batch", rows));
        assertProblemOf(keyed("array", "/inquiries/batch", "[]"), 422, "Idempotency-Key");

        String lines = row + "\n" + Examples.inquiry("i3").json() + "\n";
        Response firstStream = stream("stream", lines);
        firstStream.then().statusCode(207).body("created", equalTo(1)).body("unchanged", equalTo(1));
        assertReplayed(firstStream, stream("stream", lines));
        assertProblemOf(stream("stream", lines + "{}"), 422, "Idempotency-Key");
        assertProblemOf(stream("array", lines), 422, "Idempotency-Key");
    }

    @Test
    void given_a_batch_that_died_when_its_lease_has_run_out_then_it_runs_again_and_finds_its_rows()
            throws SQLException {
        String lines = Examples.inquiry("i1").json();
        stream(KEY, lines).then().statusCode(207).body("created", equalTo(1));
        run("update idempotency_key set status = null, body_hash = null where workspace_id = ?");
        assertProblemOf(stream(KEY, lines), 409, "Idempotency-Key");
        run("update idempotency_key set leased_until = timestamptz '2020-01-01' where workspace_id = ?");
        Response again = stream(KEY, lines);
        again.then().statusCode(207).body("created", equalTo(0)).body("unchanged", equalTo(1));
        assertReplayed(again, stream(KEY, lines));
    }

    @Test
    void given_many_identical_posts_with_one_key_when_made_at_once_then_one_is_done() throws Exception {
        Fields request = Fields.of("name", "\"Form\"", "role", "\"ANALYST\"");
        List<Response> answers = AtOnce.call(CLIENTS, i -> keyedAsAdmin(KEY, request));
        long done = answers.stream()
                .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null)
                .count();
        assertEquals(1, done);
        for (Response answer : answers) {
            assertTrue(List.of(201, 409).contains(answer.statusCode()), answer::asString);
        }
        assertEquals(
                4,
                workspace.admin().get("/api/v1/api-keys").<List<?>>path("items").size());
        keyedAsAdmin(KEY, request).then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void given_many_identical_posts_without_key_when_made_at_once_then_one_record_is_stored_and_nothing_is_kept()
            throws Exception {
        String body = Examples.inquiry("i1").json();
        List<Response> answers = AtOnce.call(CLIENTS, i -> workspace.post("/inquiries", body));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(1, workspace.count("/inquiries"));
        assertEquals(0, kept());
    }

    @Test
    void given_a_post_without_key_when_it_passes_then_the_store_is_not_asked() throws Exception {
        var interceptor = new IdempotencyInterceptor(new KeyedRequest(), null, null);
        assertEquals("answer", interceptor.once(new Proceeding("answer")));
    }

    private Response keyed(String key, String path, String body) {
        return workspace.integration().header("Idempotency-Key", key).body(body).post("/api/v1" + path);
    }

    private Response keyedAsAdmin(String key, Fields body) {
        return workspace
                .admin()
                .header("Idempotency-Key", key)
                .body(body.json())
                .post("/api/v1/api-keys");
    }

    private Response stream(String key, String lines) {
        return workspace
                .integration()
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inquiries/batch");
    }

    private static void assertReplayed(Response first, Response again) {
        again.then()
                .statusCode(first.statusCode())
                .contentType(first.contentType())
                .header("Idempotent-Replayed", "true")
                .body(not(equalTo("")));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
    }

    private int kept() throws SQLException {
        return count("select count(*) from idempotency_key where workspace_id = ?");
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspaceId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspaceId);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private void runQuietly(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
