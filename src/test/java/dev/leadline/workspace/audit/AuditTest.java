package dev.leadline.workspace.audit;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed what can be told for good. */
@QuarkusTest
class AuditTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_settings_when_they_are_changed_then_it_is_told_who_did_and_from_what_to_what() {
        String id = workspace.get("/workspace").path("id");
        settings("""
                {"targetRoi": 0.3, "policy": {"minimumDeals": 30}}""").then().statusCode(200);
        settings("""
                {"targetRoi": 0.30}""").then().statusCode(200);
        entries("kind=WORKSPACE")
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("CHANGED"))
                .body("items[0].subjectId", equalTo(id))
                .body("items[0].actor", equalTo(firstAdministrator()))
                .body("items[0].changes.keySet()", hasSize(2))
                .body("items[0].changes.targetRoi", equalTo(Map.of("from", "0", "to", "0.3")))
                .body("items[0].changes.'policy.minimumDeals'", equalTo(Map.of("from", "20", "to", "30")))
                .body("items[0].recordedAt", notNullValue());
    }

    @Test
    void given_a_change_that_is_refused_when_the_audit_is_read_then_nothing_is_told() {
        settings("""
                {"targetRoi": 0.3, "policy": {"scaleEndProbability": 0.95}}""").then().statusCode(422);
        entries("kind=WORKSPACE").body("items", hasSize(0));
    }

    @Test
    void given_keys_when_they_are_made_and_revoked_then_it_is_told_without_secret_or_name() {
        Response made = workspace.admin().body("""
                        {"name": "Mei Chen", "role": "ANALYST", "expiresAt": "2027-11-21T00:00:00Z"}""").post("/api/v1/api-keys");
        String id = made.path("id");
        workspace.admin().delete("/api/v1/api-keys/" + id).then().statusCode(204);
        workspace.admin().delete("/api/v1/api-keys/" + id).then().statusCode(204);
        entries("subjectId=" + id)
                .body("items.action", contains("REVOKED", "CREATED"))
                .body("items.actor", contains(firstAdministrator(), firstAdministrator()))
                .body("items[1].changes.role.to", equalTo("ANALYST"))
                .body("items[1].changes.expiresAt.to", equalTo("2027-11-21T00:00:00Z"))
                .body("items[0].changes.revokedAt.from", nullValue())
                .body(not(containsString("Mei Chen")))
                .body(not(containsString(made.path("key"))));
    }

    @Test
    void given_a_deal_and_a_campaign_when_they_are_patched_then_it_is_told_from_what_to_what() {
        String campaign =
                workspace.create("/campaigns", Examples.campaign("gads-1").json());
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String deal = workspace.create("/deals", Examples.deal("d1", "i1").json());
        workspace.patch("/campaigns/" + campaign, """
                {"status": "ENDED", "region": null}""");
        workspace.patch("/deals/" + deal, """
                {"status": "CANCELLED", "cancelledAt": "2025-05-01T00:00:00Z"}""");
        workspace.patch("/deals/" + deal, """
                {"status": "CANCELLED"}""");
        entries("kind=CAMPAIGN")
                .body("items", hasSize(1))
                .body("items[0].subjectId", equalTo(campaign))
                .body("items[0].changes.status.to", equalTo("ENDED"))
                .body("items[0].changes.region.to", nullValue());
        entries("kind=DEAL")
                .body("items", hasSize(1))
                .body("items[0].subjectId", equalTo(deal))
                .body("items[0].actor", notNullValue())
                .body("items[0].changes.status", equalTo(Map.of("from", "WON", "to", "CANCELLED")))
                .body("items[0].changes.cancelledAt.to", equalTo("2025-05-01T00:00:00Z"))
                .body("items[0].changes.keySet()", hasSize(2));
    }

    @Test
    void given_a_workspace_made_by_the_installation_when_its_audit_is_read_then_the_making_is_told_there() {
        String id = workspace.get("/workspace").path("id");
        given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY)
                .get("/api/v1/audit-entries?kind=WORKSPACE&subjectId=" + id)
                .then()
                .statusCode(200)
                .body("items.action", contains("CREATED"))
                .body("items[0].actor", notNullValue());
        // The key that came with it was made by nobody of the new workspace.
        entries("subjectId=" + firstAdministrator()).body("items[0].actor", nullValue());
    }

    @Test
    void given_days_and_pages_when_the_audit_is_listed_then_they_narrow_it() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        entries("from=2020-01-01&to=2020-12-31").body("items", hasSize(0));
        entries("from=" + LocalDate.now(ZoneOffset.UTC).minusDays(1) + "&to="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(1))
                .body("items", hasSize(3));
        assertProblemOf(audit("from=2026-02-01&to=2026-01-01"), 400, "from");
        assertProblemOf(audit("kind=CONTRACT"), 400, "kind");
        assertProblemOf(audit("day=" + today), 400, "day");
        List<String> all = audit("limit=500").path("items.id");
        Response first = audit("limit=2");
        List<String> second = audit("limit=2&cursor=" + first.path("next")).path("items.id");
        assertEquals(all.subList(2, 3), second);
    }

    @Test
    void given_other_roles_and_workspaces_when_they_read_the_audit_then_they_see_nothing_of_it() {
        assertProblem(workspace.analyst().get("/api/v1/audit-entries"), 403);
        assertProblem(workspace.integration().get("/api/v1/audit-entries"), 403);
        settings("""
                {"targetRoi": 0.3}""");
        TestWorkspace.create()
                .admin()
                .get("/api/v1/audit-entries?kind=WORKSPACE")
                .then()
                .body("items", hasSize(0));
    }

    private String firstAdministrator() {
        return workspace.admin().get("/api/v1/api-keys").path("items.find { it.name == 'First administrator' }.id");
    }

    private Response settings(String patch) {
        return workspace.admin().body(patch).patch("/api/v1/workspace");
    }

    private Response audit(String query) {
        return workspace.admin().get("/api/v1/audit-entries?" + query);
    }

    private ValidatableResponse entries(String query) {
        return audit(query).then().statusCode(200);
    }
}
