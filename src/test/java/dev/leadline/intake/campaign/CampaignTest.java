package dev.leadline.intake.campaign;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.inquiry;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns through the running service. */
@QuarkusTest
class CampaignTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void whenANewCampaignIsPosted_thenItIsStoredWithAllItsFields() {
        String id = workspace
                .post("/campaigns", campaign("g1").json())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        workspace
                .get("/campaigns/" + id)
                .then()
                .statusCode(200)
                .body("externalId", equalTo("g1"))
                .body("name", equalTo("Brackets, Jiangsu"))
                .body("channel", equalTo("google-ads"))
                .body("store", equalTo("us-store"))
                .body("product", equalTo("CNC bracket"))
                .body("category", equalTo("CNC parts"))
                .body("priceTier", equalTo("mid"))
                .body("region", equalTo("Jiangsu"))
                .body("industry", equalTo("Automotive"))
                .body("marketSegment", equalTo("Tier-1"))
                .body("dailyBudget", equalTo(250.5f))
                .body("startDate", equalTo("2025-01-05"))
                .body("endDate", equalTo("2025-12-31"))
                .body("status", equalTo("PAUSED"));
    }

    @Test
    void whenANewCampaignIsPosted_thenTheAnswerSaysWhereItIs() {
        var answer = workspace.post("/campaigns", campaign("g1").json());
        answer.then().header("Location", endsWith("/api/v1/campaigns/" + answer.path("id")));
    }

    @Test
    void givenOnlyAnExternalId_whenPosted_thenTheRestTakesItsDefault() {
        workspace
                .post("/campaigns", Fields.of("externalId", "\"g1\"").json())
                .then()
                .statusCode(201)
                .body("name", equalTo("g1"))
                .body("status", equalTo("ACTIVE"))
                .body("channel", nullValue());
    }

    @Test
    void givenABlankText_whenPosted_thenItCountsAsMissing() {
        workspace
                .post(
                        "/campaigns",
                        campaign("g1").with("region", "\"  \\u3000\"").json())
                .then()
                .statusCode(201)
                .body("region", nullValue());
    }

    @Test
    void givenAStoredCampaign_whenTheSameIsPostedAgain_thenTheStoredOneIsAnswered() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace
                .post(
                        "/campaigns",
                        campaign(" g1 ").with("dailyBudget", "250.50").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        assertEquals(1, workspace.count("/campaigns"));
    }

    @Test
    void givenAStoredCampaign_whenOtherContentIsPosted_thenItIsAConflictAndNothingChanges() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace
                .post(
                        "/campaigns",
                        campaign("g1").with("channel", "\"linkedin\"").json())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("existingId", equalTo(id));
        workspace.get("/campaigns/" + id).then().body("channel", equalTo("google-ads"));
    }

    @Test
    void givenAPatchedCampaign_whenTheFirstRequestIsRepeated_thenThePatchStays() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace
                .patch("/campaigns/" + id, "{\"channel\": \"linkedin\"}")
                .then()
                .statusCode(200);
        workspace
                .post("/campaigns", campaign("g1").json())
                .then()
                .statusCode(200)
                .body("channel", equalTo("linkedin"));
    }

    @Test
    void givenAnInquiryOfAnUnknownCampaign_whenTheCampaignIsPostedLater_thenItIsFilledIn() {
        String id = workspace
                .post("/inquiries", inquiry("i1").json())
                .then()
                .statusCode(201)
                .extract()
                .path("campaignId");
        workspace
                .get("/campaigns/" + id)
                .then()
                .body("status", equalTo("DISCOVERED"))
                .body("externalId", equalTo("gads-1"))
                .body("name", equalTo("gads-1"));
        workspace
                .post("/campaigns", campaign("gads-1").without("status").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("ACTIVE"))
                .body("channel", equalTo("google-ads"));
        workspace
                .post("/campaigns", campaign("gads-1").json())
                .then()
                .statusCode(409)
                .body("existingId", equalTo(id));
    }

    @Test
    void givenADiscoveredCampaignThatWasPatched_whenItIsFilledIn_thenWhatThePostLeavesOpenStays() {
        String id = workspace
                .post("/inquiries", inquiry("i1").json())
                .then()
                .extract()
                .path("campaignId");
        workspace
                .patch("/campaigns/" + id, "{\"store\": \"eu-store\", \"status\": \"PAUSED\"}")
                .then()
                .statusCode(200);
        workspace
                .post(
                        "/campaigns",
                        Fields.of("externalId", "\"gads-1\"", "channel", "\"linkedin\"")
                                .json())
                .then()
                .statusCode(200)
                .body("store", equalTo("eu-store"))
                .body("status", equalTo("PAUSED"))
                .body("channel", equalTo("linkedin"));
    }

    @Test
    void whenPatched_thenWhatIsNamedChangesAndNullRemoves() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace
                .patch("/campaigns/" + id, "{\"status\": \"ENDED\", \"region\": null, \"dailyBudget\": 99.9999}")
                .then()
                .statusCode(200);
        workspace
                .get("/campaigns/" + id)
                .then()
                .body("status", equalTo("ENDED"))
                .body("region", nullValue())
                .body("dailyBudget", equalTo(99.9999f))
                .body("industry", equalTo("Automotive"));
    }

    @Test
    void whenThePatchIsAtFault_thenTheFieldIsNamedAndNothingChanges() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        String[][] faults = {
            {"{\"externalId\": \"g2\"}", "/externalId"},
            {"{\"endDate\": \"2025-01-04\"}", "/endDate"},
            {"{\"status\": null}", "/status"},
            {"{\"status\": \"DISCOVERED\"}", "/status"},
            {"{\"name\": \" \"}", "/name"},
            {"{\"chanel\": \"x\"}", "/chanel"},
            {"[]", ""},
        };
        for (String[] fault : faults) {
            workspace
                    .patch("/campaigns/" + id, fault[0])
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(fault[1]));
        }
        workspace
                .get("/campaigns/" + id)
                .then()
                .body("endDate", equalTo("2025-12-31"))
                .body("status", equalTo("PAUSED"));
    }

    @Test
    void whenListed_thenFiltersHold() {
        workspace.create("/campaigns", campaign("g1").json());
        workspace.create(
                "/campaigns", campaign("g2").with("status", "\"ACTIVE\"").json());
        workspace.get("/campaigns?externalId=g1").then().body("items.externalId", equalTo(java.util.List.of("g1")));
        workspace.get("/campaigns?status=ACTIVE").then().body("items.externalId", equalTo(java.util.List.of("g2")));
        workspace.get("/campaigns?status=ENDED").then().body("items", hasSize(0));
    }
}
