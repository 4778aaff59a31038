package dev.leadline.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What browsers are told of answers, and that pages of other origins get none. */
@QuarkusTest
class SecurityHeadersTest {

    @Test
    void given_an_answer_of_the_api_then_nothing_keeps_frames_or_sniffs_it() {
        TestWorkspace workspace = TestWorkspace.create();
        guarded(workspace.get("/campaigns").then().statusCode(200));
        guarded(workspace.get("/campaigns/none").then().statusCode(404));
        guarded(given().get("/api/v1/campaigns").then().statusCode(401));
    }

    @Test
    void givenTheRoot_thenItLeadsToSwaggerUiWhateverTheRequestSays() {
        for (String address : List.of("/", "/?url=https://elsewhere.example")) {
            guarded(given().redirects()
                    .follow(false)
                    .header("Host", "elsewhere.example")
                    .header("X-Forwarded-Host", "elsewhere.example")
                    .urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(303)
                    .header("Location", "/q/swagger-ui/"));
        }
        given().get("/").then().statusCode(200).contentType("text/html");
    }

    private static void guarded(ValidatableResponse answer) {
        answer.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store");
    }

    @Test
    void given_swagger_ui_then_it_may_load_and_call_nothing_but_this_service() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("X-Frame-Options", "DENY");
    }

    @Test
    void given_a_page_of_another_origin_then_it_is_not_allowed_in() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/campaigns")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
