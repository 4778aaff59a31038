package dev.leadline.packaged;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Patience;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo market as a newcomer meets it, and as a power cut leaves it. */
@Timeout(Patience.TEST_SECONDS)
class PackagedDemoIT {

    private static final Pattern LOADED = Pattern.compile("loaded \\((\\d+) inquiries, (\\d+) deals, ([\\d.]+) s\\)");
    private static final Pattern CURL = Pattern.compile("curl -H 'Authorization: (Bearer \\S+)' '(\\S+)'");
    private static final Map<String, String> AS_BY_DEFAULT = Map.of("LEADLINE_DEMO", "", "LEADLINE_ADMIN_KEY", "");
    private static final double GENEROUS_SECONDS = 60;

    @TempDir
    Path directory;

    @Test
    void given_a_load_that_was_cut_off_when_started_again_then_it_is_completed_with_nothing_doubled_and_the_curl_works()
            throws Exception {
        try (var service = PackagedService.ready(directory, AS_BY_DEFAULT)) {
            assertFalse(LOADED.matcher(service.output()).find(), "ready before the demo is loaded");
            service.await("the first inquiries", () -> count("inquiry") > 0);
            service.kill();
            assertFalse(LOADED.matcher(service.output()).find(), "killed in the middle");
        }
        try (var service = PackagedService.ready(directory, AS_BY_DEFAULT)) {
            service.await(
                    "the demo market", () -> CURL.matcher(service.output()).find());

            Matcher loaded = LOADED.matcher(service.output());
            assertTrue(loaded.find(), service.output());
            assertTrue(Double.parseDouble(loaded.group(3)) < GENEROUS_SECONDS, loaded.group());
            assertEquals(Long.parseLong(loaded.group(1)), count("inquiry"));
            assertEquals(Long.parseLong(loaded.group(2)), count("deal"));
            assertPrintedCommandReadsOnly(service.output());
            assertCommandMakesAKey(service);
            assertWorkspaceIsNamedThatIsNotThere();
            service.terminate();
        }
        PackagedCommand withoutTheService = PackagedCommand.run(directory, "key", "demo");
        assertEquals(0, withoutTheService.status(), withoutTheService.errors());
        assertFalse(Files.exists(directory.resolve("postgresql/postmaster.pid")), "the database ends with the command");
        try (var service = PackagedService.ready(directory, AS_BY_DEFAULT)) {
            service.await("the way in", () -> service.output().contains("key demo"));

            assertTrue(service.output().contains("Open " + service.uri("/q/swagger-ui/")), service.output());
            assertOpensTheDemo(service, withoutTheService.output());
        }
    }

    private void assertCommandMakesAKey(PackagedService service) throws Exception {
        PackagedCommand command = PackagedCommand.run(directory, "key", "demo");
        assertEquals(0, command.status(), command.errors());
        assertOpensTheDemo(service, command.output());
    }

    private static void assertOpensTheDemo(PackagedService service, String key) {
        given().header("X-API-Key", key)
                .get(service.uri("/api/v1/workspace"))
                .then()
                .statusCode(200)
                .body("id", equalTo("demo"));
    }

    private void assertWorkspaceIsNamedThatIsNotThere() throws Exception {
        PackagedCommand command = PackagedCommand.run(directory, "key", "nowhere");
        assertEquals(1, command.status(), command.errors());
        assertEquals("", command.output());
        assertTrue(command.errors().startsWith("There is no workspace 'nowhere'"), command.errors());
    }

    private static void assertPrintedCommandReadsOnly(String output) {
        Matcher curl = CURL.matcher(output);
        assertTrue(curl.find(), output);
        URI recommendations = URI.create(curl.group(2));
        given().header("Authorization", curl.group(1))
                .get(recommendations)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(5));
        given().header("Authorization", curl.group(1))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(recommendations.resolve("/api/v1/inquiries"))
                .then()
                .statusCode(403);
    }

    /** How many records of the demo market the database holds; 0 while it has no such table. */
    private long count(String table) {
        try {
            String port = Files.readAllLines(directory.resolve("postgresql/postmaster.pid"))
                    .get(3);
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/leadline",
                            "leadline",
                            Files.readString(directory.resolve("password")).strip());
                    var statement = connection.createStatement();
                    var row =
                            statement.executeQuery("select count(*) from " + table + " where workspace_id = 'demo'")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
