package dev.leadline.intake.inquiry;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.intake.Examples;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asked can be erased, for good and everywhere; that somebody asked stays counted. */
@QuarkusTest
class ContactErasureTest {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String PERSON = "Quillfeather";

    @Inject
    DataSource database;

    @Inject
    ExpiredContacts retention;

    @Inject
    WorkspaceContext contexts;

    @Inject
    InquiryPosting posting;

    @Inject
    ObjectMapper json;

    private TestWorkspace workspace;
    private String workspaceId;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        workspaceId = workspace.id();
    }

    @Test
    void given_an_inquiry_when_its_contact_is_erased_then_nothing_tells_who_asked_and_it_stays_counted()
            throws SQLException {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        String inquiries = "/metrics?from=2025-03-01&to=2025-03-31&asOf=2025-04-01";
        assertEquals(1, workspace.get(inquiries).<Integer>path("total.inquiries"));
        erase(id).then().statusCode(204);
        erase(id).then().statusCode(204);
        assertErased(workspace.get("/inquiries/" + id).then());
        assertEquals(1, workspace.get(inquiries).<Integer>path("total.inquiries"));
        assertEquals(0, rowsThatName("inquiry"));
        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=CONTACT")
                .then()
                .body("items.action", contains("ERASED"))
                .body("items.subjectId", contains(id));
    }

    @Test
    void given_an_erased_contact_when_its_inquiry_is_posted_again_then_it_does_not_come_back() throws SQLException {
        String body = inquiry("i1").json();
        String id = workspace.create("/inquiries", body);
        erase(id);
        assertErased(workspace.post("/inquiries", body).then().statusCode(200).body("id", equalTo(id)));
        workspace.postLines("/inquiries/batch", List.of(body)).then().body("unchanged", equalTo(1));
        assertProblem(
                workspace.post(
                        "/inquiries", inquiry("i1").with("region", "\"Ohio\"").json()),
                409);
        assertErased(workspace.get("/inquiries/" + id).then());
        assertEquals(0, rowsThatName("inquiry"));
    }

    @Test
    void given_an_erased_contact_when_a_patch_names_it_again_then_it_is_refused_and_the_rest_can_change() {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        erase(id);
        Response answer = workspace.patch("/inquiries/" + id, """
                        {"contact": {"name": "A"}, "message": "B", "clickIds": {"gclid": "C"}}""");
        assertProblemAt(answer, 422, "/contact").body("errors.pointer", hasItems("/contact", "/message", "/clickIds"));
        workspace.patch("/inquiries/" + id, """
                        {"status": "QUALIFIED"}""").then().statusCode(200).body("status", equalTo("QUALIFIED"));
    }

    @Test
    void given_an_answer_kept_under_a_key_when_the_contact_is_erased_then_the_answer_is_forgotten_too()
            throws SQLException {
        String body = inquiry("i1").json();
        String id = keyed(body).path("id");
        assertEquals(1, rowsThatName("idempotency_key"));
        erase(id);
        assertEquals(0, rowsThatName("idempotency_key"));
        assertErased(keyed(body).then().statusCode(200).header("Idempotent-Replayed", nullValue()));
    }

    @Test
    void
            given_a_post_under_a_key_that_is_under_way_when_the_contact_is_erased_then_that_waits_until_the_answer_is_kept()
                    throws Exception {
        String body = inquiry("i1").json();
        UUID id = UUID.fromString(workspace.create("/inquiries", body));
        InquiryRequest request = json.readValue(body, InquiryRequest.class);

        contexts.call(workspaceId, () -> QuarkusTransaction.requiringNew().call(() -> {
            assertEquals(id, posting.post(request, OnExisting.REJECT).body().id());
            // On a thread of its own, for a connection beside this transaction's.
            assertEquals(
                    LOCK_NOT_AVAILABLE,
                    CompletableFuture.supplyAsync(() -> lockAtOnce(id)).get());
            return null;
        }));
        assertEquals("", lockAtOnce(id));
    }

    /** Locks the inquiry as its erasure does, but without waiting; the SQLSTATE if that fails. */
    private String lockAtOnce(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select id from inquiry where workspace_id = ? and id = ? for no key update nowait")) {
            statement.setString(1, workspaceId);
            statement.setObject(2, id);
            assertTrue(statement.executeQuery().next());
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Test
    void given_roles_and_workspaces_when_they_erase_then_only_its_administrators_do() {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        String path = "/api/v1/inquiries/" + id + "/contact";
        assertProblem(workspace.integration().delete(path), 403);
        assertProblem(workspace.analyst().delete(path), 403);
        assertProblem(TestWorkspace.create().admin().delete(path), 404);
        workspace.get("/inquiries/" + id).then().body("contact.name", containsString(PERSON));
    }

    @Test
    void given_a_retention_when_a_day_is_swept_then_older_contacts_are_erased_and_younger_kept() throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String old = workspace.create(
                "/inquiries", received("old", today.minusDays(31)).json());
        String young = workspace.create(
                "/inquiries", received("young", today.minusDays(30)).json());
        assertEquals(0, sweep(), "contacts are kept unless it is set");
        settings("30").then().statusCode(200).body("contactRetentionDays", equalTo(30));
        assertEquals(1, sweep());
        assertErased(workspace.get("/inquiries/" + old).then());
        workspace
                .get("/inquiries/" + young)
                .then()
                .body("contact", notNullValue())
                .body("contactErasedAt", nullValue());
        assertEquals(0, sweep());
        settings("29");
        assertEquals(1, sweep());
        assertEquals(0, rowsThatName("inquiry"));
        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=CONTACT")
                .then()
                .body("items", hasSize(2))
                .body("items[0].subjectId", equalTo(workspaceId))
                .body("items[0].changes.inquiries.to", equalTo("1"));
    }

    @Test
    void given_a_retention_that_cannot_be_when_it_is_set_then_it_is_refused() {
        for (String days : List.of("0", "3651", "1.5")) {
            assertProblemAt(settings(days), 422, "/contactRetentionDays");
        }
    }

    private static Fields inquiry(String externalId) {
        return Examples.inquiry(externalId)
                .with("contact", "{\"name\": \"" + PERSON + "\", \"email\": \"" + PERSON + "@example.com\"}")
                .with("clickIds", "{\"gclid\": \"click-of-" + PERSON + "\"}")
                .with("message", "\"Call " + PERSON + "\"");
    }

    private static Fields received(String externalId, LocalDate day) {
        return inquiry(externalId).with("receivedAt", "\"" + day + "T12:00:00Z\"");
    }

    private Response erase(String id) {
        return workspace.admin().delete("/api/v1/inquiries/" + id + "/contact");
    }

    private Response settings(String days) {
        return workspace
                .admin()
                .body("{\"contactRetentionDays\": " + days + "}")
                .patch("/api/v1/workspace");
    }

    private Response keyed(String body) {
        return workspace
                .integration()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/api/v1/inquiries");
    }

    private int sweep() {
        return contexts.call(workspaceId, retention::doNow);
    }

    private static void assertErased(ValidatableResponse inquiry) {
        inquiry.body("contact", nullValue())
                .body("clickIds", nullValue())
                .body("message", nullValue())
                .body("contactErasedAt", notNullValue())
                .body(not(containsString(PERSON)));
    }

    /** Rows of the workspace that hold the person's name anywhere. */
    private int rowsThatName(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from " + table + " t where workspace_id = ? and t::text ilike ?")) {
            statement.setString(1, workspaceId);
            statement.setString(2, "%" + PERSON + "%");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
