package dev.leadline.packaged;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.AtOnce;
import dev.leadline.testing.Patience;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database do a request once, and a kill in its midst leaves neither half. */
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class PackagedIdempotencyIT {

    private static final int CLIENTS = 32;
    private static final Map<String, String> SHORT_LEASE = Map.of("LEADLINE_IDEMPOTENCY_LEASE", "PT5S");

    @TempDir
    Path directory;

    @TempDir
    Path unused;

    @Test
    void given_two_instances_when_requests_are_repeated_and_one_is_killed_then_each_is_done_once() throws Exception {
        try (var one = PackagedService.ready(directory, SHORT_LEASE)) {
            try (var other = PackagedService.ready(unused, onTheDatabaseOf(directory))) {
                assertStoredOnceThroughBoth(one, other, null);
                assertStoredOnceThroughBoth(one, other, "at-once");
                assertNeitherHalfAfterAKill(one, other);
            }
        }
        // The key outlives every process.
        try (var again = PackagedService.ready(directory, SHORT_LEASE)) {
            post(again, "killed", "killed").then().statusCode(201).header("Idempotent-Replayed", "true");
            inquiries(again, "killed").then().body("items", hasSize(1));
        }
    }

    private static void assertStoredOnceThroughBoth(PackagedService one, PackagedService other, String key)
            throws Exception {
        String externalId = "e-" + key;
        List<Response> answers = AtOnce.call(CLIENTS, i -> post(i % 2 == 0 ? one : other, key, externalId));
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null)
                        .count());
        List<Integer> allowed = key == null ? List.of(201, 200) : List.of(201, 409);
        answers.forEach(answer -> assertTrue(allowed.contains(answer.statusCode()), answer::asString));
        inquiries(other, externalId).then().body("items", hasSize(1));
        if (key != null) {
            post(other, key, externalId).then().statusCode(201).header("Idempotent-Replayed", "true");
        }
    }

    private void assertNeitherHalfAfterAKill(PackagedService one, PackagedService other) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // What every record waits for, so that the request is killed with its key taken and its record unwritten.
            statement.execute("select 1 from workspace where id = 'default' for update");
            var answer = CompletableFuture.supplyAsync(() -> post(one, "killed", "killed"));
            one.await("key under way", () -> underWay());
            one.kill();
            assertTrue(answer.handle((a, failure) -> failure != null).get(), "nobody was answered");
            connection.rollback();
        }
        inquiries(other, "killed").then().body("items", hasSize(0));
        post(other, "killed", "killed").then().statusCode(409).body("errors[0].parameter", equalTo("Idempotency-Key"));
        other.await("end of the lease", () -> post(other, "killed", "killed").statusCode() == 201);
        post(other, "killed", "killed").then().statusCode(201).header("Idempotent-Replayed", "true");
        inquiries(other, "killed").then().body("items", hasSize(1));
    }

    private boolean underWay() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from idempotency_key where status is null")) {
            row.next();
            return row.getInt(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(jdbcUrl(directory), "leadline", password(directory));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static Map<String, String> onTheDatabaseOf(Path directory) throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl(directory),
                "QUARKUS_DATASOURCE_USERNAME",
                "leadline",
                "QUARKUS_DATASOURCE_PASSWORD",
                password(directory),
                "LEADLINE_IDEMPOTENCY_LEASE",
                "PT5S");
    }

    private static String jdbcUrl(Path directory) throws IOException {
        String port = Files.readAllLines(directory.resolve("postgresql").resolve("postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + port + "/leadline";
    }

    private static String password(Path directory) throws IOException {
        return Files.readString(directory.resolve("password")).strip();
    }

    private static Response post(PackagedService service, String key, String externalId) {
        RequestSpecification request = client();
        return (key == null ? request : request.header("Idempotency-Key", key))
                .contentType(ContentType.JSON)
                .body(Examples.inquiry(externalId).json())
                .post(service.uri("/api/v1/inquiries"));
    }

    private static Response inquiries(PackagedService service, String externalId) {
        return client().get(service.uri("/api/v1/inquiries?externalId=" + externalId));
    }

    private static RequestSpecification client() {
        return given().header("X-API-Key", PackagedService.ADMIN_KEY);
    }
}
