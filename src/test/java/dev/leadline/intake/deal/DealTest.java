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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void whenANewDealIsPosted_thenItIsStoredWithWhatItCopiesFromItsInquiry() {
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
    void givenTheInquirysId_whenADealNamesIt_thenItIsStored() {
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
    void givenAnInquiryOfAnotherSource_whenADealNamesBoth_thenItIsFound() {
        String id = workspace.create(
                "/inquiries", inquiry("i1").with("source", "\"website\"").json());
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1").with("inquirySource", "\"website\"").json())
                .then()
                .statusCode(201)
                .body("inquiryId", equalTo(id));
    }

    @Test
    void givenAStoredDeal_whenPostedAgain_thenTheSameIsAnsweredAndOtherContentIsAConflict() {
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

    @Test
    void givenUnknownOrAmbiguousInquiries_whenPosted_thenTheFieldIsNamed() {
        Fields none = deal("d1", "").without("inquiryExternalId");
        Object[][] faults = {
            {deal("d1", "i9"), "/inquiryExternalId"},
            {deal("d1", "i1").with("inquirySource", "\"website\""), "/inquiryExternalId"},
            {none.with("inquiryId", quoted(NOBODYS_ID)), "/inquiryId"},
            {none, "/inquiryExternalId"},
            {deal("d1", "i1").with("inquiryId", quoted(inquiryId)), "/inquiryExternalId"},
            {none.with("inquiryId", quoted(inquiryId)).with("inquirySource", "\"api\""), "/inquirySource"},
        };
        for (Object[] fault : faults) {
            workspace
                    .post("/deals", ((Fields) fault[0]).json())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(fault[1]));
        }
        assertEquals(0, workspace.count("/deals"));
    }

    @Test
    void givenADealWithinADayBeforeItsInquiry_whenPosted_thenItsLagIsZero() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .with("closedAt", "\"2025-03-09T12:00:00Z\"")
                                .json())
                .then()
                .statusCode(201)
                .body("lagDays", equalTo(0));
    }

    @Test
    void givenADealMoreThanADayBeforeItsInquiry_whenPosted_thenItIsRefused() {
        workspace
                .post(
                        "/deals",
                        deal("d1", "i1")
                                .with("closedAt", "\"2025-03-09T11:59:59.999Z\"")
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/closedAt"));
    }

    @Test
    void givenNoMarginAndNoRate_whenPosted_thenTheMarginIsMissed() {
        workspace
                .post("/deals", deal("d1", "i1").without("margin").json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/margin"));
    }

    @Test
    void givenADefaultRate_whenADealHasNoMargin_thenItIsWorkedOutToFourDecimals() {
        workspace
                .admin()
                .body("{\"defaultMarginRate\": 0.3333}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
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
    void givenARateThatWasTakenBack_whenTheFirstRequestIsRepeated_thenItIsStillAnswered() {
        workspace
                .admin()
                .body("{\"defaultMarginRate\": 0.3}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
        String request = deal("d1", "i1").without("margin").json();
        workspace.post("/deals", request).then().statusCode(201);
        workspace
                .admin()
                .body("{\"defaultMarginRate\": null}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
        workspace.post("/deals", request).then().statusCode(200);
    }

    @Test
    void givenADealAtALoss_whenPosted_thenItIsStored() {
        workspace
                .post("/deals", deal("d1", "i1").with("margin", "-20.5").json())
                .then()
                .statusCode(201)
                .body("margin", equalTo(-20.5f));
    }

    @Test
    void givenAnInvalidInquiry_whenADealNamesIt_thenItIsStored() {
        workspace.create(
                "/inquiries", inquiry("i2").with("status", "\"INVALID\"").json());
        workspace.post("/deals", deal("d1", "i2").json()).then().statusCode(201);
    }

    @Test
    void whenADealIsPostedAsCancelled_thenItsCancellationIsDated() {
        workspace
                .post("/deals", deal("d1", "i1").with("status", "\"CANCELLED\"").json())
                .then()
                .statusCode(201)
                .body("cancelledAt", notNullValue())
                .body("cancelledDay", notNullValue());
        workspace
                .post(
                        "/deals",
                        deal("d2", "i1")
                                .with("status", "\"CANCELLED\"")
                                .with("cancelledAt", "\"2025-05-01T10:00:00Z\"")
                                .json())
                .then()
                .statusCode(201)
                .body("cancelledDay", equalTo("2025-05-01"));
    }

    @Test
    void givenACancellationThatCannotBe_whenPosted_thenItIsRefused() {
        Fields won = deal("d1", "i1").with("cancelledAt", "\"2025-05-01T10:00:00Z\"");
        Fields early = deal("d1", "i1").with("status", "\"CANCELLED\"").with("cancelledAt", "\"2025-04-02T09:29:59Z\"");
        for (Fields fields : List.of(won, early)) {
            workspace
                    .post("/deals", fields.json())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/cancelledAt"));
        }
    }

    @Test
    void whenADealIsCancelledAndWonBack_thenItsCancellationComesAndGoes() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace
                .patch("/deals/" + id, "{\"status\": \"CANCELLED\"}")
                .then()
                .statusCode(200)
                .body("cancelledAt", notNullValue());
        workspace
                .patch("/deals/" + id, "{\"status\": \"WON\"}")
                .then()
                .statusCode(200)
                .body("cancelledAt", nullValue())
                .body("cancelledDay", nullValue());
    }

    @Test
    void whenADealsCloseIsPatched_thenItsLagFollows() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace
                .patch("/deals/" + id, "{\"closedAt\": \"2025-03-11T00:00:00Z\", \"revenue\": 2000}")
                .then()
                .statusCode(200);
        workspace
                .get("/deals/" + id)
                .then()
                .body("lagDays", equalTo(1))
                .body("closedDay", equalTo("2025-03-11"))
                .body("revenue", equalTo(2000))
                .body("margin", equalTo(350));
    }

    @Test
    void whenThePatchIsAtFault_thenTheFieldIsNamed() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        String[][] faults = {
            {"{\"externalId\": \"d2\"}", "/externalId"},
            {"{\"inquiryId\": \"" + inquiryId + "\"}", "/inquiryId"},
            {"{\"closedAt\": null}", "/closedAt"},
            {"{\"closedAt\": \"2025-03-01T00:00:00Z\"}", "/closedAt"},
            {"{\"margin\": null}", "/margin"},
            {"{\"revenue\": -1}", "/revenue"},
            {"{\"cancelledAt\": \"2025-05-01T10:00:00Z\"}", "/cancelledAt"},
        };
        for (String[] fault : faults) {
            workspace
                    .patch("/deals/" + id, fault[0])
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(fault[1]));
        }
    }

    @Test
    void whenAnInquiryMoves_thenItsDealsMoveWithIt() throws SQLException {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        String other = workspace.create("/campaigns", campaign("g2").json());
        workspace
                .patch(
                        "/inquiries/" + inquiryId,
                        "{\"campaignId\": \"%s\", \"region\": \"Bavaria\", \"marketSegment\": \"OEM\"}"
                                .formatted(other))
                .then()
                .statusCode(200);
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
    void whenListed_thenFiltersHold() {
        workspace.create("/inquiries", inquiry("i2").json());
        workspace.create("/deals", deal("d1", "i1").json());
        workspace.create(
                "/deals",
                deal("d2", "i2")
                        .with("closedAt", "\"2025-05-01T00:00:00Z\"")
                        .with("status", "\"CANCELLED\"")
                        .json());
        for (String filter : List.of("inquiryId=" + inquiryId, "status=WON", "to=2025-04-30", "externalId=d1")) {
            workspace.get("/deals?" + filter).then().body("items.externalId", equalTo(List.of("d1")));
        }
        workspace.get("/deals?from=2025-05-01").then().body("items.externalId", equalTo(List.of("d2")));
    }
}
