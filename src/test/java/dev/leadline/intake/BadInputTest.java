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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /**
     * A field with values that it must not have.
     *
     * @param path where such records are posted
     * @param values in JSON
     */
    record FaultyField(String path, String field, List<String> values) {

        @Override
        public String toString() {
            return field + " of " + path;
        }
    }

    /** A kind of record, by the path to which it is posted, and what its fields must not be. */
    private record Kind(String path) {

        /** Whatever the field means. */
        private static final List<String> NO_TEXT =
                List.of("true", "[]", "{}", json("'a\\u0000b'"), json("'\\ud800'"), json("'\\udc00\\ud800'"));

        Stream<FaultyField> texts(int longest, String... names) {
            return texts(Stream.concat(Stream.of("5"), NO_TEXT.stream()).toList(), longest, names);
        }

        /** Ids may be whole numbers. */
        Stream<FaultyField> idTexts(int longest, String... names) {
            return texts(
                    Stream.concat(Stream.of("1.5", "1e3"), NO_TEXT.stream()).toList(), longest, names);
        }

        private Stream<FaultyField> texts(List<String> faulty, int longest, String... names) {
            String tooLong = Examples.quoted("x".repeat(longest + 1));
            return Stream.of(names)
                    .map(name -> new FaultyField(
                            path,
                            name,
                            Stream.concat(faulty.stream(), Stream.of(tooLong)).toList()));
        }

        Stream<FaultyField> money(String name) {
            return values(
                    name,
                    "'5,00'",
                    "'5 USD'",
                    "''",
                    "true",
                    "[]",
                    "{}",
                    "1000000000000.0001",
                    "'1000000000000.0001'",
                    "10000000000000",
                    "1e400",
                    "-1e400",
                    "'1e400'",
                    "'1e-2147483648'",
                    "1e2147483647",
                    "1e-2147483647",
                    "1e99999999999",
                    "9".repeat(99));
        }

        Stream<FaultyField> wholeNumber(String name) {
            return values(
                    name,
                    "-1",
                    "1.5",
                    "1e400",
                    "1000000000001",
                    "99999999999999999999",
                    "'1.5'",
                    "'5,000'",
                    "true",
                    "[]");
        }

        /** @param tooFarAhead the first number of days from now that is too large */
        Stream<FaultyField> day(String name, int tooFarAhead) {
            LocalDate tooLate = LocalDate.now(ZoneOffset.UTC).plusDays(tooFarAhead);
            return values(
                    name,
                    "20250301",
                    "true",
                    "[2025, 3, 1]",
                    "''",
                    "'2025-02-30'",
                    "'2025-3-1'",
                    "'2025-03-01T00:00:00Z'",
                    "'1999-12-31'",
                    "'+999999999-12-31'",
                    Examples.quoted(tooLate.toString()));
        }

        Stream<FaultyField> instant(String name) {
            OffsetDateTime tooLate = OffsetDateTime.now(ZoneOffset.UTC).plusDays(3);
            return values(
                    name,
                    "1741608000",
                    "true",
                    "[]",
                    "''",
                    "'10.03.2025'",
                    "'2025-03-10T12'",
                    "'2025-02-30'",
                    "'2025-03-10T25:00:00Z'",
                    "'1999-12-30T00:00:00Z'",
                    "'+999999999-12-31T23:59:59-18:00'",
                    "'-999999999-01-01T00:00:00+18:00'",
                    Examples.quoted(tooLate.toString()));
        }

        Stream<FaultyField> id(String name) {
            return values(name, "5", "'5'", "true", "[]", "{}");
        }

        /** @param values in JSON with single quotes */
        Stream<FaultyField> values(String name, String... values) {
            return Stream.of(new FaultyField(
                    path, name, Stream.of(values).map(BadInputTest::json).toList()));
        }
    }

    /** JSON, of a text that has single quotes in place of double ones. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    static Stream<FaultyField> faultyFields() {
        Kind campaigns = new Kind("/campaigns");
        Kind spend = new Kind("/spend");
        Kind inquiries = new Kind("/inquiries");
        Kind deals = new Kind("/deals");
        return Stream.of(
                        campaigns.idTexts(200, "externalId"),
                        campaigns.texts(200, "name", "channel", "store", "product", "category"),
                        campaigns.texts(200, "priceTier", "region", "industry", "marketSegment"),
                        campaigns.values("externalId", "null", "''", "' \\u3000 '"),
                        campaigns.money("dailyBudget"),
                        campaigns.values("dailyBudget", "-0.01"),
                        campaigns.day("startDate", 3_670),
                        campaigns.day("endDate", 3_670),
                        campaigns.values("endDate", "'2025-01-04'"),
                        campaigns.values("status", "'DISCOVERED'", "'active'", "''", "1", "true", "[]"),
                        spend.idTexts(200, "campaignExternalId"),
                        spend.texts(200, "region", "industry", "marketSegment"),
                        spend.id("campaignId"),
                        spend.day("day", 5),
                        spend.values("day", "null"),
                        spend.money("amount"),
                        spend.values("amount", "null", "-1"),
                        spend.wholeNumber("impressions"),
                        spend.wholeNumber("clicks"),
                        inquiries.texts(100, "source"),
                        inquiries.idTexts(200, "externalId", "campaignExternalId"),
                        inquiries.texts(200, "region", "industry"),
                        inquiries.texts(200, "marketSegment"),
                        inquiries.texts(10_000, "message"),
                        inquiries.values("externalId", "null", "''", "'\\u2003'"),
                        inquiries.id("campaignId"),
                        inquiries.instant("receivedAt"),
                        inquiries.values("receivedAt", "null"),
                        inquiries.instant("firstRespondedAt"),
                        inquiries.values("status", "'WON'", "'new'", "0", "{}"),
                        inquiries.values("test", "'true'", "1", "0", "''", "[]"),
                        inquiries.values("contact", "'Mei'", "[]", "5"),
                        inquiries.values("clickIds", "'abc'", "[]", "5"),
                        deals.idTexts(200, "externalId", "inquiryExternalId"),
                        deals.texts(100, "inquirySource"),
                        deals.id("inquiryId"),
                        deals.instant("closedAt"),
                        deals.values("closedAt", "null"),
                        deals.instant("cancelledAt"),
                        deals.money("revenue"),
                        deals.values("revenue", "null", "-1"),
                        deals.money("margin"),
                        deals.values("margin", "-1000000000000.0001"),
                        deals.values("status", "'LOST'", "1", "[]"))
                .flatMap(fields -> fields);
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("faultyFields")
    void given_a_faulty_field_when_posted_then_the_problem_names_it(FaultyField faulty) {
        String path = faulty.path();
        String field = faulty.field();
        Fields base = VALID.get(path);
        Fields fields = field.equals("cancelledAt") ? base.with("status", json("'CANCELLED'")) : base;
        List<String> rows = faulty.values().stream()
                .map(value -> fields.with(field, value).json())
                .toList();
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

    /**
     * A fault within a field of an inquiry.
     *
     * @param value of the field, in JSON
     * @param pointer to the part at fault
     */
    record FaultyPart(String field, String value, String pointer) {}

    static Stream<FaultyPart> faultyParts() {
        return Stream.of(
                new FaultyPart("contact", json("{'email': 5}"), "/contact/email"),
                new FaultyPart("contact", json("{'name': '\\u0000'}"), "/contact/name"),
                new FaultyPart("contact", json("{'phone': '" + "1".repeat(321) + "'}"), "/contact/phone"),
                new FaultyPart("contact", json("{'fax': '1'}"), "/contact/fax"),
                new FaultyPart("clickIds", json("{'gclid': 5}"), "/clickIds/gclid"),
                new FaultyPart("clickIds", json("{'gclid': '\\ud800'}"), "/clickIds/gclid"),
                new FaultyPart("clickIds", json("{'gclid': '" + "1".repeat(501) + "'}"), "/clickIds/gclid"),
                new FaultyPart("clickIds", json("{'a\\u0000': '1'}"), "/clickIds"),
                new FaultyPart("clickIds", json("{'" + "k".repeat(51) + "': '1'}"), "/clickIds/" + "k".repeat(51)),
                new FaultyPart("clickIds", manyClickIds(), "/clickIds"));
    }

    private static String manyClickIds() {
        return IntStream.range(0, 21)
                .mapToObj(i -> json("'k" + i + "': '1'"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @ParameterizedTest
    @MethodSource("faultyParts")
    void given_a_fault_within_a_field_when_posted_then_the_problem_names_the_part(FaultyPart faulty) {
        workspace
                .post(
                        "/inquiries",
                        VALID.get("/inquiries")
                                .with(faulty.field(), faulty.value())
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(faulty.pointer()));
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
    void given_a_patch_with_a_number_out_of_all_bounds_when_sent_then_it_is_refused_by_its_field() {
        String id = workspace.get("/campaigns").path("items[0].id");
        for (String value : List.of("1e99999999999", "1e400", "-0.0001")) {
            workspace
                    .patch("/campaigns/" + id, "{\"dailyBudget\": " + value + "}")
                    .then()
                    .statusCode(anyOf(equalTo(400), equalTo(422)))
                    .body("errors[0].pointer", equalTo("/dailyBudget"));
        }
    }

    @Test
    void given_an_unknown_field_with_a_name_that_cannot_be_shown_when_posted_then_it_is_still_a_problem() {
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
    void given_bytes_that_are_no_text_when_posted_then_they_are_refused() {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /campaigns | status      | NEW
            /campaigns | externalId  | a%00
            /campaigns | externalID  | g1
            /campaigns | limit       | 0
            /campaigns | limit       | 501
            /campaigns | cursor      | x
            /campaigns | cursor      | AAAA
            /spend     | campaignId  | 5
            /spend     | from        | yesterday
            /spend     | to          | %2B999999999-01-01
            /spend     | cursor      | KzEyMzQ1Ni0wMS0wMQ.MQ...
            /inquiries | status      | ''
            /inquiries | campaignId  | %20
            /inquiries | from        | 2025-01-02&to=2025-01-01
            /inquiries | source      | a&source=b
            /deals     | inquiryId   | 5
            /deals     | status      | LOST
            /deals     | to          | 2025-02-30
            """)
    void given_a_faulty_parameter_when_listed_then_the_problem_names_it(String path, String name, String value) {
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
