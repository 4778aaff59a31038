package dev.leadline.intake;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.deal;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.AtOnce;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are posted again with other content. */
@QuarkusTest
class ChangedRecordsTest {

    /** A kind of record, and one of it that is changed in one field. */
    enum Kind {
        CAMPAIGN("/campaigns", campaign("k1"), "channel", "\"linkedin\""),
        INQUIRY("/inquiries", inquiry("k1").with("status", quoted("NEW")), "status", quoted("QUALIFIED")),
        DEAL("/deals", deal("k1", "i1"), "revenue", "1200");

        private final String path;
        private final Fields first;
        private final String field;
        private final String other;

        Kind(String path, Fields first, String field, String other) {
            this.path = path;
            this.first = first;
            this.field = field;
            this.other = other;
        }

        Fields changed() {
            return first.with(field, other);
        }

        String patch() {
            return Fields.of(field, other).json();
        }
    }

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspaceWithAnInquiry() {
        workspace = TestWorkspace.create();
        workspace.create("/inquiries", inquiry("i1").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void given_a_nightly_export_with_a_few_changes_then_these_are_updated_and_no_night_says_409(String form) {
        List<String> export = new ArrayList<>(IntStream.range(0, 689)
                .mapToObj(i -> deal("d" + i, "i1").json())
                .toList());
        batch("/deals/batch", form, export).body("created", equalTo(689));
        for (int i = 0; i < 20; i++) {
            export.set(i * 34, deal("d" + i * 34, "i1").with("revenue", "1500").json());
        }

        batch("/deals/batch", form, export)
                .body("unchanged", equalTo(669), "rejected", equalTo(20))
                .body("problems[0].problem.detail", containsString("onExisting=update"));
        batch("/deals/batch?onExisting=update", form, export)
                .body("unchanged", equalTo(669), "updated", equalTo(20), "rejected", equalTo(0));

        batch("/deals/batch?onExisting=update", form, export).body("unchanged", equalTo(689));
        batch("/deals/batch", form, export).body("unchanged", equalTo(689), "rejected", equalTo(0));
        assertRevenue("2025-06-01", 669 * 1000 + 20 * 1500);
    }

    @ParameterizedTest
    @EnumSource
    void given_a_record_patched_to_what_is_posted_then_it_is_unchanged_and_so_is_what_was_posted_first(Kind kind) {
        String id = workspace.create(kind.path, kind.first.json());
        assertProblem(workspace.post(kind.path, kind.changed().json()), 409).body("existingId", equalTo(id));
        workspace.patch(kind.path + "/" + id, kind.patch()).then().statusCode(200);
        Object patched = workspace.get(kind.path + "/" + id).path(kind.field);

        for (Fields same : List.of(kind.changed(), kind.first)) {
            workspace
                    .post(kind.path, same.json())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id), kind.field, equalTo(patched));
            batch(kind.path + "/batch", "application/json", List.of(same.json()))
                    .body("unchanged", equalTo(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void given_updates_from_a_to_b_and_back_then_what_is_stored_follows(Kind kind) {
        String id = workspace.create(kind.path, kind.first.json());
        Object first = workspace.get(kind.path + "/" + id).path(kind.field);

        workspace
                .post(kind.path + "?onExisting=update", kind.changed().json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id), kind.field, not(equalTo(first)))
                .header("Location", nullValue());
        String row = kind.first.json();
        batch(kind.path + "/batch?onExisting=update", "application/json", List.of(row))
                .body("updated", equalTo(1));
        batch(kind.path + "/batch?onExisting=update", "application/json", List.of(row))
                .body("unchanged", equalTo(1));
        workspace.get(kind.path + "/" + id).then().body(kind.field, equalTo(first));
    }

    @ParameterizedTest
    @EnumSource
    void given_a_new_record_when_it_is_to_be_updated_then_it_is_created(Kind kind) {
        for (String onExisting : List.of("update", "skip")) {
            String key = onExisting + "-1";
            workspace
                    .post(
                            kind.path + "?onExisting=" + onExisting,
                            kind.first.with("externalId", quoted(key)).json())
                    .then()
                    .statusCode(201)
                    .header("Location", notNullValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void given_a_changed_record_when_it_is_to_be_skipped_then_it_stays_and_is_counted(Kind kind) {
        String id = workspace.create(kind.path, kind.first.json());
        Object first = workspace.get(kind.path + "/" + id).path(kind.field);
        workspace
                .post(kind.path + "?onExisting=skip", kind.changed().json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id), kind.field, equalTo(first));
        List<String> rows = List.of(
                kind.first.json(),
                kind.changed().json(),
                kind.first.with("externalId", quoted("k2")).json());
        batch(kind.path + "/batch?onExisting=skip", "application/x-ndjson", rows)
                .body("unchanged", equalTo(1), "skipped", equalTo(1), "created", equalTo(1), "rejected", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void given_one_key_several_times_in_a_batch_then_the_rows_are_merged_in_their_order(Kind kind) {
        String id = workspace
                .post(kind.path, kind.first.json())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Object first = workspace.get(kind.path + "/" + id).path(kind.field);
        List<String> rows = new ArrayList<>(List.of(kind.changed().json(), kind.first.json(), kind.first.json()));
        Fields second = kind.first.with("externalId", quoted("k2"));
        rows.add(second.json());
        rows.add(second.with(kind.field, kind.other).json());
        batch(kind.path + "/batch?onExisting=update", "application/json", rows)
                .body("updated", equalTo(3), "unchanged", equalTo(1), "created", equalTo(1));
        workspace.get(kind.path + "/" + id).then().body(kind.field, equalTo(first));
        workspace
                .get(kind.path + "?externalId=k2")
                .then()
                .body("items", hasSize(1))
                .body("items[0]." + kind.field, not(equalTo(first)));
    }

    @ParameterizedTest
    @EnumSource
    void given_an_update_when_it_is_tried_then_it_is_answered_as_if_done_and_nothing_is_stored(Kind kind) {
        workspace.create(kind.path, kind.first.json());
        TableState before = state();
        String changed = kind.changed().json();

        Object tried = workspace
                .post(kind.path + "?onExisting=update&dryRun=true", changed)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .extract()
                .path(kind.field);
        batch(kind.path + "/batch?onExisting=update&dryRun=true", "application/json", List.of(changed, changed))
                .body("updated", equalTo(1), "unchanged", equalTo(1));

        assertEquals(before, state());
        workspace
                .post(kind.path + "?onExisting=update", changed)
                .then()
                .statusCode(200)
                .body(kind.field, equalTo(tried));
    }

    @ParameterizedTest
    @EnumSource
    void given_updates_of_one_record_at_once_then_one_is_stored_and_all_are_answered(Kind kind) throws Exception {
        int clients = 12;
        for (Response answer : AtOnce.call(
                clients,
                i -> workspace.post(
                        kind.path + "?onExisting=update",
                        (i % 2 == 0 ? kind.first : kind.changed())
                                .with("externalId", quoted("at-once"))
                                .json()))) {
            assertEquals(2, answer.statusCode() / 100, answer::asString);
        }
        workspace.get(kind.path + "?externalId=at-once").then().body("items", hasSize(1));
    }

    @Test
    void given_batches_of_the_same_records_in_opposite_orders_when_posted_at_once_then_none_fails() throws Exception {
        List<List<String>> exports = IntStream.range(0, 4)
                .mapToObj(client -> {
                    List<String> rows = new ArrayList<>(IntStream.range(0, 300)
                            .mapToObj(i -> deal("d" + i, "i1")
                                    .with("revenue", String.valueOf(1000 + client))
                                    .json())
                            .toList());
                    if (client % 2 == 1) {
                        Collections.reverse(rows);
                    }
                    return rows;
                })
                .toList();
        for (Response answer :
                AtOnce.call(4, client -> workspace.postLines("/deals/batch?onExisting=update", exports.get(client)))) {
            answer.then().statusCode(207).body("received", equalTo(300), "rejected", equalTo(0));
        }
    }

    @Test
    void given_fields_left_out_then_they_stay_as_they_are_and_without_update_it_is_a_conflict() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        Fields few = Fields.of("externalId", quoted("g1"), "name", quoted("Renamed"));
        assertProblem(workspace.post("/campaigns", few.json()), 409);

        workspace
                .post("/campaigns?onExisting=update", few.with("store", "null").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id), "name", equalTo("Renamed"), "channel", equalTo("google-ads"))
                .body("store", equalTo("us-store"), "status", equalTo("PAUSED"), "dailyBudget", equalTo(250.5f));
        assertProblem(workspace.post("/campaigns", few.json()), 409);
    }

    @Test
    void given_parts_of_a_contact_then_they_are_merged_and_the_inquirys_deals_move_with_it() {
        Fields first = inquiry("i2")
                .with("contact", "{\"name\": \"Mei Chen\", \"phone\": \"1\"}")
                .with("clickIds", "{\"gclid\": \"a\"}");
        String id = workspace.create("/inquiries", first.json());
        String dealId = workspace.create("/deals", deal("d2", "i2").json());

        String moved = workspace
                .post(
                        "/inquiries?onExisting=update",
                        inquiry("i2")
                                .with("campaignExternalId", quoted("gads-2"))
                                .with("region", quoted("Ohio"))
                                .with("contact", "{\"phone\": \"2\", \"email\": \"mei@example.com\"}")
                                .with("clickIds", "{\"fbclid\": \"b\"}")
                                .json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id), "region", equalTo("Ohio"))
                .extract()
                .path("campaignId");

        workspace
                .get("/inquiries/" + id)
                .then()
                .body("contact.name", equalTo("Mei Chen"), "contact.phone", equalTo("2"))
                .body("clickIds.gclid", equalTo("a"), "clickIds.fbclid", equalTo("b"));
        workspace.get("/deals/" + dealId).then().body("campaignId", equalTo(moved));
        workspace.get("/campaigns?externalId=gads-2").then().body("items.id", contains(moved));
    }

    @Test
    void given_an_erased_contact_then_an_update_brings_nothing_of_it_back_and_changes_the_rest() {
        Fields full = inquiry("i2").with("contact", "{\"name\": \"Mei Chen\"}").with("message", quoted("Hello"));
        String id = workspace.create("/inquiries", full.json());
        workspace.admin().delete("/api/v1/inquiries/" + id + "/contact").then().statusCode(204);

        String row = full.with("status", quoted("QUALIFIED")).json();
        batch("/inquiries/batch?onExisting=update", "application/json", List.of(row, row))
                .body("updated", equalTo(1), "unchanged", equalTo(1));
        workspace
                .get("/inquiries/" + id)
                .then()
                .body("status", equalTo("QUALIFIED"), "contact", nullValue(), "message", nullValue());
    }

    @Test
    void given_a_margin_that_was_never_given_then_it_follows_the_revenue_and_one_that_was_stays() {
        workspace
                .admin()
                .body("{\"defaultMarginRate\": 0.4}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
        Fields byRate = deal("d1", "i1").without("margin");
        workspace.create("/deals", byRate.json());
        workspace.create("/deals", deal("d2", "i1").json());
        update("/deals", byRate.with("revenue", "2000")).body("margin", equalTo(800));
        update("/deals", deal("d2", "i1").without("margin").with("revenue", "2000"))
                .body("margin", equalTo(350));
        // What it says is stored now, though the rate has changed since.
        workspace.admin().body("{\"defaultMarginRate\": 0.1}").patch("/api/v1/workspace");
        workspace.post("/deals", byRate.with("revenue", "2000").json()).then().statusCode(200);
    }

    @Test
    void given_a_deal_cancelled_and_won_again_by_its_export_then_days_of_the_past_stay_and_each_change_is_audited() {
        Fields won = deal("d1", "i1").with("status", quoted("WON"));
        String id = workspace.create("/deals", won.json());
        Fields cancelled = won.with("status", quoted("CANCELLED")).with("cancelledAt", quoted("2025-05-10T08:00:00Z"));

        update("/deals", cancelled).body("cancelledDay", equalTo("2025-05-10"));
        assertRevenue("2025-05-09", 1000);
        assertRevenue("2025-05-10", 0);
        // An export without the day of the cancellation says the same of a deal that is cancelled.
        workspace.post("/deals", cancelled.without("cancelledAt").json()).then().statusCode(200);
        update("/deals", cancelled.without("cancelledAt")).body("cancelledDay", equalTo("2025-05-10"));
        update("/deals", won).body("cancelledDay", nullValue(), "status", equalTo("WON"));
        assertRevenue("2025-05-10", 1000);

        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=DEAL")
                .then()
                .body("items.subjectId", contains(id, id))
                .body("items[0].changes.status.to", equalTo("WON"))
                .body("items[1].changes.status.to", equalTo("CANCELLED"));
    }

    @Test
    void given_an_update_at_fault_then_the_row_is_rejected_by_its_field_and_the_others_are_stored() {
        Fields refunded = deal("d1", "i1").with("refunded", "900");
        workspace.create("/deals", refunded.json());
        workspace.create("/deals", deal("d2", "i1").json());
        workspace.create("/inquiries", inquiry("i2").json());
        List<String> rows = List.of(
                deal("d1", "i1").with("revenue", "800").json(),
                deal("d1", "i2").json(),
                deal("d1", "nobody").json(),
                deal("d1", "i1").with("closedAt", quoted("2025-01-01")).json(),
                deal("d2", "i1").with("revenue", "800").json());

        batch("/deals/batch?onExisting=update", "application/json", rows)
                .body("updated", equalTo(1), "rejected", equalTo(4))
                .body("problems.index", contains(0, 1, 2, 3))
                .body("problems.problem.status", contains(422, 422, 422, 422))
                .body(
                        "problems.problem.errors.pointer.flatten()",
                        contains("/refunded", "/inquiryExternalId", "/inquiryExternalId", "/closedAt"));
        workspace
                .get("/deals?externalId=d1")
                .then()
                .body("items[0].revenue", equalTo(1000), "items[0].refunded", equalTo(900));
        assertProblemAt(
                workspace.post(
                        "/inquiries?onExisting=update",
                        inquiry("i1").with("receivedAt", quoted("2025-03-11")).json()),
                422,
                "/receivedAt");
        workspace.create("/campaigns", campaign("g1").json());
        String ending = Fields.of("externalId", quoted("g1"), "endDate", quoted("2025-01-01"))
                .json();
        assertProblemAt(workspace.post("/campaigns?onExisting=update", ending), 422, "/endDate");
    }

    @Test
    void given_the_inquirys_time_left_out_when_updated_then_it_stays() {
        workspace
                .post(
                        "/inquiries?onExisting=update",
                        inquiry("i1")
                                .without("receivedAt")
                                .with("status", quoted("LOST"))
                                .json())
                .then()
                .statusCode(200)
                .body("receivedAt", equalTo("2025-03-10T12:00:00Z"), "status", equalTo("LOST"));
    }

    @Test
    void given_an_idempotency_key_then_the_parameter_belongs_to_the_request() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        String changed = deal("d1", "i1").with("revenue", "2000").json();
        for (boolean replayed : new boolean[] {false, true}) {
            keyed("/deals?onExisting=update", changed)
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", replayed ? equalTo("true") : nullValue())
                    .body("id", equalTo(id), "revenue", equalTo(2000));
        }
        assertProblemOf(keyed("/deals", changed), 422, "Idempotency-Key");
    }

    @Test
    void given_another_word_or_spend_then_the_parameter_is_refused() {
        for (Kind kind : Kind.values()) {
            String body = kind.first.json();
            assertProblemOf(workspace.post(kind.path + "?onExisting=merge", body), 400, "onExisting");
            assertProblemOf(workspace.post(kind.path + "/batch?onExisting=merge", "[" + body + "]"), 400, "onExisting");
        }
        assertProblemOf(workspace.post("/spend/batch?onExisting=update", "[]"), 400, "onExisting");
    }

    private ValidatableResponse update(String path, Fields fields) {
        return workspace.post(path + "?onExisting=update", fields.json()).then().statusCode(200);
    }

    private Response keyed(String path, String body) {
        return workspace
                .integration()
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/api/v1" + path);
    }

    private ValidatableResponse batch(String path, String form, List<String> rows) {
        return (form.equals("application/json")
                        ? workspace.post(path, "[" + String.join(",", rows) + "]")
                        : workspace.postLines(path, rows))
                .then()
                .statusCode(207)
                .body("received", equalTo(rows.size()));
    }

    private void assertRevenue(String asOf, int revenue) {
        workspace
                .get("/metrics?from=2025-01-01&asOf=" + asOf)
                .then()
                .statusCode(200)
                .body("total.revenue.intValue()", equalTo(revenue));
    }

    private TableState state() {
        return TableState.of(dataSource, workspace.id());
    }
}
