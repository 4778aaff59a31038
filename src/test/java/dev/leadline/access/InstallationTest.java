package dev.leadline.access;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workspaces of the installation. */
@QuarkusTest
class InstallationTest {

    private static final String PATH = "/api/v1/workspaces";

    @Test
    void when_a_workspace_is_made_then_it_has_the_defaults_and_its_administrators_key_is_shown() {
        Response made = installation().body(Map.of("name", " Northfield ")).post(PATH);

        made.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/workspace"))
                .body("workspace.id", matchesPattern("w[0-9a-f]{20}"))
                .body("workspace.name", equalTo("Northfield"))
                .body("workspace.currency", equalTo("USD"))
                .body("workspace.timeZone", equalTo("UTC"))
                .body("workspace.targetRoi", equalTo(0))
                .body("workspace.horizonDays", equalTo(180))
                .body("workspace.defaultMarginRate", nullValue())
                .body("workspace.dealsTrackedFrom", nullValue())
                .body("workspace.handlingCostPerInquiry", equalTo(0))
                .body("workspace.discountRate", equalTo(0))
                .body("workspace.policy.scaleProbability", equalTo(0.9f))
                .body("workspace.recordedAt", notNullValue());
        String key = made.path("adminKey");
        given().header("X-API-Key", key)
                .get("/api/v1/workspace")
                .then()
                .statusCode(200)
                .body("id", equalTo(made.path("workspace.id")));
        assertProblem(given().header("X-API-Key", key).get(PATH), 403);
    }

    @Test
    void when_currency_and_zone_are_named_then_they_hold() {
        installation()
                .body(Map.of("name", "x", "currency", "CNY", "timeZone", "Asia/Shanghai"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("workspace.currency", equalTo("CNY"))
                .body("workspace.timeZone", equalTo("Asia/Shanghai"));
    }

    @Test
    void when_workspaces_are_listed_then_all_of_them_page_by_page_among_them_the_default() {
        installation().body(Map.of("name", "x")).post(PATH).then().statusCode(201);
        List<String> ids = new ArrayList<>();
        for (String next = PATH + "?limit=1"; next != null; ) {
            Response page = installation().get(next);
            page.then().statusCode(200);
            ids.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : PATH + "?limit=500&cursor=" + cursor;
        }
        assertTrue(ids.size() >= 2 && ids.contains("default"), ids::toString);
        assertTrue(ids.stream().sorted().distinct().toList().equals(ids), "each once, by id: " + ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                   | /name
            {"name":" "}                         | /name
            {"name":"x","currency":"XXX"}        | /currency
            {"name":"x","currency":"usd"}        | /currency
            {"name":"x","currency":""}           | /currency
            {"name":"x","timeZone":"Mars/Base"}  | /timeZone
            {"name":"x","timeZone":"+02:00"}     | /timeZone
            {"name":"x","timeZone":""}           | /timeZone
            {"name":"x","id":"mine"}             | /id
            """)
    void givenABadField_thenItIsNamed(String body, String pointer) {
        assertProblemAt(installation().body(body).post(PATH), 422, pointer);
    }

    @Test
    void given_an_unknown_parameter_then_it_is_named() {
        assertProblemOf(installation().get(PATH + "?name=x"), 400, "name");
    }

    private static RequestSpecification installation() {
        return given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY).contentType(ContentType.JSON);
    }
}
