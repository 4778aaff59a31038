package dev.leadline.packaged;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.intake.Examples;
import dev.leadline.platform.database.DatabaseOutage;
import dev.leadline.testing.Patience;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is kept, and what is under way is answered, whatever happens to the processes. */
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class PackagedRecordsIT {

    private static final List<String> LISTS = List.of("campaigns", "spend", "inquiries", "deals");

    @TempDir
    Path directory;

    @Test
    void given_acknowledged_records_when_the_service_is_killed_and_started_again_then_all_are_there() throws Exception {
        List<JsonPath> acknowledged;
        long orphan;
        try (var service = PackagedService.ready(directory, Map.of("LEADLINE_LOG_JSON", "true"))) {
            postEachKind(service);
            acknowledged = lists(service);
            orphan = service.database().pid();

            service.kill();

            assertTrue(service.database().isAlive(), "PostgreSQL outlives a kill of its service");
            assertAccessLines(service.output());
        }
        try (var service = PackagedService.ready(directory)) {
            assertNotEquals(orphan, service.database().pid());
            for (int i = 0; i < LISTS.size(); i++) {
                assertEquals(
                        acknowledged.get(i).prettify(), lists(service).get(i).prettify(), LISTS.get(i));
            }
            assertOutageIsReportedAndSurvived(service);
            assertRequestUnderWayIsAnswered(service);
        }
    }

    private static void postEachKind(PackagedService service) {
        post(service, "/campaigns", Examples.campaign("gads-1").json()).then().statusCode(201);
        post(service, "/spend", Examples.spend("gads-1", "2025-03-10").json())
                .then()
                .statusCode(201);
        post(service, "/inquiries", Examples.inquiry("i1").json()).then().statusCode(201);
        String lines = String.join(
                "\n",
                IntStream.range(2, 302)
                        .mapToObj(i -> Examples.inquiry("i" + i).json())
                        .toList());
        client().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(service.uri("/api/v1/inquiries/batch"))
                .then()
                .statusCode(207)
                .body("created", equalTo(300));
        String deals = "[" + Examples.deal("d1", "i1").json() + ","
                + Examples.deal("d2", "i301").json() + "]";
        post(service, "/deals/batch", deals).then().statusCode(207).body("created", equalTo(2));
    }

    private static List<JsonPath> lists(PackagedService service) {
        return LISTS.stream()
                .map(list -> client().get(service.uri("/api/v1/" + list + "?limit=500"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath())
                .toList();
    }

    /** Every line is JSON, and each request has one with its figures. */
    private static void assertAccessLines(String output) throws IOException {
        var json = new ObjectMapper();
        var requests = new ArrayList<String>();
        for (String line : output.lines().filter(line -> line.startsWith("{")).toList()) {
            JsonNode entry = json.readTree(line);
            if (entry.path("loggerName").asText().equals("access")) {
                JsonNode request = entry.path("mdc");
                assertEquals("default", request.path("workspace").asText());
                assertTrue(request.path("millis").asDouble() > 0, line);
                assertFalse(request.path("requestId").asText().isEmpty(), line);
                requests.add(request.path("method").asText() + " "
                        + request.path("path").asText() + " "
                        + request.path("status").asText());
            }
        }
        assertEquals(
                List.of(
                        "POST /api/v1/campaigns 201",
                        "POST /api/v1/spend 201",
                        "POST /api/v1/inquiries 201",
                        "POST /api/v1/inquiries/batch 207",
                        "POST /api/v1/deals/batch 207",
                        "GET /api/v1/campaigns 200",
                        "GET /api/v1/spend 200",
                        "GET /api/v1/inquiries 200",
                        "GET /api/v1/deals 200"),
                requests);
    }

    private void assertOutageIsReportedAndSurvived(PackagedService service) throws IOException, InterruptedException {
        URI inquiries = service.uri("/api/v1/inquiries");
        var outage = DatabaseOutage.begin(directory);
        try {
            client().get(inquiries)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2");
            given().get(service.uri("/q/health/ready"))
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("Database connections health check"));
            given().get(service.uri("/q/health/live")).then().statusCode(200);
        } finally {
            outage.end();
        }
        service.await(
                "readiness", () -> given().get(service.uri("/q/health/ready")).statusCode() == 200);
        client().get(inquiries).then().statusCode(200).body("items", hasSize(50));
        assertFalse(service.output().contains("\tat "), () -> "an outage is no stack trace: " + service.output());
    }

    /** A stream that is half sent when the service is told to end. */
    private static void assertRequestUnderWayIsAnswered(PackagedService service) throws Exception {
        byte[] first = (Examples.inquiry("last-1").json() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] second = (Examples.inquiry("last-2").json() + "\n").getBytes(StandardCharsets.UTF_8);
        URI batch = service.uri("/api/v1/inquiries/batch");
        try (var socket = new Socket(batch.getHost(), batch.getPort())) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST " + batch.getPath() + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                            + PackagedService.ADMIN_KEY + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                            + (first.length + second.length) + "\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertTrue(in.readLine().contains("100"), "the request is under way");
            in.readLine();
            out.write(first);
            out.flush();

            service.askToEnd();
            service.await("end under way", () -> service.output().contains("Waiting for HTTP requests to complete"));
            out.write(second);
            out.flush();

            assertTrue(in.readLine().contains("207"), "the request is answered");
            assertTrue(in.lines().anyMatch(line -> line.contains("\"created\":2")), "both rows are stored");
        }
        service.awaitEnd();
    }

    private static Response post(PackagedService service, String path, String body) {
        return client().contentType(ContentType.JSON).body(body).post(service.uri("/api/v1" + path));
    }

    private static RequestSpecification client() {
        return given().header("X-API-Key", PackagedService.ADMIN_KEY);
    }
}
