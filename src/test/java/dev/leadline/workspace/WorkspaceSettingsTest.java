package dev.leadline.workspace;

import static dev.leadline.testing.Problems.assertProblemAt;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a workspace through the running service. */
@QuarkusTest
class WorkspaceSettingsTest {

    private static final String PATH = "/api/v1/workspace";
    private static final String TOO_LONG = "x".repeat(201);

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_a_new_workspace_then_all_settings_have_their_defaults() {
        JsonPath settings = settings();

        assertEquals("USD", settings.getString("currency"));
        assertEquals("UTC", settings.getString("timeZone"));
        assertEquals(BigDecimal.ZERO, decimal(settings, "targetRoi"));
        assertEquals(180, settings.getInt("horizonDays"));
        assertNull(settings.<Object>get("defaultMarginRate"));
        assertNull(settings.<Object>get("dealsTrackedFrom"));
        assertEquals(BigDecimal.ZERO, decimal(settings, "handlingCostPerInquiry"));
        assertEquals(BigDecimal.ZERO, decimal(settings, "discountRate"));
        assertEquals("MONDAY", settings.getString("weekStart"));
        assertEquals(new BigDecimal("0.9"), decimal(settings, "policy.scaleProbability"));
        assertEquals(new BigDecimal("0.6"), decimal(settings, "policy.scaleEndProbability"));
        assertEquals(new BigDecimal("0.75"), decimal(settings, "policy.leaveOutProbability"));
        assertEquals(new BigDecimal("0.9"), decimal(settings, "policy.fixProbability"));
        assertEquals(new BigDecimal("0.5"), decimal(settings, "policy.fixMaturity"));
        assertEquals(20, settings.getInt("policy.minimumDeals"));
        assertEquals(2, settings.getInt("policy.minimumCycles"));
        assertEquals(new BigDecimal("0.2"), decimal(settings, "policy.maximumVolumeSpread"));
    }

    @Test
    void when_some_settings_are_changed_then_the_answer_shows_them_and_the_rest_stays() {
        patch("""
                        {"name":" Northfield ","targetRoi":0.3,"defaultMarginRate":0.35,"dealsTrackedFrom":"2025-01-31",
                         "policy":{"minimumDeals":30}}""")
                .then()
                .statusCode(200)
                .body("name", equalTo("Northfield"))
                .body("targetRoi", equalTo(0.3f))
                .body("defaultMarginRate", equalTo(0.35f))
                .body("dealsTrackedFrom", equalTo("2025-01-31"))
                .body("horizonDays", equalTo(180))
                .body("policy.minimumDeals", equalTo(30))
                .body("policy.scaleProbability", equalTo(0.9f));
        assertEquals("2025-01-31", settings().getString("dealsTrackedFrom"));
        assertEquals(30, settings().getInt("policy.minimumDeals"));
    }

    @Test
    void when_weeks_are_to_begin_on_sunday_then_they_do_and_the_audit_tells() {
        patch("{\"weekStart\":\"SUNDAY\"}").then().statusCode(200).body("weekStart", equalTo("SUNDAY"));
        assertEquals("SUNDAY", settings().getString("weekStart"));
        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=WORKSPACE")
                .then()
                .body("items[0].changes.weekStart.from", equalTo("MONDAY"))
                .body("items[0].changes.weekStart.to", equalTo("SUNDAY"));
    }

    @Test
    void when_nothing_is_named_then_nothing_changes() {
        String before = workspace.admin().get(PATH).asString();
        assertEquals(before, patch("{}").asString());
        assertEquals(before, patch("""
                {"policy":{}}""").asString());
    }

    @Test
    void when_optional_settings_are_set_to_null_then_they_are_removed() {
        patch("""
                {"defaultMarginRate":0.35,"dealsTrackedFrom":"2025-01-31"}""").then().statusCode(200);
        patch("""
                {"defaultMarginRate":null,"dealsTrackedFrom":null}""").then().statusCode(200).body("defaultMarginRate", nullValue()).body("dealsTrackedFrom", nullValue());
    }

    @Test
    void when_a_threshold_is_set_to_null_then_it_goes_back_to_its_default_and_the_others_stay() {
        patch("""
                {"policy":{"minimumDeals":30,"fixMaturity":0.6}}""").then().statusCode(200);
        patch("""
                {"policy":{"minimumDeals":null}}""")
                .then()
                .statusCode(200)
                .body("policy.minimumDeals", equalTo(20))
                .body("policy.fixMaturity", equalTo(0.6f));
        patch("""
                {"policy":null}""").then().statusCode(200).body("policy.fixMaturity", equalTo(0.5f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            targetRoi              | -0.9  | 100     | -0.9001     | 100.0001
            horizonDays            | 1     | 1095    | 0           | 1096
            defaultMarginRate      | 0     | 1       | -0.0001     | 1.0001
            handlingCostPerInquiry | 0     | 1000000000 | -0.0001  | 1000000000.0001
            discountRate           | 0     | 1       | -0.0001     | 1.0001
            """)
    void given_a_setting_at_its_bounds_then_accepted_and_beyond_then_refused(
            String name, String least, String most, String below, String above) {
        assertBounds(name, name, least, most, below, above);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scaleProbability    | 0.75  | 0.999 | 0.4999 | 0.9991
            scaleEndProbability | 0.1   | 0.8   | 0.0999 | 0.9991
            leaveOutProbability | 0.1   | 0.9   | 0.0999 | 0.9991
            fixProbability      | 0.75  | 0.999 | 0.4999 | 0.9991
            fixMaturity         | 0     | 1     | -0.0001 | 1.0001
            minimumDeals        | 1     | 10000 | 0      | 10001
            minimumCycles       | 1     | 12    | 0      | 13
            maximumVolumeSpread | 0.05  | 2     | 0.0499 | 2.0001
            """)
    void given_a_threshold_at_its_bounds_then_accepted_and_beyond_then_refused(
            String name, String least, String most, String below, String above) {
        assertBounds("policy/" + name, "policy." + name, least, most, below, above);
    }

    private void assertBounds(String pointer, String path, String least, String most, String below, String above) {
        for (String good : List.of(least, most)) {
            patch(nested(pointer, good)).then().statusCode(200);
            assertEquals(0, new BigDecimal(good).compareTo(decimal(settings(), path)), path + " " + good);
        }
        for (String bad : List.of(below, above)) {
            assertProblemAt(patch(nested(pointer, bad)), 422, "/" + pointer);
        }
        assertEquals(0, new BigDecimal(most).compareTo(decimal(settings(), path)), "a refusal changes nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                       | null
            name                       | ""
            name                       | " "
            name                       | 1
            name                       | "a\\u0000b"
            name                       | "a\\ud800"
            currency                   | null
            currency                   | "XXX"
            currency                   | "usd"
            timeZone                   | null
            timeZone                   | "Mars/Base"
            timeZone                   | "+02:00"
            targetRoi                  | null
            targetRoi                  | "30 %"
            targetRoi                  | 0.00001
            targetRoi                  | true
            horizonDays                | null
            horizonDays                | 1.5
            horizonDays                | "180 days"
            defaultMarginRate          | 0.12345
            dealsTrackedFrom           | "1999-12-31"
            dealsTrackedFrom           | "2025-02-30"
            dealsTrackedFrom           | "2025-01-01T00:00:00Z"
            dealsTrackedFrom           | 20250101
            dealsTrackedFrom           | [2025,1,1]
            handlingCostPerInquiry     | null
            discountRate               | null
            policy                     | []
            policy                     | 1
            policy/scaleProbability    | "0,9"
            policy/minimumDeals        | 20.5
            policy/leaveOutProbability | 0.12345
            policy/unknown             | 1
            policy/unknown             | null
            policy/falseDiscoveryRate  | 0.1
            unknown                    | 1
            unknown                    | null
            weekStart                  | "TUESDAY"
            weekStart                  | "sunday"
            weekStart                  | null
            weekStart                  | 7
            settings                   | {}
            settings                   | 1
            id                         | "mine"
            recordedAt                 | "2025-01-01T00:00:00Z"
            """)
    void given_a_bad_value_then_its_field_is_named_and_nothing_changes(String pointer, String value) {
        String before = workspace.admin().get(PATH).asString();
        assertProblemAt(patch(nested(pointer, value)), 422, "/" + pointer);
        assertEquals(before, workspace.admin().get(PATH).asString());
    }

    @Test
    void given_numbers_as_texts_then_they_are_taken() {
        patch("""
                {"targetRoi":"0.25","horizonDays":"90","policy":{"scaleProbability":"0.95"}}""")
                .then()
                .statusCode(200)
                .body(
                        "targetRoi",
                        equalTo(0.25f),
                        "horizonDays",
                        equalTo(90),
                        "policy.scaleProbability",
                        equalTo(0.95f));
    }

    @Test
    void given_an_unknown_field_then_the_answer_names_all_there_are() {
        patch(nested("unknown", "1")).then().body("errors[0].detail", equalTo("""
                is not a field of this record; its fields are contactRetentionDays, currency, dealsTrackedFrom, \
                defaultMarginRate, discountRate, handlingCostPerInquiry, horizonDays, name, policy, targetRoi, timeZone, \
                weekStart"""));
    }

    @Test
    void given_faults_of_the_workspace_and_of_the_policy_then_all_are_named_in_one_order() {
        patch("""
                        {"targetRoi":-1,"policy":{"minimumDeals":0,"fixMaturity":2},"name":""}""")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(List.of("/name", "/policy/fixMaturity", "/policy/minimumDeals", "/targetRoi")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"unknown":1,"policy":{"minimumDeals":1.5},"name":1} | /name
            {"unknown":1,"policy":{"minimumDeals":1.5}}          | /policy/minimumDeals
            {"unknown":1,"name":""}                              | /unknown
            """)
    void given_faults_of_form_then_the_workspaces_own_is_told_first_and_an_unknown_field_last(
            String body, String pointer) {
        assertProblemAt(patch(body), 422, pointer);
    }

    @Test
    void given_thresholds_with_zeros_at_their_end_then_shown_without() {
        String changed = patch("""
                {"policy":{"scaleProbability":0.950,"fixMaturity":1.0}}""").asString();
        assertTrue(changed.contains("\"scaleProbability\":0.95,"), changed);
        assertTrue(changed.contains("\"fixMaturity\":1,"), changed);
    }

    @Test
    void given_a_name_that_is_too_long_then_refused() {
        assertProblemAt(patch(nested("name", Examples.quoted(TOO_LONG))), 422, "/name");
    }

    @Test
    void given_deals_tracked_from_a_day_far_ahead_then_refused() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        patch(nested("dealsTrackedFrom", Examples.quoted(tomorrow.toString())))
                .then()
                .statusCode(200);
        assertProblemAt(
                patch(nested(
                        "dealsTrackedFrom", Examples.quoted(tomorrow.plusDays(9).toString()))),
                422,
                "/dealsTrackedFrom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                        {"policy":{"scaleEndProbability":0.9}}""", """
                        {"policy":{"scaleEndProbability":0.95}}""", """
                        {"policy":{"scaleProbability":0.6}}"""})
    void givenScaleWouldEndWhereItBegins_thenRefused(String body) {
        assertProblemAt(patch(body), 422, "/policy/scaleEndProbability");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                        {"policy":{"leaveOutProbability":0.9001}}""", """
                        {"policy":{"scaleProbability":0.74}}""", """
                        {"policy":{"fixProbability":0.5}}"""})
    void givenLeavingOutAskedForMoreThanTheWhole_thenRefused(String body) {
        assertProblemAt(patch(body), 422, "/policy/leaveOutProbability");
    }

    @Test
    void given_no_records_when_currency_and_zone_change_then_they_do() {
        patch("""
                {"currency":"CNY","timeZone":"Asia/Shanghai"}""").then().statusCode(200).body("currency", equalTo("CNY")).body("timeZone", equalTo("Asia/Shanghai"));
    }

    @Test
    void given_a_record_when_currency_or_zone_changes_then_refused_but_the_rest_may_change() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());

        assertProblemAt(patch("""
                {"currency":"CNY"}"""), 422, "/currency");
        assertProblemAt(patch("""
                {"timeZone":"Asia/Shanghai"}"""), 422, "/timeZone");
        patch("""
                {"currency":"USD","timeZone":"UTC","horizonDays":90}""").then().statusCode(200).body("horizonDays", equalTo(90));
    }

    @Test
    void when_two_patches_come_at_once_then_none_is_lost() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 10; round++) {
                int days = 100 + round;
                List<Callable<Integer>> patches =
                        List.of(() -> patch("{\"horizonDays\":" + days + "}").statusCode(), () -> patch(
                                        "{\"policy\":{\"minimumDeals\":" + days + "}}")
                                .statusCode());
                for (var answer : clients.invokeAll(patches)) {
                    assertEquals(200, answer.get());
                }
                assertEquals(days, settings().getInt("horizonDays"));
                assertEquals(days, settings().getInt("policy.minimumDeals"));
            }
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void when_the_zone_changes_while_the_first_records_come_then_their_days_are_of_the_zone_that_holds()
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                TestWorkspace young = TestWorkspace.create();
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int call = 0; call < 8; call++) {
                    String inquiry = Examples.inquiry("i" + call)
                            .with("receivedAt", "\"2025-03-10T20:00:00Z\"")
                            .json();
                    calls.add(() -> young.post("/inquiries", inquiry).statusCode());
                    calls.add(() -> young.admin().body("""
                                    {"timeZone":"Asia/Tokyo"}""").patch(PATH).statusCode());
                }
                clients.invokeAll(calls);
                boolean changed = "Asia/Tokyo".equals(young.get("/workspace").path("timeZone"));
                List<String> days = young.get("/inquiries").path("items.day");
                assertEquals(Collections.nCopies(8, changed ? "2025-03-11" : "2025-03-10"), days);
            }
        } finally {
            clients.shutdown();
        }
    }

    /** The body that sets the field at this place. */
    private static String nested(String pointer, String value) {
        String[] names = pointer.split("/");
        String inner = "{\"" + names[names.length - 1] + "\":" + value + "}";
        return names.length == 1 ? inner : "{\"" + names[0] + "\":" + inner + "}";
    }

    private Response patch(String body) {
        return workspace.admin().body(body).patch(PATH);
    }

    private JsonPath settings() {
        return workspace
                .get("/workspace")
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    private static BigDecimal decimal(JsonPath settings, String path) {
        return new BigDecimal(settings.<Number>get(path).toString());
    }
}
