package dev.leadline.intake.batch;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.deal;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.spend;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches through the running service, as arrays and as streams. */
@QuarkusTest
class BatchTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_arrays_of_all_kinds_when_posted_twice_then_the_second_time_nothing_changes() {
        String[][] batches = {
            {"/campaigns", "[" + campaign("g1").json() + "," + campaign("g2").json() + "]"},
            {
                "/spend",
                "[" + spend("g1", "2025-03-01").json() + ","
                        + spend("g2", "2025-03-01").json() + "]"
            },
            {"/inquiries", "[" + inquiry("i1").json() + "," + inquiry("i2").json() + "]"},
            {"/deals", "[" + deal("d1", "i1").json() + "," + deal("d2", "i2").json() + "]"},
        };
        for (String[] batch : batches) {
            counts(workspace.post(batch[0] + "/batch", batch[1]), 2, 2, 0, 0, 0);
            counts(workspace.post(batch[0] + "/batch", batch[1]), 2, 0, 2, 0, 0);
        }
    }

    @Test
    void given_an_array_with_faulty_rows_when_posted_then_the_others_are_stored_and_the_faulty_named() {
        String rows = String.join(
                ",",
                inquiry("i0").json(),
                inquiry("i1").with("region", "5").json(),
                "null",
                inquiry("i3").json(),
                inquiry("i4").with("colour", "\"red\"").json(),
                inquiry("i5").without("externalId").json(),
                "[]");
        Response answer = workspace.post("/inquiries/batch", "[" + rows + "]");
        counts(answer, 7, 2, 0, 0, 5);
        answer.then()
                .body("problems.index", contains(1, 2, 4, 5, 6))
                .body("problems.problem.status", contains(422, 422, 422, 422, 422))
                .body("problems[0].problem.errors[0].pointer", equalTo("/region"))
                .body("problems[2].problem.errors[0].pointer", equalTo("/colour"))
                .body("problems[3].problem.errors[0].pointer", equalTo("/externalId"));
        assertEquals(2, workspace.count("/inquiries"));
    }

    @Test
    void given_a_stream_with_broken_lines_when_posted_then_the_others_are_stored_and_the_broken_named() {
        Response answer = workspace.postLines(
                "/inquiries/batch",
                List.of(
                        inquiry("i0").json(),
                        "{\"externalId\": \"i1\", ",
                        "",
                        " \t\r",
                        inquiry("i2").json() + "\r",
                        inquiry("i3").json() + " " + inquiry("i4").json(),
                        inquiry("i5").with("receivedAt", "\"yesterday\"").json(),
                        inquiry("i6").json(),
                        ""));
        counts(answer, 6, 3, 0, 0, 3);
        answer.then()
                .body("problems.index", contains(1, 3, 4))
                .body("problems.problem.status", contains(400, 400, 422))
                .body("problems[2].problem.errors[0].pointer", equalTo("/receivedAt"));
        workspace.get("/inquiries").then().body("items.externalId", contains("i6", "i2", "i0"));
    }

    @Test
    void given_one_key_several_times_in_a_batch_when_posted_then_the_first_row_is_stored_and_later_ones_meet_it() {
        List<String> rows = List.of(
                inquiry("i1").with("region", "\"Bavaria\"").json(),
                inquiry("i1").json(),
                inquiry("i1").with("region", "\"Bavaria\"").json());
        Response answer = workspace.post("/inquiries/batch", rows.toString());
        counts(answer, 3, 1, 1, 0, 1);
        answer.then().body("problems[0].index", equalTo(1)).body("problems[0].problem.status", equalTo(409));
        String id = workspace.get("/inquiries").path("items[0].id");
        answer.then().body("problems[0].problem.existingId", equalTo(id));
        workspace.get("/inquiries/" + id).then().body("region", equalTo("Bavaria"));
    }

    @Test
    void given_a_deal_twice_the_first_time_faulty_when_posted_then_each_row_is_judged_by_itself() {
        workspace.create("/inquiries", inquiry("i1").json());
        List<String> rows = List.of(deal("d1", "i9").json(), deal("d1", "i1").json());
        Response answer = workspace.post("/deals/batch", rows.toString());
        counts(answer, 2, 1, 0, 0, 1);
        answer.then()
                .body("problems[0].index", equalTo(0))
                .body("problems[0].problem.errors[0].pointer", equalTo("/inquiryExternalId"));
    }

    @Test
    void given_a_discovered_campaign_when_a_batch_holds_it_then_it_is_filled_in_once() {
        workspace.create("/inquiries", inquiry("i1").json());
        List<String> rows = List.of(
                campaign("gads-1").json(),
                campaign("gads-1").json(),
                campaign("gads-1").with("channel", "\"linkedin\"").json());
        counts(workspace.post("/campaigns/batch", rows.toString()), 3, 0, 1, 1, 1);
        workspace.get("/campaigns").then().body("items.channel", contains("google-ads"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "null",
                """
                        [{"externalId": "i1", "campaignExternalId": "g1"}""",
                """
                        [{"externalId": "i1", "campaignExternalId": "g1"},]""",
                """
                        [{"externalId": "i1", "campaignExternalId": "g1"}] x""",
                """
                        [{"externalId": "i1", "campaignExternalId": "g1"}, {"test": NaN}]""",
                """
                        [{"externalId": "i1", "campaignExternalId": "g1", "externalId": "i1"}]""",
            })
    void givenAnArrayThatCannotBeRead_whenPosted_thenNothingIsStored(String body) {
        workspace
                .post("/inquiries/batch", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_an_array_with_a_row_too_many_when_posted_then_nothing_is_stored() {
        String rows = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> inquiry("i" + i).json())
                .toList()
                .toString();
        workspace.post("/inquiries/batch", rows).then().statusCode(413).body("detail", containsString("10000 rows"));
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_a_full_array_when_posted_then_all_is_stored() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> inquiry("i" + i).json())
                .toList()
                .toString();
        counts(workspace.post("/inquiries/batch", rows), 10_000, 10_000, 0, 0, 0);
    }

    @Test
    void given_more_faults_than_are_told_when_posted_then_all_are_counted() {
        List<String> lines = IntStream.range(0, 1_500)
                .mapToObj(i -> i % 3 == 0 ? inquiry("i" + i).json() : "?")
                .toList();
        Response answer = workspace.postLines("/inquiries/batch", lines);
        counts(answer, 1_500, 500, 0, 0, 1_000);
        List<String> more = new ArrayList<>(lines);
        more.add("?");
        Response capped = workspace.postLines("/inquiries/batch", more);
        capped.then()
                .body("rejected", equalTo(1_001))
                .body("unchanged", equalTo(500))
                .body("problems", hasSize(1_000))
                .body("moreProblemsFrom", equalTo(1_500));
        answer.then().body("moreProblemsFrom", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inquiries/batch?", "/inquiries/batch?dryRun=true&"})
    void given_more_faults_than_are_told_when_asked_for_the_next_ones_then_each_is_told_once(String path) {
        // Rows that cannot be read, that have a fault, and that are rejected when they are stored.
        List<String> lines = IntStream.range(0, 3_600)
                .mapToObj(i -> switch (i % 9) {
                    case 0 -> inquiry("i" + i).json();
                    case 1, 2 -> "?";
                    case 3, 4 -> inquiry("i" + i).with("status", "\"WON\"").json();
                    default ->
                        inquiry("i" + (i - i % 9))
                                .with("region", "\"R" + i + "\"")
                                .json();
                })
                .toList();
        assertEachTold(
                path,
                lines,
                IntStream.range(0, 3_600).filter(i -> i % 9 > 0).boxed().toList());
    }

    @Test
    void given_more_rows_of_one_rejected_key_than_are_told_when_asked_for_the_next_ones_then_each_is_told_once() {
        String row = spend("gads-1", "2025-03-10").json();
        List<Integer> all = IntStream.range(0, 2_500).boxed().toList();
        assertEachTold("/spend/batch?onRepeat=reject&", Collections.nCopies(2_500, row), all.subList(1, 2_500));
        String unknown = spend("gads-1", "2025-03-10")
                .without("campaignExternalId")
                .with("campaignId", "\"019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b\"")
                .json();
        assertEachTold("/spend/batch?", Collections.nCopies(2_500, unknown), all);
    }

    private void assertEachTold(String path, List<String> lines, List<Integer> rejected) {
        List<Integer> told = new ArrayList<>();
        for (Integer from = 0; from != null; ) {
            Response answer = workspace.postLines(path + "problemsFrom=" + from, lines);
            answer.then().statusCode(207).body("rejected", equalTo(rejected.size()));
            List<Integer> indexes = answer.path("problems.index");
            assertTrue(!indexes.isEmpty() && indexes.size() <= 1_000, indexes::toString);
            told.addAll(indexes);
            from = answer.path("moreProblemsFrom");
        }
        assertEquals(rejected, told);
    }

    @Test
    void given_no_place_of_a_row_when_problems_are_asked_for_from_there_then_it_is_refused() {
        for (String place : List.of("-1", "x", "1.5")) {
            workspace
                    .post("/deals/batch?problemsFrom=" + place, "[]")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("problemsFrom"));
        }
    }

    @Test
    void given_a_line_that_is_too_long_when_posted_then_only_that_line_is_rejected() {
        Response answer = workspace.postLines(
                "/inquiries/batch",
                List.of(
                        inquiry("i0").json(),
                        inquiry("i1")
                                .with("message", '"' + "x".repeat(70_000) + '"')
                                .json(),
                        inquiry("i2").json()));
        counts(answer, 3, 2, 0, 0, 1);
        answer.then().body("problems[0].index", equalTo(1)).body("problems[0].problem.status", equalTo(413));
    }

    @Test
    void given_a_body_that_is_too_long_when_posted_then_it_is_refused() {
        workspace
                .post("/inquiries/batch", "[\"" + "x".repeat(17 * 1024 * 1024) + "\"]")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void given_another_content_type_when_posted_then_it_is_refused() {
        workspace
                .integration()
                .contentType("text/csv")
                .body("externalId")
                .post("/api/v1/inquiries/batch")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void given_a_stream_longer_than_a_chunk_when_posted_then_every_row_keeps_its_place() {
        List<String> lines = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 1_000 == 999
                        ? inquiry("i" + i).with("status", "\"WON\"").json()
                        : inquiry("i" + i).json())
                .toList();
        Response answer = workspace.postLines("/inquiries/batch", lines);
        counts(answer, 5_000, 4_995, 0, 0, 5);
        answer.then().body("problems.index", contains(999, 1_999, 2_999, 3_999, 4_999));
    }

    private static void counts(Response answer, int received, int created, int unchanged, int updated, int rejected) {
        answer.then()
                .statusCode(207)
                .body("received", equalTo(received))
                .body("created", equalTo(created))
                .body("unchanged", equalTo(unchanged))
                .body("updated", equalTo(updated))
                .body("rejected", equalTo(rejected))
                .body("problems", hasSize(rejected));
    }
}
