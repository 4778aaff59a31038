package dev.leadline.intake.inquiry;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.quoted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inquiries through the running service. */
@QuarkusTest
class InquiryTest {

    private static final String NOBODYS_ID = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b";

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void when_a_new_inquiry_is_posted_then_it_is_stored_with_all_its_fields() {
        String campaignId = workspace.create("/campaigns", campaign("g1").json());
        var answer = workspace.post(
                "/inquiries",
                Map.ofEntries(
                        Map.entry("source", "website"),
                        Map.entry("externalId", "i1"),
                        Map.entry("campaignId", campaignId),
                        Map.entry("receivedAt", "2025-03-10T23:30:00.1234567-05:00"),
                        Map.entry("region", " Bavaria "),
                        Map.entry("industry", "Rail"),
                        Map.entry("marketSegment", "OEM"),
                        Map.entry("status", "QUALIFIED"),
                        Map.entry("test", true),
                        Map.entry("contact", Map.of("name", "Mei", "email", "mei@example.com")),
                        Map.entry("clickIds", Map.of("gclid", "abc", "fbclid", "def")),
                        Map.entry("message", "5,000 brackets \uD83D\uDD29"),
                        Map.entry("firstRespondedAt", "2025-03-11T01:15:00-05:00")));
        answer.then().statusCode(201).header("Location", endsWith("/api/v1/inquiries/" + answer.path("id")));
        workspace
                .get("/inquiries/" + answer.path("id"))
                .then()
                .statusCode(200)
                .body("source", equalTo("website"))
                .body("externalId", equalTo("i1"))
                .body("campaignId", equalTo(campaignId))
                .body("receivedAt", equalTo("2025-03-11T04:30:00.123456Z"))
                .body("day", equalTo("2025-03-11"))
                .body("region", equalTo("Bavaria"))
                .body("industry", equalTo("Rail"))
                .body("marketSegment", equalTo("OEM"))
                .body("status", equalTo("QUALIFIED"))
                .body("test", equalTo(true))
                .body("contact.name", equalTo("Mei"))
                .body("contact.company", nullValue())
                .body("clickIds", equalTo(Map.of("gclid", "abc", "fbclid", "def")))
                .body("message", equalTo("5,000 brackets \uD83D\uDD29"))
                .body("firstRespondedAt", equalTo("2025-03-11T06:15:00Z"));
    }

    @Test
    void given_only_what_is_required_when_posted_then_the_rest_takes_its_default() {
        Instant before = Instant.now();
        String receivedAt = workspace
                .post(
                        "/inquiries",
                        Fields.of("externalId", "\"i1\"", "campaignExternalId", "\"g1\"")
                                .json())
                .then()
                .statusCode(201)
                .body("source", equalTo("api"))
                .body("status", equalTo("NEW"))
                .body("test", equalTo(false))
                .body("region", nullValue())
                .body("contact", nullValue())
                .body("clickIds", nullValue())
                .extract()
                .path("receivedAt");
        Duration after = Duration.between(before, Instant.parse(receivedAt));
        Assertions.assertTrue(after.abs().compareTo(Duration.ofSeconds(30)) < 0, receivedAt);
    }

    @Test
    void given_a_workspace_far_east_when_an_inquiry_comes_late_in_utc_then_it_belongs_to_the_next_day() {
        TestWorkspace shanghai = TestWorkspace.create("Asia/Shanghai");
        shanghai.post(
                        "/inquiries",
                        inquiry("i1")
                                .with("receivedAt", "\"2025-03-10T16:00:00Z\"")
                                .json())
                .then()
                .body("day", equalTo("2025-03-11"));
    }

    @Test
    void given_no_time_in_the_request_when_it_is_repeated_then_the_stored_inquiry_is_answered() {
        String request = inquiry("i1").without("receivedAt").json();
        String id = workspace.create("/inquiries", request);
        workspace.post("/inquiries", request).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void given_a_stored_inquiry_when_other_content_is_posted_then_it_is_a_conflict() {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        workspace
                .post("/inquiries", inquiry("i1").with("region", "\"Bavaria\"").json())
                .then()
                .statusCode(409)
                .body("existingId", equalTo(id));
    }

    @Test
    void given_two_sources_when_they_use_the_same_external_id_then_these_are_two_inquiries() {
        workspace.create("/inquiries", inquiry("i1").json());
        workspace.create(
                "/inquiries", inquiry("i1").with("source", "\"website\"").json());
        assertEquals(2, workspace.count("/inquiries?externalId=i1"));
        assertEquals(1, workspace.count("/inquiries?externalId=i1&source=website"));
    }

    @Test
    void given_two_references_to_a_campaign_or_none_when_posted_then_it_is_refused() {
        Fields none = inquiry("i1").without("campaignExternalId");
        Fields both = inquiry("i1").with("campaignId", quoted(NOBODYS_ID));
        for (Fields fields : List.of(none, both)) {
            workspace
                    .post("/inquiries", fields.json())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/campaignExternalId"));
        }
    }

    @Test
    void given_an_unknown_campaign_id_when_posted_then_it_is_refused() {
        workspace
                .post(
                        "/inquiries",
                        inquiry("i1")
                                .without("campaignExternalId")
                                .with("campaignId", quoted(NOBODYS_ID))
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaignId"));
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void when_patched_then_what_is_named_changes_and_the_rest_stays() {
        String id = workspace.create(
                "/inquiries",
                inquiry("i1").with("contact", """
                                {"name": "Mei", "email": "mei@example.com"}""").with("clickIds", """
                                {"gclid": "abc"}""").json());
        String before = workspace.get("/inquiries/" + id).path("statusChangedAt");
        workspace.patch("/inquiries/" + id, """
                        {"status": "LOST", "test": true, "message": "Too dear",
                         "contact": {"email": null, "phone": "+49 89 55500"}, "clickIds": {"gclid": null}}""").then().statusCode(200);
        workspace
                .get("/inquiries/" + id)
                .then()
                .body("status", equalTo("LOST"))
                .body("statusChangedAt", not(equalTo(before)))
                .body("test", equalTo(true))
                .body("message", equalTo("Too dear"))
                .body("contact.name", equalTo("Mei"))
                .body("contact.email", nullValue())
                .body("contact.phone", equalTo("+49 89 55500"))
                .body("clickIds", nullValue())
                .body("receivedAt", equalTo("2025-03-10T12:00:00Z"));
    }

    @Test
    void when_patched_without_its_status_then_the_time_of_its_status_stays() {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        String before = workspace.get("/inquiries/" + id).path("statusChangedAt");
        workspace.patch("/inquiries/" + id, """
                        {"region": "Bavaria", "status": "NEW"}""").then().statusCode(200).body("statusChangedAt", equalTo(before));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"source": "x"}                               | /source
            {"externalId": "x"}                           | /externalId
            {"receivedAt": "2025-03-10T12:00:00Z"}        | /receivedAt
            {"campaignId": null}                          | /campaignId
            {"campaignId": "NOBODYS_ID"}                  | /campaignId
            {"status": "WON"}                             | /status
            {"test": null}                                | /test
            {"contact": {"fax": "1"}}                     | /contact/fax
            {"contact": "Mei"}                            | /contact
            {"firstRespondedAt": "2025-03-10"}            | /firstRespondedAt
            {"firstRespondedAt": "2099-03-10T12:00:00Z"}  | /firstRespondedAt
            {"id": null}                                  | /id
            """)
    void given_a_patch_at_fault_when_sent_then_the_field_is_named(String patch, String pointer) {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        workspace
                .patch("/inquiries/" + id, patch.replace("NOBODYS_ID", NOBODYS_ID))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void given_an_inquiry_when_it_is_answered_later_then_that_can_be_set_changed_and_removed() {
        String id = workspace.create("/inquiries", inquiry("i1").json());
        String path = "/inquiries/" + id;
        workspace.get(path).then().body("firstRespondedAt", nullValue());
        for (String answered : List.of("2025-03-10T15:30:00Z", "2025-03-12T08:00:00Z")) {
            workspace
                    .patch(path, "{\"firstRespondedAt\": \"" + answered + "\"}")
                    .then()
                    .statusCode(200)
                    .body("firstRespondedAt", equalTo(answered));
        }
        workspace.patch(path, """
                {"status": "QUALIFIED"}""").then().body("firstRespondedAt", not(nullValue()));
        workspace.get("/inquiries").then().body("items[0].firstRespondedAt", equalTo("2025-03-12T08:00:00Z"));
        workspace.patch(path, """
                        {"firstRespondedAt": null}""").then().statusCode(200).body("firstRespondedAt", nullValue());
        workspace.post("/inquiries", inquiry("i1").json()).then().statusCode(200);
    }

    @Test
    void given_the_clock_of_the_desk_a_minute_behind_when_answered_at_once_then_it_is_taken() {
        workspace.create(
                "/inquiries",
                inquiry("i1")
                        .with("firstRespondedAt", "\"2025-03-10T11:59:00Z\"")
                        .json());
    }

    @Test
    void given_an_answer_before_the_inquiry_when_posted_or_patched_then_the_field_is_named_with_the_remedy() {
        String early = "\"2025-03-10T11:58:59Z\"";
        String id = workspace.create("/inquiries", inquiry("i0").json());
        for (var answer : List.of(
                workspace.post(
                        "/inquiries",
                        inquiry("i1").with("firstRespondedAt", early).json()),
                workspace.patch("/inquiries/" + id, "{\"firstRespondedAt\": " + early + "}"))) {
            answer.then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/firstRespondedAt"))
                    .body("errors[0].detail", containsString("or omit it"));
        }
        Fields noTime = inquiry("i2").without("receivedAt").with("firstRespondedAt", early);
        workspace
                .post("/inquiries", noTime.json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/firstRespondedAt"))
                .body("errors[0].detail", containsString("receivedAt"));
        assertEquals(1, workspace.count("/inquiries"));
    }

    @Test
    void given_a_batch_when_one_rows_answer_cannot_be_then_the_others_are_stored() {
        List<String> rows = List.of(
                inquiry("i1")
                        .with("firstRespondedAt", "\"2025-03-10T13:00:00Z\"")
                        .json(),
                inquiry("i2")
                        .with("firstRespondedAt", "\"2025-03-09T13:00:00Z\"")
                        .json(),
                inquiry("i3").json());
        workspace
                .postLines("/inquiries/batch", rows)
                .then()
                .statusCode(207)
                .body("created", equalTo(2))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].problem.errors[0].pointer", equalTo("/firstRespondedAt"));
        workspace
                .get("/inquiries")
                .then()
                .body("items.firstRespondedAt", equalTo(Arrays.asList(null, "2025-03-10T13:00:00Z")));
    }

    @Test
    void when_listed_then_filters_hold() {
        workspace.create("/inquiries", inquiry("i1").json());
        workspace.create(
                "/inquiries",
                inquiry("i2")
                        .with("campaignExternalId", "\"g2\"")
                        .with("receivedAt", "\"2025-03-12T12:00:00Z\"")
                        .with("status", "\"INVALID\"")
                        .json());
        String g2 = workspace.get("/campaigns?externalId=g2").path("items[0].id");
        for (String filter : List.of("status=INVALID", "campaignId=" + g2, "from=2025-03-11", "externalId=i2")) {
            workspace.get("/inquiries?" + filter).then().body("items.externalId", equalTo(List.of("i2")));
        }
        workspace
                .get("/inquiries?from=2025-03-10&to=2025-03-11")
                .then()
                .body("items.externalId", equalTo(List.of("i1")));
        workspace.get("/inquiries").then().body("items.externalId", equalTo(List.of("i2", "i1")));
    }
}
