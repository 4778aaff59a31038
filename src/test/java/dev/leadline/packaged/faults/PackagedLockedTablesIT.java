package dev.leadline.packaged.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.platform.database.OwnDatabase;
import dev.leadline.testing.Patience;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that holds every record back for longer than a request may take. */
@Timeout(Patience.TEST_SECONDS)
class PackagedLockedTablesIT {

    private static final String LOCK =
            "lock table campaign, spend_day, inquiry, deal, audit_entry, ledger_change" + " in access exclusive mode";

    private static final List<String> RECORDS = List.of(
            "/campaigns",
            "/campaigns/" + UUID.randomUUID(),
            "/spend",
            "/inquiries",
            "/inquiries/" + UUID.randomUUID(),
            "/deals",
            "/deals/" + UUID.randomUUID(),
            "/audit-entries",
            "/contacts/export?email=anna%40example.com");

    private static final List<String> ANALYSES =
            List.of("/metrics?groupBy=product", "/recommendations?groupBy=product", "/diagnoses?groupBy=product");

    @TempDir
    Path directory;

    @Test
    void given_records_that_are_locked_when_asked_for_then_refused_in_time_and_in_one_line_each() throws Exception {
        OwnDatabase database = OwnDatabase.start(directory.resolve("database"));
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("QUARKUS_TRANSACTION_MANAGER_DEFAULT_TRANSACTION_TIMEOUT", "5S");
        environment.put("LEADLINE_LEDGER_READ_WAIT", "2S");
        environment.put("LEADLINE_LEDGER_READ_LIMIT", "5S");
        try (PackagedService service = PackagedService.ready(directory.resolve("unused"), Heap.bounded(environment))) {
            Client client = new Client(service);
            // Repeated, as every client does: a busy machine's first transaction may take longer than the five seconds.
            service.await(
                    "the first inquiry stored", () -> client.post("before").isAcknowledged());
            Map<String, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
            try (Connection lock = database.connect();
                    Statement statement = lock.createStatement()) {
                lock.setAutoCommit(false);
                statement.execute(LOCK);
                RECORDS.forEach(path -> answers.put(path, asked(client, path)));
                ANALYSES.forEach(path -> answers.put(path, asked(client, path)));

                RECORDS.forEach(path -> assertRefused(service, answers.get(path).join(), "unavailable", "2"));
                ANALYSES.forEach(
                        path -> assertRefused(service, answers.get(path).join(), "not-yet-read", "5"));
                service.await(
                        "the end of the reading", () -> service.output().contains("reading took longer than PT5S"));
                lock.rollback();
            }
            service.await("records again", () -> client.get("/inquiries").statusCode() == 200);
            service.await("an analysis again", () -> client.get(ANALYSES.get(0)).statusCode() == 200);
            assertFalse(service.output().contains("\tat "), service::output);
        } finally {
            database.close();
        }
    }

    private static CompletableFuture<HttpResponse<String>> asked(Client client, String path) {
        return CompletableFuture.supplyAsync(() -> client.get(path), command -> new Thread(command).start());
    }

    private static void assertRefused(
            PackagedService service, HttpResponse<String> answer, String problem, String retryAfter) {
        assertEquals(503, answer.statusCode(), answer::body);
        assertEquals(retryAfter, answer.headers().firstValue("Retry-After").orElse(null), answer::body);
        JsonPath body = new JsonPath(answer.body());
        assertEquals("urn:leadline:problem:" + problem, body.getString("type"));
        String errorId = body.getString("errorId");
        assertTrue(service.output().contains("Error " + errorId), answer::body);
    }
}
