package dev.leadline.platform.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a machine that watches over the service reads. */
@QuarkusTest
class HealthTest {

    @Test
    void when_the_service_runs_then_it_is_alive() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void given_a_database_with_its_migrations_then_the_service_is_ready_and_names_both() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("Database connections health check", "Database migrations"))
                .body("checks.status", everyItem(equalTo("UP")));
    }

    @Test
    void when_metrics_are_scraped_then_requests_pool_and_memory_are_there() {
        TestWorkspace.create().get("/workspace").then().statusCode(200);

        given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("http_server_requests_seconds_count"),
                        containsString("uri=\"/api/v1/workspace\""),
                        containsString("agroal_active_count"),
                        containsString("jvm_memory_used_bytes")));
    }
}
