package dev.leadline.intake.merge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One campaign under several ids: aliases, merges, and the hint that two may be one. */
@QuarkusTest
class MergeTest {

    private TestWorkspace workspace;
    private String known;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        known = workspace.create("/campaigns", "{\"externalId\":\"gads-1\",\"product\":\"Valve\"}");
    }

    private ValidatableResponse merge(String into, String externalId) {
        return workspace
                .admin()
                .body("{\"externalId\":\"" + externalId + "\"}")
                .post("/api/v1/campaigns/" + into + "/merge")
                .then();
    }

    private void inquiries(String campaign, String prefix, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("{\"externalId\":\"" + prefix + i + "\",\"campaignExternalId\":\"" + campaign
                    + "\",\"receivedAt\":\"2026-03-0" + (1 + i % 9) + "T12:00:00Z\"}");
        }
        workspace.postLines("/inquiries/batch", lines).then().statusCode(207).body("created", equalTo(count));
    }

    private void spend(String... lines) {
        workspace
                .postLines("/spend/batch", List.of(lines))
                .then()
                .statusCode(207)
                .body("rejected", equalTo(0));
    }

    private static String row(String campaign, String day, String amount, String more) {
        return "{\"campaignExternalId\":\"" + campaign + "\",\"day\":\"" + day + "\",\"amount\":" + amount + more + "}";
    }

    private String campaignOf(String inquiry) {
        return workspace.get("/inquiries?externalId=" + inquiry).path("items[0].campaignId");
    }

    private ValidatableResponse metrics() {
        return workspace
                .analyst()
                .get("/api/v1/metrics?groupBy=product&from=2026-03-01&asOf=2026-06-30&sort=-inquiries")
                .then()
                .statusCode(200);
    }

    @Test
    void given_a_discovered_campaign_when_merged_then_its_records_are_the_known_ones() {
        inquiries("gads-1", "a", 2);
        inquiries("GADS 1", "b", 3);
        workspace.create(
                "/deals",
                "{\"externalId\":\"d\",\"inquiryExternalId\":\"b1\",\"closedAt\":\"2026-03-20T12:00:00Z\",\"revenue\":90,"
                        + "\"margin\":30}");
        spend(
                row("gads-1", "2026-03-01", "10.5", ",\"clicks\":3"),
                row("GADS 1", "2026-03-01", "4.25", ",\"clicks\":4,\"impressions\":70"),
                row("GADS 1", "2026-03-01", "1", ",\"region\":\"Jiangsu\""),
                row("GADS 1", "2026-03-02", "6", ""));
        metrics().body("segments.inquiries", contains(3, 2)).body("segments.segment.product", contains(null, "Valve"));

        merge(known, "GADS 1")
                .statusCode(200)
                .body("campaign.id", equalTo(known))
                .body("campaign.aliases", contains("GADS 1"))
                .body("inquiries", equalTo(3))
                .body("deals", equalTo(1))
                .body("spendRows", equalTo(3))
                .body("summed", equalTo(1));

        metrics()
                .body("segments", hasSize(1))
                .body("segments[0].segment.product", equalTo("Valve"))
                .body("segments[0].inquiries", equalTo(5))
                .body("segments[0].deals", equalTo(1))
                .body("segments[0].spend", equalTo(21.75F));
        assertEquals(1, workspace.count("/campaigns"));
        assertEquals(known, workspace.get("/deals?externalId=d").path("items[0].campaignId"));
        workspace
                .get("/spend?from=2026-03-01&to=2026-03-01&campaignId=" + known)
                .then()
                .body("items.amount", containsInAnyOrder(14.75F, 1))
                .body("items.find { it.region == null }.clicks", equalTo(7))
                .body("items.find { it.region == null }.impressions", equalTo(70));
    }

    @Test
    void given_a_merge_when_it_is_repeated_then_nothing_moves_and_new_records_lead_to_the_known_one() {
        inquiries("GADS 1", "b", 3);
        merge(known, "GADS 1").statusCode(200).body("inquiries", equalTo(3));
        merge(known, "GADS 1")
                .statusCode(200)
                .body("inquiries", equalTo(0))
                .body("campaign.aliases", contains("GADS 1"));

        inquiries("GADS 1", "c", 2);
        spend(row("GADS 1", "2026-03-05", "5", ""));

        assertEquals(known, campaignOf("c1"));
        assertEquals(1, workspace.count("/campaigns"));
        workspace.get("/spend").then().body("items.campaignId", contains(known));
    }

    @Test
    void given_more_inquiries_than_move_at_once_then_all_move() {
        for (int part = 0; part < 3; part++) {
            inquiries("GADS 1", "p" + part + "-", 4_000);
        }
        merge(known, "GADS 1").statusCode(200).body("inquiries", equalTo(12_000));
        metrics().body("segments", hasSize(1)).body("segments[0].inquiries", equalTo(12_000));
    }

    @Test
    void given_a_merge_then_the_audit_tells_it() {
        inquiries("GADS 1", "b", 1);
        String discovered = campaignOf("b0");
        merge(known, "GADS 1").statusCode(200);

        workspace
                .admin()
                .get("/api/v1/audit-entries?subjectId=" + discovered)
                .then()
                .body("items[0].action", equalTo("MERGED"))
                .body("items[0].changes.mergedInto.to", equalTo(known))
                .body("items[0].changes.inquiries.to", equalTo("1"));
        workspace
                .admin()
                .get("/api/v1/audit-entries?subjectId=" + known)
                .then()
                .body("items[0].changes.aliases.to", equalTo("GADS 1"));
    }

    @Test
    void given_an_id_that_is_not_there_when_merged_then_it_is_an_alias() {
        merge(known, "GADS 1").statusCode(200).body("campaign.aliases", contains("GADS 1"));
        inquiries("GADS 1", "b", 1);
        assertEquals(known, campaignOf("b0"));
    }

    @Test
    void given_a_text_in_place_of_json_then_it_is_refused_as_such() {
        String id = workspace.create("/campaigns", "{\"externalId\": \"text-target\"}");
        workspace
                .admin()
                .contentType("text/plain")
                .body("other")
                .post("/api/v1/campaigns/" + id + "/merge")
                .then()
                .statusCode(415);
    }

    @Test
    void given_what_cannot_be_merged_then_it_is_said_why() {
        String other = workspace.create("/campaigns", "{\"externalId\":\"posted\"}");
        merge(known, "posted").statusCode(409).body("detail", containsString("Only a DISCOVERED campaign"));
        merge(known, "gads-1").statusCode(422).body("errors[0].pointer", equalTo("/externalId"));
        merge(known, " ").statusCode(422);
        merge(UUID.randomUUID().toString(), "GADS 1").statusCode(404);
        merge(other, "mine").statusCode(200);
        merge(known, "mine").statusCode(409).body("detail", containsString(other));
    }

    @Test
    void given_aliases_by_patch_then_they_lead_to_the_campaign_and_are_found() {
        workspace
                .patch("/campaigns/" + known, "{\"aliases\":[\"old-2\",1002,\"old-1\",\"old-2\"]}")
                .then()
                .statusCode(200)
                .body("aliases", contains("1002", "old-1", "old-2"));
        inquiries("old-1", "a", 1);
        spend(row("1002", "2026-03-05", "5", ""));

        assertEquals(known, campaignOf("a0"));
        assertEquals(1, workspace.count("/campaigns"));
        workspace.get("/campaigns/" + known).then().body("aliases", hasSize(3));
        workspace.get("/campaigns?externalId=old-2").then().body("items.id", contains(known));
        workspace
                .patch("/campaigns/" + known, "{\"name\":\"Valves\"}")
                .then()
                .statusCode(200)
                .body("aliases", hasSize(3));
        workspace
                .patch("/campaigns/" + known, "{\"aliases\":null}")
                .then()
                .statusCode(200)
                .body("aliases", empty());
        inquiries("old-1", "b", 1);
        assertNotEquals(known, campaignOf("b0"));
        workspace
                .admin()
                .get("/api/v1/audit-entries?subjectId=" + known)
                .then()
                .body("items.changes.aliases.to", hasItems("1002, old-1, old-2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['gads-1']                 | /aliases/0 | own externalId",
                "['a', 'posted']            | /aliases/1 | is the externalId of another campaign",
                "['theirs']                 | /aliases/0 | is an alias of another campaign",
                "['']                       | /aliases/0 | must not be empty",
                "\"text\"                     | /aliases   | must be an array",
            })
    void given_aliases_that_lead_elsewhere_then_they_are_refused(String aliases, String pointer, String said) {
        String other = workspace.create("/campaigns", "{\"externalId\":\"posted\"}");
        workspace
                .patch("/campaigns/" + other, "{\"aliases\":[\"theirs\"]}")
                .then()
                .statusCode(200);
        workspace
                .patch("/campaigns/" + known, "{\"aliases\":" + aliases.replace('\'', '"') + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(said));
        workspace.get("/campaigns/" + known).then().body("aliases", empty());
    }

    @Test
    void given_an_alias_when_a_campaign_of_that_id_is_posted_then_it_is_a_conflict_that_names_the_holder() {
        workspace.patch("/campaigns/" + known, "{\"aliases\":[\"old\"]}").then().statusCode(200);
        workspace
                .post("/campaigns", "{\"externalId\":\"old\"}")
                .then()
                .statusCode(409)
                .body("existingId", equalTo(known));
        workspace
                .postLines("/campaigns/batch", List.of("{\"externalId\":\"old\"}", "{\"externalId\":\"new\"}"))
                .then()
                .statusCode(207)
                .body("created", equalTo(1))
                .body("rejected", equalTo(1));
    }

    @Test
    void given_a_campaign_discovered_under_a_near_name_then_the_answer_names_both() {
        workspace.create("/campaigns", "{\"externalId\":\"c-77\",\"name\":\"Brand, U.S.\"}");
        String line =
                "{\"externalId\":\"x\",\"campaignExternalId\":\"brand us\",\"receivedAt\":\"2026-03-01T12:00:00Z\"}";
        for (String dry : List.of("?dryRun=true", "")) {
            workspace
                    .postLines("/inquiries/batch" + dry, List.of(line))
                    .then()
                    .statusCode(207)
                    .body("warnings", hasSize(1))
                    .body("warnings[0].type", equalTo("urn:leadline:warning:near-name"))
                    .body("warnings[0].campaignExternalId", equalTo("brand us"))
                    .body("warnings[0].detail", containsString("\"c-77\""));
        }
        workspace
                .post("/spend", row("Brand_US", "2026-03-01", "5", ""))
                .then()
                .statusCode(201)
                .body("warnings[0].detail", containsString("\"brand us\", \"c-77\""));
        workspace
                .postLines(
                        "/spend/batch",
                        List.of(row("brand us", "2026-03-02", "5", ""), row("another", "2026-03-02", "5", "")))
                .then()
                .body("warnings", empty());
    }
}
