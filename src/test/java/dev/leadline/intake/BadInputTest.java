package dev.leadline.intake;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be: every field of every kind of record, singly and as a row of a batch. */
@QuarkusTest
class BadInputTest {

    private static final Map<String, Fields> VALID = Map.of(
            "/campaigns", Examples.campaign("x1"),
            "/spend", Examples.spend("x1", "2025-03-01"),
            "/inquiries", Examples.inquiry("x1"),
            "/deals", Examples.deal("x1", "i1"));

    private static TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        if (workspace == null) {
            workspace = TestWorkspace.create();
            workspace.create("/inquiries", Examples.inquiry("i1").json());
        }
    }

    /** What was there before, one inquiry and its campaign, is all there is. */
    private static void assertNothingStored(String path) {
        boolean hadOne = path.equals("/campaigns") || path.equals("/inquiries");
        assertEquals(hadOne ? 1 : 0, workspace.count(path), path);
    }

    static Stream<Arguments> faultyFields() {
        Stream<Arguments> texts = Stream.of(
                        texts("/campaigns", 200, "externalId", "name", "channel", "store", "product", "category"),
                        texts("/campaigns", 200, "priceTier", "region", "industry", "marketSegment"),
                        texts("/spend", 200, "campaignExternalId", "region", "industry", "marketSegment"),
                        texts("/inquiries", 100, "source"),
                        texts("/inquiries", 200, "externalId", "campaignExternalId", "region", "industry"),
                        texts("/inquiries", 200, "marketSegment"),
                        texts("/inquiries", 10_000, "message"),
                        texts("/deals", 200, "externalId", "inquiryExternalId"),
                        texts("/deals", 100, "inquirySource"))
                .flatMap(arguments -> arguments);
        Stream<Arguments> others = Stream.of(
                money("/campaigns", "dailyBudget"),
                values("/campaigns", "dailyBudget", "-0.01"),
                days("/campaigns", "startDate", 3_670),
                days("/campaigns", "endDate", 3_670),
                values("/campaigns", "endDate", "\"2025-01-04\""),
                values("/campaigns", "status", "\"DISCOVERED\"", "\"active\"", "\"\"", "1", "true", "[]"),
                values("/campaigns", "externalId", "null", "\"\"", "\" \\u3000 \""),
                ids("/spend", "campaignId"),
                days("/spend", "day", 5),
                values("/spend", "day", "null"),
                money("/spend", "amount"),
                values("/spend", "amount", "null", "-1"),
                wholeNumbers("/spend", "impressions"),
                wholeNumbers("/spend", "clicks"),
                values("/inquiries", "externalId", "null", "\"\"", "\"\\u2003\""),
                ids("/inquiries", "campaignId"),
                instants("/inquiries", "receivedAt"),
                instants("/inquiries", "firstRespondedAt"),
                values("/inquiries", "status", "\"WON\"", "\"new\"", "0", "{}"),
                values("/inquiries", "test", "\"true\"", "1", "0", "\"\"", "[]"),
                values("/inquiries", "contact", "\"Mei\"", "[]", "5"),
                values("/inquiries", "clickIds", "\"abc\"", "[]", "5"),
                ids("/deals", "inquiryId"),
                instants("/deals", "closedAt"),
                values("/deals", "closedAt", "null"),
                instants("/deals", "cancelledAt"),
                money("/deals", "revenue"),
                values("/deals", "revenue", "null", "-1"),
                money("/deals", "margin"),
                values("/deals", "margin", "-1000000000000.0001"),
                values("/deals", "status", "\"LOST\"", "1", "[]"));
        return Stream.concat(texts, others);
    }

    private static Stream<Arguments> texts(String path, int longest, String... fields) {
        return Stream.of(fields)
                .map(field -> values(
                        path,
                        field,
                        "5",
                        "true",
                        "[]",
                        "{}",
                        "\"a\\u0000b\"",
                        "\"\\ud800\"",
                        "\"\\udc00\\ud800\"",
                        '"' + "x".repeat(longest + 1) + '"'));
    }

    private static Arguments money(String path, String field) {
        return values(
                path,
                field,
                "\"5\"",
                "true",
                "[]",
                "{}",
                "0.00001",
                "1000000000000.0001",
                "10000000000000",
                "1e400",
                "-1e400",
                "1e-400",
                "1e2147483647",
                "1e-2147483647",
                "1e99999999999",
                "9".repeat(99));
    }

    private static Arguments wholeNumbers(String path, String field) {
        return values(
                path, field, "-1", "1.5", "1e400", "1000000000001", "99999999999999999999", "\"5\"", "true", "[]");
    }

    private static Arguments days(String path, String field, int daysAhead) {
        return values(
                path,
                field,
                "20250301",
                "true",
                "[2025, 3, 1]",
                "\"\"",
                "\"2025-02-30\"",
                "\"2025-3-1\"",
                "\"2025-03-01T00:00:00Z\"",
                "\"1999-12-31\"",
                "\"+999999999-12-31\"",
                '"' + LocalDate.now(ZoneOffset.UTC).plusDays(daysAhead).toString() + '"');
    }

    private static Arguments instants(String path, String field) {
        return values(
                path,
                field,
                "1741608000",
                "true",
                "[]",
                "\"\"",
                "\"2025-03-10\"",
                "\"2025-03-10T12:00:00\"",
                "\"2025-03-10T25:00:00Z\"",
                "\"1999-12-30T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59-18:00\"",
                "\"-999999999-01-01T00:00:00+18:00\"",
                '"' + OffsetDateTime.now(ZoneOffset.UTC).plusDays(3).toString() + '"');
    }

    private static Arguments ids(String path, String field) {
        return values(path, field, "5", "\"5\"", "true", "[]", "{}");
    }

    private static Arguments values(String path, String field, String... values) {
        return Arguments.of(path, field, List.of(values));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("faultyFields")
    void givenAFaultyField_whenPosted_thenTheProblemNamesIt(String path, String field, List<String> values) {
        Fields base = VALID.get(path);
        Fields fields = field.equals("cancelledAt") ? base.with("status", "\"CANCELLED\"") : base;
        List<String> rows =
                values.stream().map(value -> fields.with(field, value).json()).toList();
        Response single = workspace.post(path, rows.get(0));
        assertEquals(422, single.statusCode(), rows.get(0));
        assertTrue(single.<List<String>>path("errors.pointer").contains("/" + field), rows.get(0));
        assertAllRejected(rows, field, workspace.post(path + "/batch", rows.toString()));
        assertAllRejected(rows, field, workspace.postLines(path + "/batch", rows));
        assertNothingStored(path);
    }

    private static void assertAllRejected(List<String> rows, String field, Response answer) {
        answer.then().statusCode(207).body("rejected", equalTo(rows.size()));
        List<List<String>> pointers = answer.path("problems.problem.errors.pointer");
        for (int i = 0; i < rows.size(); i++) {
            assertTrue(pointers.get(i).contains("/" + field), rows.get(i));
        }
    }

    static Stream<Arguments> faultyParts() {
        return Stream.of(
                Arguments.of("contact", "{\"email\": 5}", "/contact/email"),
                Arguments.of("contact", "{\"name\": \"\\u0000\"}", "/contact/name"),
                Arguments.of("contact", "{\"phone\": \"" + "1".repeat(321) + "\"}", "/contact/phone"),
                Arguments.of("contact", "{\"fax\": \"1\"}", "/contact/fax"),
                Arguments.of("clickIds", "{\"gclid\": 5}", "/clickIds/gclid"),
                Arguments.of("clickIds", "{\"gclid\": \"\\ud800\"}", "/clickIds/gclid"),
                Arguments.of("clickIds", "{\"gclid\": \"" + "1".repeat(501) + "\"}", "/clickIds/gclid"),
                Arguments.of("clickIds", "{\"a\\u0000\": \"1\"}", "/clickIds"),
                Arguments.of("clickIds", "{\"" + "k".repeat(51) + "\": \"1\"}", "/clickIds/" + "k".repeat(51)),
                Arguments.of("clickIds", manyClickIds(), "/clickIds"));
    }

    private static String manyClickIds() {
        return Stream.iterate(0, i -> i < 21, i -> i + 1)
                .map(i -> "\"k" + i + "\": \"1\"")
                .toList()
                .toString()
                .replace('[', '{')
                .replace(']', '}');
    }

    @ParameterizedTest
    @MethodSource("faultyParts")
    void givenAFaultWithinAField_whenPosted_thenTheProblemNamesThePart(String field, String value, String pointer) {
        workspace
                .post("/inquiries", VALID.get("/inquiries").with(field, value).json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/campaigns", "/spend", "/inquiries", "/deals"})
    void givenABodyThatIsNoJson_whenPosted_thenItIsUnreadable(String path) {
        Fields valid = VALID.get(path);
        String json = valid.json();
        List<String> bodies = List.of(
                "",
                "nonsense",
                json.substring(0, json.length() - 1),
                json + "{}",
                json + "]",
                "{'externalId': 'x1'}",
                json.replaceFirst("\\{", "{\"region\":\"a\",\"region\":\"b\","),
                valid.with("region", "NaN").json(),
                valid.with("region", "-Infinity").json());
        for (String body : bodies) {
            Response answer = workspace.post(path, body);
            assertEquals(400, answer.statusCode(), body);
            assertEquals("application/problem+json", answer.contentType(), body);
        }
        assertNothingStored(path);
    }

    /** An unknown field may be reported before what is wrong with its value is met. */
    @ParameterizedTest
    @ValueSource(strings = {"/campaigns", "/spend", "/inquiries", "/deals"})
    void givenAValueOutOfAllBounds_whenPosted_thenItIsRefused(String path) {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        for (String value : List.of("1e99999999999", "9".repeat(1_000), deep)) {
            for (String field : List.of("region", "unknown")) {
                Response answer =
                        workspace.post(path, VALID.get(path).with(field, value).json());
                answer.then()
                        .statusCode(anyOf(equalTo(400), equalTo(422)))
                        .contentType("application/problem+json")
                        .body("errors", hasSize(1));
            }
        }
        assertNothingStored(path);
    }

    @Test
    void givenAPatchWithANumberOutOfAllBounds_whenSent_thenItIsRefusedByItsField() {
        String id = workspace.get("/campaigns").path("items[0].id");
        for (String value : List.of("1e99999999999", "1e400", "-0.00001")) {
            workspace
                    .patch("/campaigns/" + id, "{\"dailyBudget\": " + value + "}")
                    .then()
                    .statusCode(anyOf(equalTo(400), equalTo(422)))
                    .body("errors[0].pointer", equalTo("/dailyBudget"));
        }
    }

    @Test
    void givenAnUnknownFieldWithANameThatCannotBeShown_whenPosted_thenItIsStillAProblem() {
        for (String name : List.of("\\ud800", "a\\udc00\\ud800", "a\\u0000", "a/b~c")) {
            Fields valid = VALID.get("/inquiries");
            for (Fields fields : List.of(valid.with(name, "1"), valid.with("clickIds", "{\"" + name + "/\": 5}"))) {
                workspace
                        .post("/inquiries", fields.json())
                        .then()
                        .statusCode(anyOf(equalTo(400), equalTo(422)))
                        .contentType("application/problem+json")
                        .body("errors", hasSize(1));
                workspace
                        .post("/inquiries/batch", "[" + fields.json() + "]")
                        .then()
                        .statusCode(anyOf(equalTo(400), equalTo(207)));
                workspace
                        .postLines("/inquiries/batch", List.of(fields.json()))
                        .then()
                        .statusCode(207)
                        .body("rejected", equalTo(1));
            }
        }
    }

    @Test
    void givenBytesThatAreNoText_whenPosted_thenTheyAreRefused() {
        byte[][] bodies = {
            "{\"externalId\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            {0, 0, 0, '{', 0, 0x11, 0, 0, 0, 0, 0, '}'},
            {(byte) 0xff, (byte) 0xfe, '{'},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        };
        for (byte[] body : bodies) {
            for (String path : List.of("/api/v1/inquiries", "/api/v1/inquiries/batch")) {
                Response answer = workspace.integration().body(body).post(path);
                assertEquals(400, answer.statusCode(), answer.asString());
            }
            workspace
                    .integration()
                    .contentType("application/x-ndjson")
                    .body(body)
                    .post("/api/v1/inquiries/batch")
                    .then()
                    .statusCode(207)
                    .body("rejected", equalTo(1));
        }
        assertNothingStored("/inquiries");
    }

    static Stream<Arguments> faultyParameters() {
        return Stream.of(
                Arguments.of("/campaigns", "status", "NEW"),
                Arguments.of("/campaigns", "externalId", "a%00"),
                Arguments.of("/campaigns", "externalID", "g1"),
                Arguments.of("/campaigns", "limit", "0"),
                Arguments.of("/campaigns", "limit", "501"),
                Arguments.of("/campaigns", "cursor", "x"),
                Arguments.of("/campaigns", "cursor", "AAAA"),
                Arguments.of("/spend", "campaignId", "5"),
                Arguments.of("/spend", "from", "yesterday"),
                Arguments.of("/spend", "to", "%2B999999999-01-01"),
                Arguments.of("/spend", "cursor", "KzEyMzQ1Ni0wMS0wMQ.MQ..."),
                Arguments.of("/inquiries", "status", ""),
                Arguments.of("/inquiries", "campaignId", "%20"),
                Arguments.of("/inquiries", "from", "2025-01-02&to=2025-01-01"),
                Arguments.of("/inquiries", "source", "a&source=b"),
                Arguments.of("/deals", "inquiryId", "5"),
                Arguments.of("/deals", "status", "LOST"),
                Arguments.of("/deals", "to", "2025-02-30"));
    }

    @ParameterizedTest
    @MethodSource("faultyParameters")
    void givenAFaultyParameter_whenListed_thenTheProblemNamesIt(String path, String name, String value) {
        workspace
                .analyst()
                .urlEncodingEnabled(false)
                .get("/api/v1" + path + "?" + name + "=" + value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(name));
    }
}
