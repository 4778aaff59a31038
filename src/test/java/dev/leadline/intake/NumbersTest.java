package dev.leadline.intake;

import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.testing.Problems.assertProblemAt;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.testing.Fields;
import dev.leadline.testing.Json;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of records as exports write them: with more decimals than money has, as texts, and ids as numbers. */
@QuarkusTest
class NumbersTest {

    /** As JSON, the amount that is kept, whether decimals are lost. */
    private static final List<List<String>> AMOUNTS = List.of(
            List.of("184.35", "184.35", ""),
            List.of("\"184.35\"", "184.35", ""),
            List.of("184", "184", ""),
            List.of("\"184\"", "184", ""),
            List.of("184.0", "184", ""),
            List.of("184.350000", "184.35", ""),
            List.of("1.8435e2", "184.35", ""),
            List.of("\"1.8435E+2\"", "184.35", ""),
            List.of("0", "0", ""),
            List.of("\"0.00\"", "0", ""),
            List.of("0.1234", "0.1234", ""),
            List.of("1.4299999475479126", "1.43", "rounded"),
            List.of("\"53.230001449584961\"", "53.23", "rounded"),
            List.of("0.00005", "0", "rounded"),
            List.of("0.00015", "0.0002", "rounded"),
            List.of("0.00025", "0.0002", "rounded"),
            List.of("12.345678", "12.3457", "rounded"),
            List.of("-1.4e-17", "0", "rounded"),
            List.of("1e-400", "0", "rounded"),
            List.of("999999999999.99999", "1000000000000", "rounded"));

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_every_amount_when_posted_singly_then_it_is_kept_to_four_decimals() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        for (int i = 0; i < AMOUNTS.size(); i++) {
            String given = AMOUNTS.get(i).get(0);
            JsonNode spend = Json.of(workspace.post("/spend", spend(i).json()));
            assertAmount(i, spend, "amount");
            JsonNode deal = Json.of(workspace.post("/deals", deal(i).json()));
            assertAmount(i, deal, "revenue");
            assertAmount(i, deal, "margin");
            Fields campaign = Examples.campaign("c" + i).with("dailyBudget", given);
            assertAmount(i, Json.of(workspace.post("/campaigns", campaign.json())), "dailyBudget");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void given_every_amount_when_posted_as_a_batch_then_the_rounded_rows_are_counted(boolean lines) {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        List<String> spend = new ArrayList<>();
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < AMOUNTS.size(); i++) {
            spend.add(spend(i).json());
            deals.add(deal(i).json());
        }
        int rounded = (int) AMOUNTS.stream()
                .filter(amount -> amount.get(2).equals("rounded"))
                .count();
        for (String result : List.of("created", "unchanged")) {
            for (Response answer : List.of(batch("/spend", spend, lines), batch("/deals", deals, lines))) {
                answer.then()
                        .statusCode(207)
                        .body(result, equalTo(AMOUNTS.size()))
                        .body("rounded", equalTo(rounded));
            }
        }
        BigDecimal total =
                AMOUNTS.stream().map(amount -> new BigDecimal(amount.get(1))).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal stored = BigDecimal.ZERO;
        for (JsonNode day : Json.of(workspace.get("/spend?limit=100")).path("items")) {
            stored = stored.add(new BigDecimal(day.path("amount").asText()));
        }
        assertEquals(0, total.compareTo(stored), total + " became " + stored);
    }

    @Test
    void given_rows_that_are_rejected_when_posted_then_they_are_not_counted_as_rounded() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        List<String> rows = List.of(
                Examples.deal("d1", "i1").with("revenue", "0.00001").json(),
                Examples.deal("d2", "nobody").with("revenue", "0.00001").json(),
                Examples.deal("d3", "i1")
                        .with("revenue", "0.00001")
                        .with("margin", "1e13")
                        .json(),
                Examples.deal("d4", "i1").with("margin", "-0.00001").json());
        workspace
                .post("/deals/batch", rows.toString())
                .then()
                .statusCode(207)
                .body("created", equalTo(2))
                .body("rejected", equalTo(2))
                .body("rounded", equalTo(2));
    }

    @Test
    void given_a_deal_when_its_amounts_are_changed_then_they_are_read_as_in_a_post() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String id = workspace.create("/deals", Examples.deal("d1", "i1").json());
        String campaign = workspace.get("/campaigns").path("items[0].id");
        for (int i = 0; i < AMOUNTS.size(); i++) {
            String given = AMOUNTS.get(i).get(0);
            JsonNode deal =
                    Json.of(workspace.patch("/deals/" + id, "{\"revenue\": " + given + ", \"margin\": " + given + "}"));
            assertAmount(i, deal, "revenue");
            assertAmount(i, deal, "margin");
            JsonNode changed = Json.of(workspace.patch("/campaigns/" + campaign, "{\"dailyBudget\": " + given + "}"));
            assertAmount(i, changed, "dailyBudget");
        }
    }

    @Test
    void given_the_same_amount_in_another_spelling_when_posted_again_then_it_is_the_same_record() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        Fields deal = Examples.deal("d1", "i1").with("revenue", "184.35");
        String id = workspace.create("/deals", deal.json());
        for (String same : List.of("\"184.35\"", "184.350", "184.35000000000002", "\"184.3499999999\"")) {
            workspace
                    .post("/deals", deal.with("revenue", same).json())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
        workspace.post("/deals", deal.with("revenue", "184.3501").json()).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5200       | 5200
            "5200"     | 5200
            5200.0     | 5200
            5200.000   | 5200
            "5200.0"   | 5200
            5.2e3      | 5200
            0.0        | 0
            "0"        | 0
            "007"      | 7
            """)
    void given_a_whole_number_in_another_spelling_when_posted_then_it_is_that_number(String given, int number) {
        Fields fields =
                Examples.spend("g1", "2025-03-01").with("impressions", given).with("clicks", given);
        for (Response answer : List.of(
                workspace.post("/spend/batch", "[" + fields.json() + "]"),
                workspace.postLines("/spend/batch", List.of(fields.json())))) {
            answer.then().statusCode(207).body("rejected", equalTo(0)).body("rounded", equalTo(0));
        }
        workspace
                .post("/spend", fields.json())
                .then()
                .statusCode(200)
                .body("impressions", equalTo(number))
                .body("clicks", equalTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "\"90\"", "90.0", "9e1"})
    void given_a_setting_that_is_a_whole_number_when_it_is_changed_then_it_is_read_as_in_a_post(String given) {
        workspace
                .admin()
                .body("{\"horizonDays\": " + given + "}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200)
                .body("horizonDays", equalTo(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5,200",
                "5.200,50",
                "5 200",
                "1'000",
                "$5",
                "5 EUR",
                "5%",
                "+5",
                ".5",
                "5.",
                "--5",
                "0x10",
                "NaN",
                "Infinity",
                "five",
                "\u0665",
                "1e",
                "5-"
            })
    void givenATextThatIsNoNumber_orCouldBeSeveral_whenPosted_thenTheRemedyIsTold(String text) {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        Fields spend = Examples.spend("g1", "2025-03-01");
        for (String field : List.of("amount", "impressions", "clicks")) {
            assertNoNumber("/spend", field, spend.with(field, quoted(text)));
        }
        for (String field : List.of("revenue", "margin")) {
            assertNoNumber("/deals", field, Examples.deal("d1", "i1").with(field, quoted(text)));
        }
        assertNoNumber("/campaigns", "dailyBudget", Examples.campaign("g1").with("dailyBudget", quoted(text)));
    }

    @Test
    void given_ids_as_numbers_when_posted_then_they_are_the_same_ids_as_in_quotes() {
        workspace.create(
                "/campaigns", Examples.campaign("x").with("externalId", "1001").json());
        workspace
                .post(
                        "/spend",
                        Examples.spend("x", "2025-03-01")
                                .with("campaignExternalId", "1001")
                                .json())
                .then()
                .statusCode(201);
        Fields inquiry = Examples.inquiry("x").with("externalId", "1002").with("campaignExternalId", "1001.0");
        String inquiryId = workspace.create("/inquiries", inquiry.json());
        workspace
                .post(
                        "/inquiries",
                        inquiry.with("externalId", "\"1002\"")
                                .with("campaignExternalId", "\"1001\"")
                                .json())
                .then()
                .statusCode(200)
                .body("id", equalTo(inquiryId))
                .body("externalId", equalTo("1002"));
        Fields deal = Examples.deal("x", "x")
                .with("externalId", "12345678901234567890123")
                .with("inquiryExternalId", "1002.00");
        workspace
                .post("/deals", deal.json())
                .then()
                .statusCode(201)
                .body("inquiryId", equalTo(inquiryId))
                .body("externalId", equalTo("12345678901234567890123"));
        assertEquals(1, workspace.count("/campaigns"));
        for (boolean lines : new boolean[] {false, true}) {
            batch("/inquiries", List.of(inquiry.json()), lines).then().body("unchanged", equalTo(1));
            batch("/deals", List.of(deal.json()), lines).then().body("unchanged", equalTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "1.23457E+12", "true", "[]"})
    void givenAnIdThatIsNoTextAndNoWholeNumber_whenPosted_thenItIsRefused(String id) {
        assertProblemAt(
                workspace.post(
                        "/inquiries",
                        Examples.inquiry("x").with("externalId", id).json()),
                422,
                "/externalId");
        assertProblemAt(
                workspace.post(
                        "/spend",
                        Examples.spend("x", "2025-03-01")
                                .with("campaignExternalId", id)
                                .json()),
                422,
                "/campaignExternalId");
    }

    private static Fields spend(int i) {
        return Examples.spend("g1", "2025-03-" + (10 + i))
                .with("amount", AMOUNTS.get(i).get(0));
    }

    private static Fields deal(int i) {
        return Examples.deal("d" + i, "i1")
                .with("revenue", AMOUNTS.get(i).get(0))
                .with("margin", AMOUNTS.get(i).get(0));
    }

    private Response batch(String path, List<String> rows, boolean lines) {
        return lines ? workspace.postLines(path + "/batch", rows) : workspace.post(path + "/batch", rows.toString());
    }

    private static void assertAmount(int i, JsonNode stored, String field) {
        BigDecimal expected = new BigDecimal(AMOUNTS.get(i).get(1));
        String label = field + " of " + AMOUNTS.get(i).get(0) + ": " + stored;
        assertEquals(0, expected.compareTo(new BigDecimal(stored.path(field).asText("-1"))), label);
    }

    private void assertNoNumber(String path, String field, Fields fields) {
        assertProblemAt(workspace.post(path, fields.json()), 422, "/" + field)
                .body("errors[0].detail", containsString("without separators or units"));
        for (boolean lines : new boolean[] {false, true}) {
            batch(path, List.of(fields.json()), lines)
                    .then()
                    .body("rejected", equalTo(1))
                    .body("problems[0].problem.errors[0].pointer", equalTo("/" + field));
        }
    }
}
