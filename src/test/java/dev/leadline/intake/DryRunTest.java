package dev.leadline.intake;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.testing.Json;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run says what a post would do, and leaves no trace. */
@QuarkusTest
class DryRunTest {

    /** Made anew each time. */
    private static final List<String> OWN = List.of("id", "recordedAt", "statusChangedAt", "existingId");

    private static final int MOST_ROWS = 50_000;

    /** A post, and what must be there before it. */
    private record Case(String path, String body, boolean needsInquiry) {

        static List<Case> all() {
            return List.of(
                    new Case("/campaigns", Examples.campaign("gads-1").json(), false),
                    new Case("/spend", Examples.spend("gads-1", "2025-03-10").json(), true),
                    new Case("/inquiries", Examples.inquiry("i2").json(), true),
                    new Case("/deals", Examples.deal("d1", "i1").json(), true));
        }
    }

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @TestFactory
    Stream<DynamicTest> given_a_record_when_it_is_tried_then_it_is_answered_as_if_stored_and_nothing_is() {
        return Case.all().stream()
                .map(post -> DynamicTest.dynamicTest(post.path(), () -> {
                    makeWorkspace();
                    if (post.needsInquiry()) {
                        workspace.create("/inquiries", Examples.inquiry("i1").json());
                    }
                    TableState before = state();

                    Response tried = workspace.post(post.path() + "?dryRun=true", post.body());

                    tried.then().body("dryRun", equalTo(true)).header("Location", nullValue());
                    assertEquals(before, state());
                    Response stored = workspace.post(post.path(), post.body());
                    stored.then().statusCode(201).body("dryRun", nullValue());
                    assertEquals(stored.statusCode(), tried.statusCode());
                    assertEquals(comparable(stored), comparable(tried));

                    workspace
                            .post(post.path() + "?dryRun=true", post.body())
                            .then()
                            .statusCode(200);
                }));
    }

    @Test
    void given_a_record_that_cannot_be_stored_when_it_is_tried_then_it_is_refused_alike() {
        assertProblemAt(
                workspace.post(
                        "/deals?dryRun=true", Examples.deal("d1", "nobody").json()),
                422,
                "/inquiryExternalId");
        assertProblemAt(workspace.post("/spend?dryRun=true", "{}"), 422, "/day");
        String id = workspace.create("/campaigns", Examples.campaign("g1").json());
        String other = Examples.campaign("g1").with("name", "\"Other\"").json();
        assertProblem(workspace.post("/campaigns?dryRun=true", other), 409).body("existingId", equalTo(id));
        assertProblem(workspace.analyst().body("{}").post("/api/v1/deals?dryRun=true"), 403);
    }

    @Test
    void given_spend_of_a_campaign_nobody_knows_when_it_is_tried_then_the_campaign_is_not_made() {
        workspace
                .post("/spend?dryRun=true", Examples.spend("new", "2025-03-10").json())
                .then()
                .statusCode(201)
                .body("campaignId", notNullValue());
        assertEquals(0, workspace.count("/campaigns"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void given_spend_rows_of_one_key_when_the_batch_is_tried_then_they_are_added_and_none_is_stored(String form) {
        String row = Examples.spend("gads-1", "2025-03-10").json();
        List<String> rows = List.of(row, Examples.spend("gads-1", "2025-03-11").json(), row);
        TableState before = state();

        Response tried = batch("/spend/batch?onRepeat=sum&dryRun=true", form, rows);

        tried.then().statusCode(207).body("created", equalTo(2), "summed", equalTo(1), "dryRun", equalTo(true));
        assertEquals(before, state());
        assertEquals(comparable(batch("/spend/batch", form, rows)), comparable(tried));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void given_rows_that_fare_differently_when_the_batch_is_tried_then_they_are_counted_as_they_would_be(String form) {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        workspace.create("/deals", Examples.deal("d1", "i1").json());
        List<String> rows = List.of(
                Examples.deal("d1", "i1").json(),
                Examples.deal("d2", "i1").json(),
                Examples.deal("d2", "i1").json(),
                Examples.deal("d2", "i1").with("revenue", "7").json(),
                Examples.deal("d3", "nobody").json(),
                Examples.deal("d4", "i1").with("revenue", "\"x\"").json());
        TableState before = state();

        Response tried = batch("/deals/batch?dryRun=true", form, rows);

        tried.then()
                .statusCode(207)
                .body("dryRun", equalTo(true))
                .body("received", equalTo(6))
                .body("created", equalTo(1))
                .body("unchanged", equalTo(2))
                .body("rejected", equalTo(3));
        assertEquals(before, state());
        assertEquals(comparable(batch("/deals/batch", form, rows)), comparable(tried));
    }

    @Test
    void given_a_key_repeated_far_apart_when_the_batch_is_tried_then_it_is_counted_as_it_would_be() {
        List<String> rows = new ArrayList<>(IntStream.range(0, 11_000)
                .mapToObj(i -> Examples.inquiry("i" + i).json())
                .toList());
        rows.add(Examples.inquiry("i0").json());
        rows.add(Examples.inquiry("i1").with("region", "\"Jiangsu\"").json());

        workspace
                .postLines("/inquiries/batch?dryRun=true", rows)
                .then()
                .statusCode(207)
                .body("created", equalTo(11_000))
                .body("unchanged", equalTo(1))
                .body("rejected", equalTo(1));
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_more_rows_than_can_be_tried_together_then_too_large() {
        List<String> rows =
                IntStream.rangeClosed(0, MOST_ROWS).mapToObj(i -> "{}").toList();
        assertProblem(workspace.postLines("/inquiries/batch?dryRun=true", rows), 413)
                .body("detail", containsString("in parts"));
        workspace
                .postLines("/inquiries/batch?dryRun=true", rows.subList(0, MOST_ROWS))
                .then()
                .statusCode(207)
                .body("rejected", equalTo(MOST_ROWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void given_neither_true_nor_false_then_it_is_refused_and_nothing_is_stored(String value) {
        for (Case post : Case.all()) {
            assertProblemOf(workspace.post(post.path() + "?dryRun=" + value, post.body()), 400, "dryRun");
            assertProblemOf(
                    workspace.post(post.path() + "/batch?dryRun=" + value, "[" + post.body() + "]"), 400, "dryRun");
        }
        assertEquals(0, workspace.count("/inquiries"));
        assertEquals(0, workspace.count("/campaigns"));
    }

    @Test
    void given_dry_runs_are_declined_then_records_are_stored() {
        Response stored =
                workspace.post("/inquiries?dryRun=false", Examples.inquiry("i1").json());
        stored.then().statusCode(201).body("dryRun", nullValue()).header("Location", notNullValue());
        assertEquals(1, workspace.count("/inquiries"));
    }

    @Test
    void every_post_of_records_can_be_tried() {
        List<String> posts = ServedDocument.read().operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> !operation.path().contains("{"))
                .filter(operation -> !List.of("createApiKey", "createWorkspace").contains(operation.id()))
                .peek(operation -> assertTrue(
                        operation.parameters().stream()
                                .anyMatch(parameter ->
                                        parameter.path("name").asText().equals("dryRun")),
                        operation::toString))
                .map(operation -> operation.id())
                .toList();
        assertFalse(posts.size() < 8, posts::toString);
    }

    private Response batch(String path, String form, List<String> rows) {
        return form.equals("application/json")
                ? workspace.post(path, "[" + String.join(",", rows) + "]")
                : workspace.postLines(path, rows);
    }

    private TableState state() {
        return TableState.of(dataSource, workspace.id());
    }

    private static JsonNode comparable(Response answer) {
        ObjectNode body = (ObjectNode) Json.of(answer);
        body.remove("dryRun");
        body.remove(OWN);
        body.findParents("existingId").forEach(problem -> ((ObjectNode) problem).remove(OWN));
        return body;
    }
}
