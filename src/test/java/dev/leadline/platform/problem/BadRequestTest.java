package dev.leadline.platform.problem;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be understood: each is answered by a problem that says where, and never by a 500. */
@QuarkusTest
class BadRequestTest {

    private static final int BATCH_LIMIT = 16 << 20;
    private static final int RECORD_LIMIT = 256 << 10;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1/nothing", "/api/v1/inquiries/a/b", "/q/nothing"})
    void givenNothingAtAPath_thenNotFound(String path) {
        assertProblem(workspace.admin().get(path), 404).body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22a%5C", "%C3%A9", "%F0%9F%98%80", "%7B0%7D", "%00", "a%2Fb%3Fc"})
    void givenAnAddressWithWhatMustBeEscaped_thenTheInstanceIsThatAddress(String id) {
        for (String path : List.of("/nothing/" + id, "/api/v1/inquiries/" + id)) {
            assertProblem(workspace.admin().urlEncodingEnabled(false).get(path), 404)
                    .body("instance", equalTo(path));
        }
        String path = "/api/v1/inquiries/" + id;
        assertProblem(workspace.admin().urlEncodingEnabled(false).get(path + "?unknown=1"), 400)
                .body("instance", equalTo(path));
        assertProblem(workspace.admin().urlEncodingEnabled(false).body("{").patch(path), 400)
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1", "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6", "019a3b5c7d2e7a419f3b1c2d3e4f5a6b"})
    void givenAnIdThatIsNoUuid_thenNotFound(String id) {
        assertProblem(workspace.get("/inquiries/" + id), 404);
        assertProblem(workspace.patch("/deals/" + id, "{}"), 404);
        assertProblem(workspace.admin().delete("/api/v1/api-keys/" + id), 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /api/v1/inquiries             | GET, HEAD, POST
            DELETE | /api/v1/campaigns/abc         | GET, HEAD, PATCH
            POST   | /api/v1/metrics               | GET, HEAD
            POST   | /api/v1/workspace             | GET, HEAD, PATCH
            GET    | /api/v1/api-keys/abc          | DELETE
            """)
    void given_another_method_then_those_that_are_allowed_are_named(String method, String path, String allowed) {
        assertProblem(workspace.admin().body("{}").request(method, path), 405).header("Allow", allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/x-ndjson", "nonsense", ";"})
    void givenAnotherMediaType_thenUnsupported(String type) {
        assertProblem(
                workspace
                        .integration()
                        .contentType(type)
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/inquiries"),
                415);
    }

    @Test
    void given_an_answer_in_another_media_type_is_asked_for_then_not_acceptable() {
        assertProblem(workspace.analyst().accept("text/html").get("/api/v1/inquiries"), 406)
                .body("type", equalTo("urn:leadline:problem:not-acceptable"))
                .body("detail", containsString("application/json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"externalId": "a", "message":                | /message       | is cut off
            {"externalId": "a" "message": "b"}            | /externalId    | unexpected character
            {"externalId": "a", "externalId": "b"}        | /externalId    | appears twice
            {"contact": {"name": "a", "name": "b"}}       | /contact/name  | appears twice
            {"externalId": "a"} {"externalId": "b"}       |                | after its end
            {"externalId": "a"} x                         |                | unexpected character
            {"message": NaN}                              | /message       | NaN
            {"message": Infinity}                         | /message       | NaN
            {"message": 'a'}                              | /message       | unexpected character
            {"message": "a\\x"}                           | /message       | unexpected character
            {"message": 01}                               | /message       | unexpected character
            {// comment                                   |                | unexpected character
            """)
    void givenTextThatIsNoJson_thenUnreadableAndSaysWhere(String body, String pointer, String what) {
        assertProblemAt(workspace.post("/inquiries", body), 400, pointer == null ? "" : pointer)
                .body("detail", containsString(what))
                .body("detail", containsString("near line 1, column"));
        assertProblemAt(workspace.admin().body(body).patch("/api/v1/workspace"), 400, pointer == null ? "" : pointer)
                .body("detail", containsString(what));
    }

    @Test
    void given_no_body_then_unreadable() {
        assertProblemAt(workspace.integration().post("/api/v1/inquiries"), 400, "");
        assertProblemAt(workspace.integration().body("null").post("/api/v1/inquiries"), 400, "");
        assertProblem(workspace.admin().patch("/api/v1/workspace"), 400);
        assertProblem(workspace.admin().post("/api/v1/api-keys"), 400);
        assertProblem(workspace.integration().post("/api/v1/inquiries/batch"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "true"})
    void givenAnotherKindOfJson_thenInvalid(String body) {
        assertProblemAt(workspace.post("/inquiries", body), 422, "");
        assertProblemAt(workspace.admin().body(body).patch("/api/v1/workspace"), 422, "");
    }

    @Test
    void given_deep_nesting_then_unreadable() {
        assertProblemAt(workspace.post("/inquiries", "{\"contact\":" + "[".repeat(100_000)), 422, "/contact")
                .body("errors", hasSize(1));
        assertProblem(workspace.admin().body("{\"name\":" + "[".repeat(100_000)).patch("/api/v1/workspace"), 400)
                .body("detail", containsString("nested too deeply"));
        assertProblem(workspace.post("/inquiries/batch", "[".repeat(100_000)), 400)
                .body("detail", containsString("nested too deeply"));
    }

    @Test
    void given_bytes_that_are_not_utf8_then_unreadable() {
        byte[] body = "{\"message\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblemAt(workspace.integration().body(body).post("/api/v1/inquiries"), 400, "/message")
                .body("detail", containsString("UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2025-03-10T00:00:00Z\"", "[2025,3,10]", "20250310", "\"2025-3-10\"", "\"10.03.2025\""})
    void givenADayInAnotherForm_thenInvalid(String day) {
        assertProblemAt(
                workspace.post(
                        "/spend", Examples.spend("g1", "x").with("day", day).json()),
                422,
                "/day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1741564800", "1741564800.5", "\"10.03.2025\"", "\"2025-03-10T12\"", "[2025,3,10,12,0]"})
    void givenAnInstantInAnotherForm_thenInvalid(String instant) {
        assertProblemAt(
                workspace.post(
                        "/inquiries",
                        Examples.inquiry("i1").with("receivedAt", instant).json()),
                422,
                "/receivedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1e999999999",
                "1000000000000E2147483647",
                "1E2147483648",
                "1E-2147483648",
                "0.00000000000000000001E-2147483640",
                "99999999999999999999999999999999999999"
            })
    void givenAnAbsurdNumber_thenItsFieldIsNamedAndOtherRowsAreStored(String number) {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String bad = Examples.deal("d1", "i1").with("revenue", number).json();
        String good = Examples.deal("d2", "i1").json();

        assertProblemAt(workspace.post("/deals", bad), 422, "/revenue");
        workspace
                .post("/deals/batch", "[" + bad + "," + good + "]")
                .then()
                .statusCode(207)
                .body("created", equalTo(1))
                .body("problems", hasSize(1))
                .body("problems[0].problem.errors[0].pointer", equalTo("/revenue"));
        assertProblemAt(
                workspace.admin().body("{\"targetRoi\":" + number + "}").patch("/api/v1/workspace"), 422, "/targetRoi");
        assertProblemAt(
                workspace.admin().body("{\"horizonDays\":" + number + "}").patch("/api/v1/workspace"),
                422,
                "/horizonDays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2147483648", "1E-99999999999"})
    void givenANumberNothingCanHold_whereATextOrARecordBelongs_thenInvalid(String number) {
        assertProblemAt(workspace.admin().body("{\"name\":" + number + "}").patch("/api/v1/workspace"), 422, "/name");
        assertProblemAt(
                workspace
                        .admin()
                        .body("{\"policy\":{\"fixMaturity\":[1," + number + "]}}")
                        .patch("/api/v1/workspace"),
                422,
                "/policy/fixMaturity/1");
        workspace
                .post(
                        "/inquiries/batch",
                        "[" + number + "," + Examples.inquiry("i1").json() + "]")
                .then()
                .statusCode(207)
                .body("created", equalTo(1))
                .body("problems[0].problem.status", equalTo(422));
    }

    @ParameterizedTest
    @CsvSource({"impressions, '\"  \"'", "clicks, '\"\\u0001\"'", "amount, '\" \"'"})
    void givenWhiteSpaceForANumber_thenInvalid(String field, String blank) {
        String spend = Examples.spend("g1", "2025-03-10").with(field, blank).json();
        assertProblemAt(workspace.post("/spend", spend), 422, "/" + field);
    }

    @Test
    void given_white_space_for_true_or_false_then_invalid() {
        String inquiry = Examples.inquiry("i1").with("test", "\"  \"").json();
        assertProblemAt(workspace.post("/inquiries", inquiry), 422, "/test");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 999})
    void givenANumberWithTooManyDigits_thenItsFieldIsNamedAndOtherRowsAreStored(int digits) {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String good = Examples.deal("d1", "i1").json();
        for (String number : List.of("1".repeat(digits), "0." + "1".repeat(digits - 2))) {
            String bad = Examples.deal("d2", "i1").with("revenue", number).json();
            assertProblemAt(workspace.post("/deals", bad), 422, "/revenue");
            workspace
                    .post("/deals/batch", "[" + bad + "," + good + "]")
                    .then()
                    .statusCode(207)
                    .body("problems", hasSize(1))
                    .body("problems[0].problem.errors[0].pointer", equalTo("/revenue"));
            assertProblemAt(workspace.post("/spend", "{\"clicks\":" + number + "}"), 422, "/clicks");
            assertProblemAt(
                    workspace
                            .admin()
                            .body("{\"policy\":{\"fixMaturity\":" + number + "}}")
                            .patch("/api/v1/workspace"),
                    422,
                    "/policy/fixMaturity");
        }
    }

    @Test
    void given_a_number_too_long_to_be_read_then_unreadable() {
        String number = "1".repeat(5_000);
        assertProblem(workspace.post("/deals", "{\"revenue\":" + number + "}"), 400)
                .body("detail", containsString("too many digits"));
        assertProblemAt(workspace.post("/deals/batch", "[{},{\"revenue\":" + number + "}]"), 400, "/1/revenue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "null", "[]1"})
    void givenABatchThatIsNoArray_thenTheBodyIsNamed(String body) {
        assertProblemAt(workspace.post("/deals/batch", body), 400, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST ", " ANALYST", "analyst", "", " ", "1"})
    void givenAChoiceInAnotherForm_thenInvalid(String role) {
        assertProblemAt(
                        workspace
                                .admin()
                                .body("{\"name\":\"a\",\"role\":\"" + role + "\"}")
                                .post("/api/v1/api-keys"),
                        422,
                        "/role")
                .body("detail", containsString("must be one of INTEGRATION, ANALYST, ADMIN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1-1-1-1-1", "abc", "019a3b5c7d2e7a419f3b1c2d3e4f5a6b", "{019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b}"
            })
    void givenAFilterByAnIdInAnotherForm_thenThatParameterIsNamed(String id) {
        assertProblemOf(workspace.analyst().queryParam("campaignId", id).get("/api/v1/inquiries"), 400, "campaignId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json, application/json", "nonsense", ";"})
    void givenAMediaTypeThatCannotBeRead_whenTheBodyIsZippedToo_thenUnsupported(String type) {
        assertProblem(
                workspace
                        .admin()
                        .contentType(type)
                        .header("Content-Encoding", "deflate")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .patch("/api/v1/workspace"),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "nonsense"})
    void givenABodyInAnotherCoding_thenUnsupportedAndSaysWhy(String coding) {
        assertProblem(
                        workspace
                                .integration()
                                .header("Content-Encoding", coding)
                                .body(new byte[] {31, -117, 8, 0})
                                .post("/api/v1/inquiries/batch"),
                        415)
                .body("detail", containsString("Content-Encoding"));
    }

    @Test
    void given_a_body_over_the_limit_when_its_length_is_said_then_too_large() {
        byte[] record = new byte[RECORD_LIMIT + 1];
        assertTooLarge(workspace.integration().body(record).post("/api/v1/inquiries"), RECORD_LIMIT);
        assertTooLarge(workspace.admin().body(record).patch("/api/v1/workspace"), RECORD_LIMIT);
        assertTooLarge(
                workspace.integration().body(new byte[BATCH_LIMIT + 1]).post("/api/v1/inquiries/batch"), BATCH_LIMIT);
    }

    @Test
    void given_a_body_over_the_limit_when_it_is_chunked_then_too_large_as_soon_as_too_much_is_read() {
        InputStream record = chunked(" ".repeat(RECORD_LIMIT), "{}");
        assertTooLarge(workspace.integration().body(record).post("/api/v1/inquiries"), RECORD_LIMIT);
        InputStream patch = chunked(" ".repeat(RECORD_LIMIT), "{}");
        assertTooLarge(workspace.admin().body(patch).patch("/api/v1/workspace"), RECORD_LIMIT);
        InputStream batch = chunked("[" + " ".repeat(BATCH_LIMIT), "]");
        assertTooLarge(workspace.integration().body(batch).post("/api/v1/inquiries/batch"), BATCH_LIMIT);
    }

    @Test
    void given_a_map_of_many_click_ids_when_one_record_is_as_long_as_a_batch_may_be_then_too_large() {
        String ids = IntStream.range(0, RECORD_LIMIT / 8)
                .mapToObj(i -> "\"" + i + "\":\"\"")
                .collect(Collectors.joining(",", "{", "}"));
        String fields = Examples.inquiry("i1").with("clickIds", ids).json();
        assertTooLarge(workspace.post("/inquiries", fields), RECORD_LIMIT);
    }

    @Test
    void given_a_body_over_the_limit_when_its_type_is_not_said_then_it_is_refused_all_the_same() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/inquiries"))
                .header("Authorization", "Bearer " + workspace.keys().get(1))
                .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(RECORD_LIMIT) + "{}"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertTrue(status == 413 || status == 415, "status " + status);
    }

    @Test
    void given_a_body_at_the_limit_then_it_is_read() {
        String fields = Examples.inquiry("i1").json();
        workspace
                .post("/inquiries", " ".repeat(RECORD_LIMIT - fields.length()) + fields)
                .then()
                .statusCode(201);
        String rows = "[" + fields + "]";
        workspace
                .post("/inquiries/batch", " ".repeat(BATCH_LIMIT - rows.length()) + rows)
                .then()
                .statusCode(207);
    }

    private static void assertTooLarge(Response answer, int limit) {
        assertProblem(answer, 413).body("detail", containsString(String.valueOf(limit)));
    }

    /** A body of a length that is not known beforehand. */
    private static InputStream chunked(String first, String second) {
        return new SequenceInputStream(
                new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(second.getBytes(StandardCharsets.UTF_8)));
    }
}
