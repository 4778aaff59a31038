package dev.leadline.intake.deal;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.deal;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.quoted;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deals through the running service. */
@QuarkusTest
class DealTest {

    private static final String NOBODYS_ID = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b";

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;
    private String inquiryId;

    @BeforeEach
    void makeWorkspaceWithAnInquiry() {
        workspace = TestWorkspace.create();
        inquiryId = workspace.create("/inquiries", inquiry("i1").json());
    }

    @Test
    void when_a_new_deal_is_posted_then_it_is_stored_with_what_it_copies_from_its_inquiry() {
        String campaignId = workspace.get("/inquiries/" + inquiryId).path("campaignId");
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace
                .get("/deals/" + id)
                .then()
                .statusCode(200)
                .body("externalId", equalTo("d1"))
                .body("inquiryId", equalTo(inquiryId))
                .body("campaignId", equalTo(campaignId))
                .body("closedAt", equalTo("2025-04-02T09:30:00Z"))
                .body("closedDay", equalTo("2025-04-02"))
                .body("cohortDay", equalTo("2025-03-10"))
                .body("lagDays", equalTo(23))
                .body("revenue", equalTo(1000))
                .body("margin", equalTo(350))
                .body("status", equalTo("WON"))
                .body("cancelledAt", nullValue());
    }

    @Test
    void given_the_inquirys_id_when_a_deal_names_it_then_it_is_stored() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "")
                                .without("inquiryExternalId")
                                .with("inquiryId", quoted(inquiryId))
                                .json())
                .then()
                .statusCode(201)
                .body("inquiryId", equalTo(inquiryId));
    }

    @Test
    void given_an_inquiry_of_another_source_when_a_deal_names_both_then_it_is_found() {
        String id = workspace.create(
                "/inquiries", inquiry("i1").with("source", quoted("website")).json());
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .with("inquirySource", quoted("website"))
                                .json())
                .then()
                .statusCode(201)
                .body("inquiryId", equalTo(id));
    }

    @Test
    void given_a_stored_deal_when_posted_again_then_the_same_is_answered_and_other_content_is_a_conflict() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace
                .post("/deals", deal("d1", "i1").with("revenue", "1000.00").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        workspace
                .post("/deals", deal("d1", "i1").with("revenue", "1001").json())
                .then()
                .statusCode(409)
                .body("existingId", equalTo(id));
    }

    /**
     * A deal that names no inquiry, or not just one.
     *
     * @param what is wrong
     * @param of the deal, by the id of the inquiry that exists
     * @param pointer to the field at fault
     */
    record FaultyReference(String what, Function<String, Fields> of, String pointer) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<FaultyReference> faultyReferences() {
        Fields none = deal("d1", "").without("inquiryExternalId");
        return Stream.of(
                new FaultyReference("an unknown external id", known -> deal("d1", "i9"), "/inquiryExternalId"),
                new FaultyReference(
                        "an external id of another source",
                        known -> deal("d1", "i1").with("inquirySource", quoted("website")),
                        "/inquiryExternalId"),
                new FaultyReference("an unknown id", known -> none.with("inquiryId", quoted(NOBODYS_ID)), "/inquiryId"),
                new FaultyReference("no inquiry", known -> none, "/inquiryExternalId"),
                new FaultyReference(
                        "both an external id and an id",
                        known -> deal("d1", "i1").with("inquiryId", quoted(known)),
                        "/inquiryExternalId"),
                new FaultyReference(
                        "a source beside an id",
                        known -> none.with("inquiryId", quoted(known)).with("inquirySource", quoted("api")),
                        "/inquirySource"));
    }

    @ParameterizedTest
    @MethodSource("faultyReferences")
    void given_an_unknown_or_ambiguous_inquiry_when_posted_then_the_field_is_named(FaultyReference faulty) {
        workspace
                .post("/deals", faulty.of().apply(inquiryId).json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(faulty.pointer()));
        assertEquals(0, workspace.count("/deals"));
    }

    @Test
    void given_a_deal_within_a_day_before_its_inquiry_when_posted_then_its_lag_is_zero() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .with("closedAt", quoted("2025-03-09T12:00:00Z"))
                                .json())
                .then()
                .statusCode(201)
                .body("lagDays", equalTo(0));
    }

    @Test
    void given_a_deal_more_than_a_day_before_its_inquiry_when_posted_then_it_is_refused() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .with("closedAt", quoted("2025-03-09T11:59:59.999Z"))
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/closedAt"));
    }

    @Test
    void given_no_margin_and_no_rate_when_posted_then_the_margin_is_missed() {
        workspace
                .post("/deals", deal("d1", "i1").without("margin").json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/margin"));
    }

    @Test
    void given_a_default_rate_when_a_deal_has_no_margin_then_it_is_worked_out_to_four_decimals() {
        workspace.admin().body("""
                        {"defaultMarginRate": 0.3333}""").patch("/api/v1/workspace").then().statusCode(200);
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .without("margin")
                                .with("revenue", "10.01")
                                .json())
                .then()
                .statusCode(201)
                .body("margin", equalTo(3.3363f));
    }

    @Test
    void given_a_margin_that_was_never_given_when_the_revenue_is_patched_then_it_follows() {
        rate("0.4");
        String id =
                workspace.create("/deals", deal("d1", "i1").without("margin").json());
        workspace
                .patch("/deals/" + id, "{\"revenue\": 700}")
                .then()
                .statusCode(200)
                .body("revenue", equalTo(700), "margin", equalTo(280));
        rate("0.5");
        workspace
                .patch("/deals/" + id, "{\"closedAt\": \"2025-04-03T09:30:00Z\", \"revenue\": 700.0}")
                .then()
                .statusCode(200)
                .body("margin", equalTo(280));
        workspace.patch("/deals/" + id, "{\"revenue\": 600}").then().body("margin", equalTo(300));
    }

    @Test
    void given_a_margin_when_the_revenue_is_patched_then_the_margin_follows_only_while_none_is_given() {
        rate("0.4");
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace.patch("/deals/" + id, "{\"revenue\": 700}").then().body("margin", equalTo(350));
        workspace.patch("/deals/" + id, "{\"margin\": null}").then().body("margin", equalTo(280));
        workspace.patch("/deals/" + id, "{\"revenue\": 500}").then().body("margin", equalTo(200));
        workspace
                .patch("/deals/" + id, "{\"revenue\": 400, \"margin\": 200}")
                .then()
                .body("margin", equalTo(200));
        workspace.patch("/deals/" + id, "{\"revenue\": 300}").then().body("margin", equalTo(200));
    }

    @Test
    void given_a_batch_of_deals_with_and_without_margin_when_the_revenue_is_patched_then_each_keeps_to_its_own() {
        rate("0.4");
        List<String> rows = List.of(
                deal("d1", "i1").json(), deal("d2", "i1").without("margin").json());
        workspace.post("/deals/batch", rows.toString()).then().statusCode(207).body("created", equalTo(2));
        for (String externalId : List.of("d1", "d2")) {
            String id = workspace.get("/deals?externalId=" + externalId).path("items[0].id");
            workspace
                    .patch("/deals/" + id, "{\"revenue\": 700}")
                    .then()
                    .body("margin", equalTo(externalId.equals("d1") ? 350 : 280));
        }
    }

    @Test
    void given_a_margin_that_was_never_given_when_the_rate_is_gone_then_a_changed_revenue_needs_a_margin() {
        rate("0.4");
        String id =
                workspace.create("/deals", deal("d1", "i1").without("margin").json());
        rate("null");
        workspace
                .patch("/deals/" + id, "{\"revenue\": 700}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/margin"));
        workspace.get("/deals/" + id).then().body("revenue", equalTo(1000), "margin", equalTo(400));
        workspace
                .patch("/deals/" + id, "{\"revenue\": 700, \"margin\": 210}")
                .then()
                .body("margin", equalTo(210));
    }

    private void rate(String rate) {
        workspace
                .admin()
                .body("{\"defaultMarginRate\": " + rate + "}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
    }

    @Test
    void given_a_rate_that_was_taken_back_when_the_first_request_is_repeated_then_it_is_still_answered() {
        workspace.admin().body("""
                        {"defaultMarginRate": 0.3}""").patch("/api/v1/workspace").then().statusCode(200);
        String request = deal("d1", "i1").without("margin").json();
        workspace.post("/deals", request).then().statusCode(201);
        workspace.admin().body("""
                        {"defaultMarginRate": null}""").patch("/api/v1/workspace").then().statusCode(200);
        workspace.post("/deals", request).then().statusCode(200);
    }

    @Test
    void given_a_deal_at_a_loss_when_posted_then_it_is_stored() {
        workspace
                .post("/deals", deal("d1", "i1").with("margin", "-20.5").json())
                .then()
                .statusCode(201)
                .body("margin", equalTo(-20.5f));
    }

    @Test
    void given_an_invalid_inquiry_when_a_deal_names_it_then_it_is_stored() {
        workspace.create(
                "/inquiries", inquiry("i2").with("status", quoted("INVALID")).json());
        workspace.post("/deals", deal("d1", "i2").json()).then().statusCode(201);
    }

    @Test
    void when_a_deal_is_posted_as_cancelled_then_its_cancellation_is_dated() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1").with("status", quoted("CANCELLED")).json())
                .then()
                .statusCode(201)
                .body("cancelledAt", notNullValue())
                .body("cancelledDay", notNullValue());
        workspace
                .post(
                        "/deals",
                        deal("d2", "i1")
                                .with("status", quoted("CANCELLED"))
                                .with("cancelledAt", quoted("2025-05-01T10:00:00Z"))
                                .json())
                .then()
                .statusCode(201)
                .body("cancelledDay", equalTo("2025-05-01"));
    }

    @Test
    void given_a_cancellation_that_cannot_be_when_posted_then_it_is_refused() {
        Fields won = deal("d1", "i1").with("cancelledAt", quoted("2025-05-01T10:00:00Z"));
        Fields early = deal("d1", "i1")
                .with("status", quoted("CANCELLED"))
                .with("cancelledAt", quoted("2025-04-02T09:29:59Z"));
        for (Fields fields : List.of(won, early)) {
            workspace
                    .post("/deals", fields.json())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/cancelledAt"));
        }
    }

    @Test
    void when_a_deal_is_cancelled_and_won_back_then_its_cancellation_comes_and_goes() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace.patch("/deals/" + id, """
                        {"status": "CANCELLED"}""").then().statusCode(200).body("cancelledAt", notNullValue());
        workspace
                .patch("/deals/" + id, """
                        {"status": "WON"}""")
                .then()
                .statusCode(200)
                .body("cancelledAt", nullValue())
                .body("cancelledDay", nullValue());
    }

    @Test
    void when_a_deals_close_is_patched_then_its_lag_follows() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace.patch("/deals/" + id, """
                        {"closedAt": "2025-03-11T00:00:00Z", "revenue": 2000}""").then().statusCode(200);
        workspace
                .get("/deals/" + id)
                .then()
                .body("lagDays", equalTo(1))
                .body("closedDay", equalTo("2025-03-11"))
                .body("revenue", equalTo(2000))
                .body("margin", equalTo(350));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"externalId": "d2"}                     | /externalId
            {"inquiryId": "INQUIRY"}                 | /inquiryId
            {"closedAt": null}                       | /closedAt
            {"closedAt": "2025-03-01T00:00:00Z"}     | /closedAt
            {"margin": null}                         | /margin
            {"revenue": -1}                          | /revenue
            {"cancelledAt": "2025-05-01T10:00:00Z"}  | /cancelledAt
            """)
    void given_a_patch_at_fault_when_sent_then_the_field_is_named(String patch, String pointer) {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace
                .patch("/deals/" + id, patch.replace("INQUIRY", inquiryId))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void when_an_inquiry_moves_then_its_deals_move_with_it() throws SQLException {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        String other = workspace.create("/campaigns", campaign("g2").json());
        workspace.patch("/inquiries/" + inquiryId, """
                                {"campaignId": "%s", "region": "Bavaria", "marketSegment": "OEM"}""".formatted(other)).then().statusCode(200);
        workspace.get("/deals/" + id).then().body("campaignId", equalTo(other));
        assertEquals(List.of("Bavaria", "none", "OEM"), dimensions(id));
    }

    /** As the analysis reads them; the API does not show them. */
    private List<String> dimensions(String dealId) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select region, coalesce(industry, 'none'), market_segment from deal where id = ?")) {
            statement.setObject(1, UUID.fromString(dealId));
            try (var row = statement.executeQuery()) {
                row.next();
                return List.of(row.getString(1), row.getString(2), row.getString(3));
            }
        }
    }

    @Test
    void when_listed_then_filters_hold() {
        workspace.create("/inquiries", inquiry("i2").json());
        workspace.create("/deals", deal("d1", "i1").json());
        workspace.create(
                "/deals",
                deal("d2", "i2")
                        .with("closedAt", quoted("2025-05-01T00:00:00Z"))
                        .with("status", quoted("CANCELLED"))
                        .json());
        for (String filter : List.of("inquiryId=" + inquiryId, "status=WON", "to=2025-04-30", "externalId=d1")) {
            workspace.get("/deals?" + filter).then().body("items.externalId", equalTo(List.of("d1")));
        }
        workspace.get("/deals?from=2025-05-01").then().body("items.externalId", equalTo(List.of("d2")));
    }
}
