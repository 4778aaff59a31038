package dev.leadline.intake.spend;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.intake.Examples.spend;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.batch.BatchIntake;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.Ndjson;
import dev.leadline.testing.AtOnce;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of one campaign, day and dimensions: parts of one cost within a request, a new statement in another one. */
@QuarkusTest
class RepeatedSpendTest {

    private static final String DAY = "2025-03-01";

    /** More keys than a stream keeps back before it stores the first of them. */
    private static final int MANY = 24_000;

    private static final int CAMPAIGNS = 40;

    @Inject
    DataSource dataSource;

    @Inject
    BatchIntake batches;

    @Inject
    SpendService service;

    @Inject
    WorkspaceContext contexts;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void givenAReportByDevice_whenPosted_thenItsRowsAreAdded(String form) {
        post(form, "", amounts("60", "30", "10"))
                .body("received", equalTo(3), "created", equalTo(1), "summed", equalTo(2));
        workspace
                .get("/spend")
                .then()
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo(100))
                .body("items[0].impressions", equalTo(3 * 5200))
                .body("items[0].clicks", equalTo(3 * 96));
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void givenAStoredReport_whenItIsPostedAgain_thenNothingChanges(String form) {
        post(form, "", amounts("60", "30", "10"));
        TableState before = TableState.of(dataSource, workspace.id());

        post(form, "", amounts("60", "30", "10"))
                .body("created", equalTo(0), "unchanged", equalTo(1), "updated", equalTo(0), "summed", equalTo(2));
        post(form, "", amounts("10", "60", "30")).body("unchanged", equalTo(1), "updated", equalTo(0));

        assertEquals(before, TableState.of(dataSource, workspace.id()), "no row, and no day marked as changed");
    }

    @Test
    void given_a_stored_report_when_another_request_states_the_day_then_that_replaces_it() {
        post("array", "", amounts("60", "30", "10"));
        post("array", "", amounts("65", "30", "10")).body("updated", equalTo(1), "summed", equalTo(2));
        assertAmounts(105);
        workspace
                .post("/spend", spend("g1", DAY).with("amount", "70").json())
                .then()
                .statusCode(200)
                .body("amount", equalTo(70), "warnings", hasSize(0));
        assertAmounts(70);
        post("lines", "", amounts("1", "2")).body("updated", equalTo(1), "summed", equalTo(1));
        assertAmounts(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void givenOnRepeatLast_whenAKeyIsRepeated_thenTheLastRowStays(String form) {
        post(form, "?onRepeat=last", amounts("60", "30", "10"))
                .body("created", equalTo(1), "summed", equalTo(0), "skipped", equalTo(2));
        assertAmounts(10);
        post(form, "?onRepeat=last", amounts("7", "10")).body("unchanged", equalTo(1), "skipped", equalTo(1));
        assertAmounts(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void givenOnRepeatReject_whenAKeyIsRepeated_thenTheFirstRowStaysAndTheOthersAreNamed(String form) {
        post(form, "?onRepeat=reject", amounts("60", "30", "10"))
                .body("created", equalTo(1), "rejected", equalTo(2))
                .body("problems.index", contains(1, 2))
                .body("problems.problem.status", contains(409, 409))
                .body("problems[0].problem.type", equalTo("urn:leadline:problem:repeated-key"))
                .body("problems[0].problem.detail", containsString("onRepeat=sum"));
        assertAmounts(60);
    }

    @Test
    void given_another_word_or_parameter_when_a_batch_is_posted_then_it_is_refused() {
        for (String query : List.of(
                "?onRepeat=SUM", "?onRepeat=add", "?onRepeat=", "?onrepeat=sum", "?onRepeat=sum&onRepeat=last")) {
            workspace
                    .post("/spend/batch" + query, "[" + spend("g1", DAY).json() + "]")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", containsString("epeat"));
        }
        assertEquals(0, workspace.count("/spend"));
    }

    @Test
    void given_the_sum_is_more_than_an_amount_may_be_when_posted_then_the_row_that_is_too_much_is_named() {
        post("array", "", amounts("999999999999.5", "0.6", "0.5"))
                .body("created", equalTo(1), "summed", equalTo(1), "rejected", equalTo(1))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].problem.status", equalTo(422))
                .body("problems[0].problem.errors[0].pointer", equalTo("/amount"));
        assertEquals(
                0,
                new BigDecimal("1000000000000")
                        .compareTo(new BigDecimal(
                                workspace.get("/spend").path("items[0].amount").toString())));
    }

    @Test
    void given_a_campaign_by_either_id_when_its_rows_are_posted_then_they_are_added() {
        String id = workspace.create("/campaigns", campaign("g1").json());
        String byId = spend("g1", DAY)
                .without("campaignExternalId")
                .with("campaignId", quoted(id))
                .with("amount", "30")
                .json();
        List<String> rows =
                List.of(amounts("60").get(0), byId, byId, amounts("10").get(0));
        post("array", "", rows).body("created", equalTo(1), "summed", equalTo(3));
        assertAmounts(130);
        post("lines", "", rows).body("unchanged", equalTo(1), "summed", equalTo(3));
    }

    @Test
    void given_a_campaign_that_is_not_known_by_its_id_when_a_key_is_repeated_then_each_row_is_rejected() {
        String row = spend("g1", DAY)
                .without("campaignExternalId")
                .with("campaignId", quoted("019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b"))
                .json();
        post("array", "", List.of(row, spend("g1", DAY).json(), row, row))
                .body("created", equalTo(1), "summed", equalTo(0), "rejected", equalTo(3))
                .body("problems.index", contains(0, 2, 3));
    }

    @Test
    void given_an_idempotency_key_when_the_batch_is_repeated_then_nothing_is_added() {
        String rows = amounts("60", "30", "10").toString();
        for (int i = 0; i < 2; i++) {
            workspace
                    .integration()
                    .header("Idempotency-Key", "report-1")
                    .body(rows)
                    .post("/api/v1/spend/batch")
                    .then()
                    .statusCode(207)
                    .body("created", equalTo(1), "summed", equalTo(2));
        }
        assertAmounts(100);
    }

    @Test
    void given_rows_of_a_key_far_apart_in_a_long_stream_when_posted_then_they_are_added() {
        List<String> lines = longReport();
        post("lines", "", lines).body("received", equalTo(MANY + 2), "created", equalTo(MANY), "summed", equalTo(2));
        assertFirstKey(100);

        post("lines", "", lines)
                .body(
                        "unchanged",
                        equalTo(MANY - 1),
                        "updated",
                        equalTo(1),
                        "summed",
                        equalTo(2),
                        "rejected",
                        equalTo(0));
        assertFirstKey(100);

        post("lines", "?onRepeat=reject", lines).body("updated", equalTo(1), "rejected", equalTo(2));
        assertFirstKey(60);

        post("lines", "?onRepeat=last", lines).body("skipped", equalTo(2), "rejected", equalTo(0));
        assertFirstKey(10);
    }

    @Test
    void given_a_stream_that_broke_off_behind_its_first_chunks_when_all_of_it_is_repeated_then_nothing_counts_twice() {
        List<String> lines = longReport();
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(
                        String.join("\n", lines.subList(0, MANY + 1)).getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken off");
                    }
                });
        assertThrows(
                UncheckedIOException.class,
                () -> contexts.call(workspace.id(), () -> {
                    try {
                        return batches.read(broken, MediaType.valueOf(Ndjson.MEDIA_TYPE), service.kind(), false);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        assertFirstKey(60);

        post("lines", "", lines).body("received", equalTo(MANY + 2), "rejected", equalTo(0));
        assertFirstKey(100);
    }

    @Test
    void given_different_reports_of_the_same_days_when_posted_at_once_then_each_day_has_the_sum_of_one_of_them()
            throws Exception {
        int clients = 16;
        List<String> days = IntStream.range(0, 50)
                .mapToObj(i -> LocalDate.parse(DAY).plusDays(i).toString())
                .toList();
        List<Response> answers = AtOnce.call(clients, client -> {
            List<String> rows = new ArrayList<>();
            for (String part : List.of("1", "20", "300")) {
                for (String day : days) {
                    rows.add(spend("g1", day)
                            .with("amount", Integer.toString(Integer.parseInt(part) * (client + 1)))
                            .json());
                }
            }
            if (client % 2 == 1) {
                Collections.reverse(rows);
            }
            return client % 4 < 2
                    ? workspace.post("/spend/batch", rows.toString())
                    : workspace.postLines("/spend/batch", rows);
        });
        for (Response answer : answers) {
            answer.then().statusCode(207).body("rejected", equalTo(0), "summed", equalTo(2 * days.size()));
        }
        Set<Integer> sums = new HashSet<>(IntStream.rangeClosed(1, clients)
                .mapToObj(client -> 321 * client)
                .toList());
        List<Integer> amounts = workspace.get("/spend").path("items.amount");
        assertEquals(days.size(), amounts.size());
        assertTrue(sums.containsAll(amounts), amounts::toString);
    }

    @Test
    void
            given_a_request_that_another_overtook_between_its_chunks_when_it_comes_back_to_the_day_then_the_others_sum_stands() {
        SpendBatch slow = new SpendBatch(OnRepeat.SUM);
        assertEquals(List.of(RowOutcome.created(null)), chunk(slow, false, "60"));
        workspace
                .post("/spend", spend("g1", DAY).with("amount", "5").json())
                .then()
                .statusCode(200);

        RowOutcome late = chunk(slow, true, "30").get(0);

        assertEquals(409, late.problem().status());
        assertEquals("urn:leadline:problem:overtaken", late.problem().type());
        assertAmounts(5);
    }

    @Test
    void given_a_request_that_found_a_day_unchanged_and_comes_back_to_it_then_it_is_added_to_what_it_said() {
        post("array", "", amounts("60"));
        SpendBatch batch = new SpendBatch(OnRepeat.SUM);
        assertEquals(List.of(RowOutcome.unchanged(null)), chunk(batch, false, "60"));
        assertEquals(List.of(RowOutcome.summed()), chunk(batch, true, "30"));
        assertAmounts(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void givenCostOfACampaignAndOfItsRegions_whenPostedTogether_thenTheDayIsNamed(String form) {
        post(form, "", List.of(part("region", "Jiangsu", "60"), amounts("100").get(0), part("region", "Hesse", "40")))
                .body("created", equalTo(3))
                .body("warnings", hasSize(1))
                .body("warnings[0].type", equalTo("urn:leadline:warning:counted-twice"))
                .body("warnings[0].campaignExternalId", equalTo("g1"))
                .body("warnings[0].day", equalTo(DAY))
                .body("warnings[0].detail", containsString("amount 0"));
    }

    @Test
    void given_cost_that_is_stored_when_the_rest_of_it_is_posted_then_the_day_is_named() {
        String whole = amounts("100").get(0);
        for (String dimension : List.of("region", "industry", "marketSegment")) {
            workspace = TestWorkspace.create();
            String part = part(dimension, "A", "60");
            post("array", "", List.of(part)).body("warnings", hasSize(0));
            post("array", "", List.of(whole)).body("warnings.day", contains(DAY));
            post("lines", "", List.of(part)).body("unchanged", equalTo(1), "warnings.day", contains(DAY));
            workspace.post("/spend", part).then().statusCode(200).body("warnings.campaignExternalId", contains("g1"));
        }
    }

    @Test
    void given_cost_by_industry_without_region_beside_cost_by_region_when_posted_then_the_day_is_named() {
        post("array", "", List.of(part("industry", "Automotive", "60"), part("region", "Hesse", "60")))
                .body("warnings", hasSize(1));
    }

    @Test
    void given_cost_by_parts_only_or_of_different_days_and_campaigns_when_posted_then_there_is_no_warning() {
        post(
                        "array",
                        "",
                        List.of(
                                part("region", "Jiangsu", "60"),
                                part("region", "Hesse", "40"),
                                spend("g1", "2025-03-02").json(),
                                spend("g2", DAY).json()))
                .body("created", equalTo(4), "warnings", hasSize(0));
    }

    @Test
    void given_a_day_that_counts_twice_when_one_of_the_two_is_posted_again_with_0_then_it_is_named_no_more() {
        List<String> both =
                List.of(part("region", "Jiangsu", "60"), amounts("60").get(0));
        post("array", "", both).body("warnings", hasSize(1));
        post("array", "", amounts("0")).body("updated", equalTo(1), "warnings", hasSize(0));
        post("array", "", List.of(both.get(0))).body("unchanged", equalTo(1), "warnings", hasSize(0));
    }

    @Test
    void given_many_days_that_count_twice_when_posted_then_a_hundred_are_named() {
        List<String> rows = IntStream.range(0, 150)
                .mapToObj(i -> LocalDate.parse(DAY).plusDays(i).toString())
                .flatMap(day -> Stream.of(
                        spend("g1", day).json(),
                        spend("g1", day).with("region", "\"Hesse\"").json()))
                .toList();
        post("array", "", rows).body("created", equalTo(300), "warnings", hasSize(100));
    }

    /** Writes a chunk of one key by itself, as a long stream does. */
    private List<RowOutcome> chunk(SpendBatch batch, boolean last, String amount) {
        RowWriter<SpendDraft> writer = service.kind(batch).writer();
        List<SpendDraft> rows = List.of(new SpendDraft(
                new SpendDraft.Named(
                        new CampaignReference(null, "g1"), LocalDate.parse(DAY), new Dimensions(null, null, null)),
                new SpendFigures(new BigDecimal(amount), 5200L, 96L)));
        return contexts.call(workspace.id(), () -> last ? writer.writeLast(rows) : writer.write(rows));
    }

    /** Many keys; the first of them comes twice more, when it has been stored. */
    private static List<String> longReport() {
        List<String> lines = new ArrayList<>(IntStream.range(0, MANY)
                .mapToObj(i -> spend(
                                "c" + i % CAMPAIGNS,
                                LocalDate.parse(DAY).plusDays(i / CAMPAIGNS).toString())
                        .with("amount", i == 0 ? "60" : "1")
                        .json())
                .toList());
        for (String amount : List.of("30", "10")) {
            lines.add(spend("c0", DAY).with("amount", amount).json());
        }
        return lines;
    }

    private void assertFirstKey(int amount) {
        String id = workspace.get("/campaigns?externalId=c0").path("items[0].id");
        workspace
                .get("/spend?to=" + DAY + "&campaignId=" + UUID.fromString(id))
                .then()
                .body("items.amount", contains(amount));
    }

    private void assertAmounts(Integer... amounts) {
        workspace.get("/spend").then().body("items.amount", contains(amounts));
    }

    private ValidatableResponse post(String form, String query, List<String> rows) {
        return (form.equals("array")
                        ? workspace.post("/spend/batch" + query, rows.toString())
                        : workspace.postLines("/spend/batch" + query, rows))
                .then()
                .statusCode(207);
    }

    private static List<String> amounts(String... amounts) {
        return Stream.of(amounts)
                .map(amount -> spend("g1", DAY).with("amount", amount).json())
                .toList();
    }

    private static String part(String dimension, String value, String amount) {
        return spend("g1", DAY)
                .with(dimension, quoted(value))
                .with("amount", amount)
                .json();
    }
}
