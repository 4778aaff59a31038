package dev.leadline.intake;

import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.testing.Problems.assertProblemAt;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.testing.Fields;
import dev.leadline.testing.Json;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of records as exports write them, in a workspace whose days begin five hours behind those of UTC. */
@QuarkusTest
class TimesTest {

    private static final String ZONE = "America/New_York";

    private static final LocalDate NEXT_YEAR = LocalDate.now(ZoneOffset.UTC).plusYears(1);

    /** Spelling, instant, day of the workspace. */
    private static final List<List<String>> SPELLINGS = List.of(
            List.of("2025-03-10T12:00:00Z", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10T01:00:00Z", "2025-03-10T01:00:00Z", "2025-03-09"),
            List.of("2025-03-10T12:00:00+0000", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10T12:00:00+00", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10T12:00:00-0500", "2025-03-10T17:00:00Z", "2025-03-10"),
            List.of("2025-03-10 12:00:00Z", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10 12:00:00 +0100", "2025-03-10T11:00:00Z", "2025-03-10"),
            List.of("2025-03-10 12:00:00 UTC", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10T12:00Z", "2025-03-10T12:00:00Z", "2025-03-10"),
            List.of("2025-03-10T12:00:00", "2025-03-10T16:00:00Z", "2025-03-10"),
            List.of("2025-03-10 12:00:00", "2025-03-10T16:00:00Z", "2025-03-10"),
            List.of("2025-03-10 12:00", "2025-03-10T16:00:00Z", "2025-03-10"),
            List.of("2025-03-10T23:59:59.999", "2025-03-11T03:59:59.999Z", "2025-03-10"),
            List.of("2025-03-09T02:30:00", "2025-03-09T07:30:00Z", "2025-03-09"),
            List.of("2025-11-02T01:30:00", "2025-11-02T05:30:00Z", "2025-11-02"),
            List.of("2025-03-10", "2025-03-10T16:00:00Z", "2025-03-10"),
            List.of("2025-01-10", "2025-01-10T17:00:00Z", "2025-01-10"));

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create(ZONE);
    }

    @Test
    void given_every_spelling_when_inquiries_are_posted_singly_then_each_is_its_instant_and_day() {
        for (int i = 0; i < SPELLINGS.size(); i++) {
            List<String> spelling = SPELLINGS.get(i);
            JsonNode answer = Json.of(workspace.post(
                    "/inquiries", inquiry("i" + i, spelling.get(0)).json()));
            assertIs(spelling, answer, "receivedAt", "day");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void given_every_spelling_when_inquiries_and_deals_are_posted_as_a_batch_then_each_is_its_instant_and_day(
            boolean lines) {
        List<String> inquiries = new ArrayList<>();
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < SPELLINGS.size(); i++) {
            String time = SPELLINGS.get(i).get(0);
            inquiries.add(inquiry("i" + i, time).json());
            deals.add(Examples.deal("i" + i, "i" + i)
                    .with("closedAt", quoted(time))
                    .with("status", "\"CANCELLED\"")
                    .with("cancelledAt", quoted(time))
                    .json());
        }
        assertAllCreated(batch("/inquiries", inquiries, lines));
        assertAllCreated(batch("/deals", deals, lines));
        Map<String, JsonNode> storedInquiries = stored("/inquiries");
        Map<String, JsonNode> storedDeals = stored("/deals");
        for (int i = 0; i < SPELLINGS.size(); i++) {
            assertIs(SPELLINGS.get(i), storedInquiries.get("i" + i), "receivedAt", "day");
            assertIs(SPELLINGS.get(i), storedDeals.get("i" + i), "closedAt", "closedDay");
            assertIs(SPELLINGS.get(i), storedDeals.get("i" + i), "cancelledAt", "cancelledDay");
        }
    }

    @Test
    void given_every_spelling_when_deals_are_posted_and_changed_then_each_is_its_instant_and_day() {
        workspace.create("/inquiries", inquiry("i1", "2025-01-01").json());
        for (int i = 0; i < SPELLINGS.size(); i++) {
            List<String> spelling = SPELLINGS.get(i);
            String time = quoted(spelling.get(0));
            Response posted = workspace.post(
                    "/deals",
                    Examples.deal("d" + i, "i1").with("closedAt", time).json());
            assertIs(spelling, Json.of(posted), "closedAt", "closedDay");
            String patched = Examples.deal("e" + i, "i1")
                    .with("closedAt", "\"2025-01-02T00:00:00Z\"")
                    .json();
            String id = workspace.create("/deals", patched);
            JsonNode closed = Json.of(workspace.patch("/deals/" + id, "{\"closedAt\": " + time + "}"));
            assertIs(spelling, closed, "closedAt", "closedDay");
            JsonNode cancelled = Json.of(
                    workspace.patch("/deals/" + id, "{\"status\": \"CANCELLED\", \"cancelledAt\": " + time + "}"));
            assertIs(spelling, cancelled, "cancelledAt", "cancelledDay");
        }
    }

    @Test
    void given_every_spelling_when_an_answer_to_an_inquiry_is_posted_or_patched_then_it_is_its_instant() {
        String id = workspace.create("/inquiries", inquiry("i0", "2025-01-01").json());
        for (int i = 0; i < SPELLINGS.size(); i++) {
            List<String> spelling = SPELLINGS.get(i);
            String time = quoted(spelling.get(0));
            String first = inquiry("j" + i, "2025-01-01")
                    .with("firstRespondedAt", time)
                    .json();
            assertIs(spelling, Json.of(workspace.post("/inquiries", first)), "firstRespondedAt", null);
            Response patched = workspace.patch("/inquiries/" + id, "{\"firstRespondedAt\": " + time + "}");
            assertIs(spelling, Json.of(patched), "firstRespondedAt", null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo"})
    void given_a_day_alone_when_posted_then_it_is_that_day_whatever_the_zone(String zone) {
        TestWorkspace there = TestWorkspace.create(zone);
        String inquiry = inquiry("i1", "2025-03-10").json();
        there.post("/inquiries", inquiry).then().statusCode(201).body("day", equalTo("2025-03-10"));
        String deal =
                Examples.deal("d1", "i1").with("closedAt", "\"2025-03-10\"").json();
        there.post("/deals", deal)
                .then()
                .statusCode(201)
                .body("closedDay", equalTo("2025-03-10"))
                .body("lagDays", equalTo(0));
    }

    @Test
    void given_the_same_instant_in_another_spelling_when_posted_again_then_it_is_the_same_record() {
        String id = workspace.create(
                "/inquiries", inquiry("i1", "2025-03-10T16:00:00Z").json());
        for (String same : List.of(
                "2025-03-10 16:00Z",
                "2025-03-10T16:00:00+0000",
                "2025-03-10T12:00:00-04:00",
                "2025-03-10 12:00",
                "2025-03-10T12:00:00.000000",
                "2025-03-10")) {
            workspace
                    .post("/inquiries", inquiry("i1", same).json())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
        workspace
                .post("/inquiries", inquiry("i1", "2025-03-10 16:00").json())
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.03.2025",
                "03/10/2025",
                "2025-03-10T12",
                "2025-3-10",
                "2025-02-30",
                "2025-03-10T24:00:00",
                "2025-03-10 12:00 PM",
                "2025-03-10T12:00:00 EST",
                "",
                "now"
            })
    void givenWhatIsNoTime_whenPostedOrPatched_thenTheFieldIsNamedAndHowToWriteIt(String text) {
        String inquiryId =
                workspace.create("/inquiries", inquiry("i0", "2025-01-01").json());
        String dealId = workspace.create("/deals", Examples.deal("d0", "i0").json());
        for (String field : List.of("receivedAt", "firstRespondedAt")) {
            assertRefused(field, "/inquiries", inquiry("i1", "2025-03-10").with(field, quoted(text)));
        }
        for (String field : List.of("closedAt", "cancelledAt")) {
            Fields deal = Examples.deal("d1", "i0").with("status", "\"CANCELLED\"");
            assertRefused(field, "/deals", deal.with(field, quoted(text)));
            assertHowTo(workspace.patch("/deals/" + dealId, "{\"" + field + "\": " + quoted(text) + "}"), field);
        }
        assertHowTo(
                workspace.patch("/inquiries/" + inquiryId, "{\"firstRespondedAt\": " + quoted(text) + "}"),
                "firstRespondedAt");
    }

    @Test
    void given_null_for_the_time_of_an_inquiry_when_posted_then_it_is_not_taken_for_now() {
        Fields unknown = inquiry("i1", "").with("receivedAt", "null");
        assertProblemAt(workspace.post("/inquiries", unknown.json()), 422, "/receivedAt")
                .body("errors[0].detail", containsString("leave the field out"));
        for (boolean lines : new boolean[] {false, true}) {
            batch(
                            "/inquiries",
                            List.of(unknown.json(), inquiry("i2", "2025-03-10").json()),
                            lines)
                    .then()
                    .body("rejected", equalTo(1))
                    .body("problems[0].index", equalTo(0))
                    .body("problems[0].problem.errors[0].pointer", equalTo("/receivedAt"));
        }
        Instant before = Instant.now();
        Response left =
                workspace.post("/inquiries", unknown.without("receivedAt").json());
        assertEquals(201, left.statusCode());
        Instant received = Instant.parse(Json.text(left, "receivedAt"));
        assertFalse(received.isBefore(before.truncatedTo(ChronoUnit.MICROS)), "left out it is now");
    }

    @Test
    void given_null_for_what_has_not_happened_when_posted_or_patched_then_it_has_not() {
        Fields open = inquiry("i1", "2025-03-10").with("firstRespondedAt", "null");
        String id = workspace.create("/inquiries", open.json());
        workspace.get("/inquiries/" + id).then().body("firstRespondedAt", nullValue());
        workspace
                .patch("/inquiries/" + id, "{\"firstRespondedAt\": null}")
                .then()
                .statusCode(200);
        Fields deal = Examples.deal("d1", "i1");
        String dealId =
                workspace.create("/deals", deal.with("cancelledAt", "null").json());
        workspace.get("/deals/" + dealId).then().body("cancelledAt", nullValue());
        workspace.patch("/deals/" + dealId, "{\"cancelledAt\": null}").then().statusCode(200);
        assertProblemAt(workspace.post("/deals", deal.with("closedAt", "null").json()), 422, "/closedAt");
        assertProblemAt(workspace.patch("/deals/" + dealId, "{\"closedAt\": null}"), 422, "/closedAt");
    }

    /** Minutes and hours are what the answer's time is for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-03-10          | 2025-03-10
            2025-03-10          | 2025-03-10T09:00:00
            2025-03-10T09:00:00 | 2025-03-10
            """)
    void given_an_answer_of_the_same_day_when_one_is_a_day_alone_then_the_remedy_is_told(
            String received, String answered) {
        Fields both = inquiry("i1", received).with("firstRespondedAt", quoted(answered));
        assertProblemAt(workspace.post("/inquiries", both.json()), 422, "/firstRespondedAt")
                .body("errors[0].detail", containsString("omit firstRespondedAt"));
    }

    @Test
    void given_a_cancellation_known_by_its_day_when_it_is_the_day_of_the_deal_then_it_is_taken() {
        workspace.create("/inquiries", inquiry("i1", "2025-03-01").json());
        Fields cancelled = Examples.deal("d1", "i1")
                .with("closedAt", "\"2025-03-10T15:00:00\"")
                .with("status", "\"CANCELLED\"");
        workspace
                .post("/deals", cancelled.with("cancelledAt", "\"2025-03-10\"").json())
                .then()
                .statusCode(201)
                .body("cancelledDay", equalTo("2025-03-10"));
        assertProblemAt(
                workspace.post(
                        "/deals",
                        cancelled
                                .with("externalId", "\"d2\"")
                                .with("cancelledAt", "\"2025-03-09\"")
                                .json()),
                422,
                "/cancelledAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 00:00:00+0000", "T00:00Z"})
    void given_the_expiry_of_a_key_when_its_offset_is_spelt_otherwise_then_it_is_taken(String time) {
        String expiry = NEXT_YEAR + time;
        workspace
                .admin()
                .body("{\"name\": \"k\", \"role\": \"ANALYST\", \"expiresAt\": " + quoted(expiry) + "}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .body("expiresAt", equalTo(NEXT_YEAR + "T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T00:00:00"})
    void given_the_expiry_of_a_key_when_it_has_no_offset_then_it_is_refused(String time) {
        String expiry = NEXT_YEAR + time;
        assertProblemAt(
                        workspace
                                .admin()
                                .body("{\"name\": \"k\", \"role\": \"ANALYST\", \"expiresAt\": " + quoted(expiry) + "}")
                                .post("/api/v1/api-keys"),
                        422,
                        "/expiresAt")
                .body("errors[0].detail", containsString("with offset"));
    }

    private static Fields inquiry(String externalId, String receivedAt) {
        return Examples.inquiry(externalId).with("receivedAt", quoted(receivedAt));
    }

    private Response batch(String path, List<String> rows, boolean lines) {
        return lines ? workspace.postLines(path + "/batch", rows) : workspace.post(path + "/batch", rows.toString());
    }

    private static void assertAllCreated(Response answer) {
        answer.then().statusCode(207).body("created", equalTo(SPELLINGS.size()));
    }

    private Map<String, JsonNode> stored(String path) {
        Map<String, JsonNode> stored = new HashMap<>();
        Json.of(workspace.get(path + "?limit=100"))
                .path("items")
                .forEach(item -> stored.put(item.path("externalId").asText(), item));
        return stored;
    }

    /** @param day the field of the day; null if it has none */
    private static void assertIs(List<String> spelling, JsonNode stored, String time, String day) {
        String label = spelling.get(0) + ": " + stored;
        assertEquals(
                Instant.parse(spelling.get(1)), Instant.parse(stored.path(time).asText()), label);
        if (day != null) {
            assertEquals(spelling.get(2), stored.path(day).asText(), label);
        }
    }

    private void assertRefused(String field, String path, Fields fields) {
        assertHowTo(workspace.post(path, fields.json()), field);
        for (boolean lines : new boolean[] {false, true}) {
            batch(path, List.of(fields.json()), lines)
                    .then()
                    .body("rejected", equalTo(1))
                    .body("problems[0].problem.errors[0].pointer", equalTo("/" + field))
                    .body(
                            "problems[0].problem.errors[0].detail",
                            containsString("must be a time like 2026-01-31T09:30"));
        }
    }

    private static void assertHowTo(Response answer, String field) {
        assertProblemAt(answer, 422, "/" + field)
                .body("errors[0].detail", containsString("must be a time like 2026-01-31T09:30"));
    }
}
