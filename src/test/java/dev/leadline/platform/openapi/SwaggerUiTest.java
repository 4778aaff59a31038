package dev.leadline.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Swagger UI needs no key and shows this service's document. */
@QuarkusTest
class SwaggerUiTest {

    @Test
    void when_it_is_opened_then_it_shows_the_document_and_keeps_the_key() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .body(containsString("<title>Leadline API</title>"))
                .body(containsString("url: '" + ServedDocument.ADDRESS + "'"))
                .body(containsString("persistAuthorization: true"));
    }
}
