package dev.leadline.packaged;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.database.PostgresPrograms;
import dev.leadline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first start on an empty database. */
@Timeout(Patience.TEST_SECONDS)
class PackagedFirstStartIT {

    private static final Pattern PRINTED_KEY = Pattern.compile("shown only now: (ldl_\\w+)");

    @TempDir
    Path directory;

    @Test
    void given_an_admin_key_that_is_too_short_then_the_start_fails_with_the_reason_and_the_database_is_stopped()
            throws Exception {
        try (var service =
                PackagedService.launchAsDownloaded(directory, Map.of("LEADLINE_ADMIN_KEY", "x".repeat(23)))) {
            assertEquals(1, service.awaitEnd());

            assertTrue(service.output().contains("LEADLINE_ADMIN_KEY must have 24 characters or more"));
            assertFalse(service.output().contains("\tat "), service.output());
            assertFalse(Files.exists(directory.resolve("postgresql/postmaster.pid")));
        }
    }

    @Test
    void
            given_an_empty_database_when_two_instances_start_at_once_then_both_are_ready_and_one_made_the_workspace_and_its_key()
                    throws Exception {
        try (var database = PostgresPrograms.start(directory.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "LEADLINE_ADMIN_KEY", "");
            try (var first = PackagedService.launch(directory.resolve("first"), environment);
                    var second = PackagedService.launch(directory.resolve("second"), environment)) {
                first.awaitReady();
                second.awaitReady();

                List<String> keys = PRINTED_KEY
                        .matcher(first.output() + second.output())
                        .results()
                        .map((MatchResult printed) -> printed.group(1))
                        .toList();
                assertEquals(1, keys.size(), () -> first.output() + second.output());
                for (PackagedService service : List.of(first, second)) {
                    given().header("X-API-Key", keys.get(0))
                            .get(service.uri("/api/v1/workspaces"))
                            .then()
                            .statusCode(200)
                            .body("items.id", equalTo(List.of("default")));
                    assertFalse(service.output().contains("\tat "), service.output());
                }
            }
        }
    }
}
