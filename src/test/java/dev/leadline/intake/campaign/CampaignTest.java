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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns through the running service. */
@QuarkusTest
class CampaignTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void when_a_new_campaign_is_posted_then_it_is_stored_with_all_its_fields() {
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
    void when_a_new_campaign_is_posted_then_the_answer_says_where_it_is() {
        var answer = workspace.post("/campaigns", campaign("g1").json());
        answer.then().header("Location", endsWith("/api/v1/campaigns/" + answer.path("id")));
    }

    @Test
    void given_only_an_external_id_when_posted_then_the_rest_takes_its_default() {
        workspace
                .post("/campaigns", Fields.of("externalId", "\"g1\"").json())
                .then()
                .statusCode(201)
                .body("name", equalTo("g1"))
                .body("status", equalTo("ACTIVE"))
                .body("channel", nullValue());
    }

    @Test
    void given_a_blank_text_when_posted_then_it_counts_as_missing() {
        workspace
                .post(
                        "/campaigns",
                        campaign("g1").with("region", "\"  \\u3000\"").json())
                .then()
                .statusCode(201)
                .body("region", nullValue());
    }

    @Test
    void given_a_stored_campaign_when_the_same_is_posted_again_then_the_stored_one_is_answered() {
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
    void given_a_stored_campaign_when_other_content_is_posted_then_it_is_a_conflict_and_nothing_changes() {
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
    void given_a_patched_campaign_when_the_first_request_is_repeated_then_the_patch_stays() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace.patch("/campaigns/" + id, """
                        {"channel": "linkedin"}""").then().statusCode(200);
        workspace
                .post("/campaigns", campaign("g1").json())
                .then()
                .statusCode(200)
                .body("channel", equalTo("linkedin"));
    }

    @Test
    void given_an_inquiry_of_an_unknown_campaign_when_the_campaign_is_posted_later_then_it_is_filled_in() {
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
    void given_a_discovered_campaign_that_was_patched_when_it_is_filled_in_then_what_the_post_leaves_open_stays() {
        String id = workspace
                .post("/inquiries", inquiry("i1").json())
                .then()
                .extract()
                .path("campaignId");
        workspace.patch("/campaigns/" + id, """
                        {"store": "eu-store", "status": "PAUSED"}""").then().statusCode(200);
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
    void when_patched_then_what_is_named_changes_and_null_removes() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace.patch("/campaigns/" + id, """
                        {"status": "ENDED", "region": null, "dailyBudget": 99.9999}""").then().statusCode(200);
        workspace
                .get("/campaigns/" + id)
                .then()
                .body("status", equalTo("ENDED"))
                .body("region", nullValue())
                .body("dailyBudget", equalTo(99.9999f))
                .body("industry", equalTo("Automotive"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"externalId": "g2"}      | /externalId
            {"endDate": "2025-01-04"} | /endDate
            {"status": null}          | /status
            {"status": "DISCOVERED"}  | /status
            {"name": " "}             | /name
            {"chanel": "x"}           | /chanel
            []                        | ``
            """)
    void given_a_patch_at_fault_when_sent_then_the_field_is_named_and_nothing_changes(String patch, String pointer) {
        String id = workspace.create("/campaigns", campaign("g1").json());
        workspace.patch("/campaigns/" + id, patch).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
        workspace
                .get("/campaigns/" + id)
                .then()
                .body("endDate", equalTo("2025-12-31"))
                .body("status", equalTo("PAUSED"));
    }

    @Test
    void when_listed_then_filters_hold() {
        workspace.create("/campaigns", campaign("g1").json());
        workspace.create(
                "/campaigns", campaign("g2").with("status", "\"ACTIVE\"").json());
        workspace.get("/campaigns?externalId=g1").then().body("items.externalId", equalTo(java.util.List.of("g1")));
        workspace.get("/campaigns?status=ACTIVE").then().body("items.externalId", equalTo(java.util.List.of("g2")));
        workspace.get("/campaigns?status=ENDED").then().body("items", hasSize(0));
    }
}
