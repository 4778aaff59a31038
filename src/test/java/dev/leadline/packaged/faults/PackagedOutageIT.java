package dev.leadline.packaged.faults;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.platform.database.OwnDatabase;
import dev.leadline.testing.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * One service through outages of a PostgreSQL of the operator's own and through slow clients, never started again. Every
 * test leaves it well.
 */
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class PackagedOutageIT {

    /** What is done while requests wait. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    private static final int POOL = 4;
    private static final int SLOW_CONNECTIONS = 1_000;

    @TempDir
    static Path directory;

    private static OwnDatabase database;
    private static PackagedService service;
    private Client client;

    @BeforeAll
    static void start() throws Exception {
        database = OwnDatabase.start(directory.resolve("database"));
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", Integer.toString(POOL));
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "2S");
        environment.put("QUARKUS_HTTP_READ_TIMEOUT", "5S");
        // Longer than the requests that wait for a lock here: nothing moves on their connections either.
        environment.put("QUARKUS_HTTP_IDLE_TIMEOUT", "30S");
        service = PackagedService.ready(directory.resolve("unused"), Heap.bounded(environment));
    }

    /** Without connections that the service may be about to close, since nothing moved on them. */
    @BeforeEach
    void useFreshConnections() {
        client = new Client(service);
    }

    @AfterAll
    static void end() throws IOException {
        if (service != null) {
            service.close();
        }
        database.close();
    }

    @AfterEach
    void theLogHasNoStackTrace() {
        assertFalse(service.output().contains("\tat "), service::output);
    }

    @Test
    void given_clients_when_the_database_is_restarted_then_they_are_refused_meanwhile_and_nothing_acknowledged_is_lost()
            throws Exception {
        try (Load load = Load.start(service, "restart")) {
            load.awaitAcknowledged(20);
            database.restart();
            load.awaitAcknowledged(20);
            assertNothingLost(load.stop());
        }
    }

    @Test
    void given_clients_when_the_database_is_killed_then_they_are_refused_meanwhile_and_nothing_acknowledged_is_lost()
            throws Exception {
        try (Load load = Load.start(service, "kill")) {
            load.awaitAcknowledged(20);
            database.kill();
            load.awaitRefused();
            assertRefusedForTheTimeBeing(client.get("/campaigns"));
            assertEquals(503, client.health("ready"));
            assertEquals(200, client.health("live"));
            database.startAgain();
            load.awaitAcknowledged(20);
            assertNothingLost(load.stop());
        }
        assertEquals(200, client.health("ready"));
    }

    @Test
    void given_nobody_asked_during_a_restart_when_as_many_ask_at_once_as_there_are_connections_then_all_are_answered()
            throws Exception {
        client.post("idle");
        List<String> before = Client.ids("idle-before", POOL);
        useEveryConnection(before, () -> {});
        database.restart();
        List<String> after = Client.ids("idle-after", POOL);
        useEveryConnection(after, () -> {});
        assertEquals(
                2 * POOL,
                stored().count(Stream.concat(before.stream(), after.stream()).toList()));
    }

    @Test
    void
            given_every_connection_waits_for_a_lock_when_asked_for_more_then_refused_in_time_and_the_waiting_are_done_in_the_end()
                    throws Exception {
        client.post("lock-before");
        List<String> ids = Client.ids("lock", POOL);
        useEveryConnection(ids, () -> {
            assertRefusedForTheTimeBeing(client.get("/campaigns"));
            assertEquals(503, client.health("ready"));
            assertEquals(200, client.health("live"));
        });
        assertEquals(200, client.get("/campaigns").statusCode());
        assertEquals(200, client.health("ready"));
        assertEquals(POOL, stored().count(ids));
    }

    @Test
    void
            given_single_posts_that_wait_for_a_lock_when_others_ask_then_they_are_answered_and_the_waiting_are_done_in_the_end()
                    throws Exception {
        client.post("grouped-before");
        List<String> ids = Client.ids("grouped", 2 * POOL);
        List<CompletableFuture<Sent>> waiting;
        try (Connection lock = lockWhatRecordsWaitFor()) {
            waiting = ids.stream()
                    .map(id -> CompletableFuture.supplyAsync(
                            () -> client.post(id), command -> new Thread(command).start()))
                    .toList();
            service.await("posts that wait", () -> waitingForLocks() > 0);

            assertEquals(200, client.get("/campaigns").statusCode());
            assertEquals(200, client.health("ready"));
            lock.rollback();
        }
        waiting.forEach(answer -> assertEquals(201, answer.join().status()));
        assertEquals(ids.size(), stored().count(ids));
    }

    @Test
    void given_an_upload_that_stalls_then_others_are_answered_and_it_is_cut_off_with_its_chunks_whole()
            throws Exception {
        List<String> ids = Client.ids("stalled", Stored.CHUNK + Stored.CHUNK / 2);
        String lines = ids.stream().map(Client::row).collect(Collectors.joining("\n", "", "\n"));
        try (SlowConnection stalled = SlowConnection.inUpload(service, PackagedService.ADMIN_KEY, lines)) {
            service.await("the first chunk", () -> stored().count(ids) == Stored.CHUNK);
            assertEquals(201, client.post("beside-a-stalled-upload").status());

            assertFalse(stalled.awaitCutOff().contains("207"), "not acknowledged");
        }
        assertEquals(Stored.CHUNK, stored().count(ids));
        Sent again = client.postLines(ids);
        assertTrue(
                again.body()
                        .contains("\"created\":" + Stored.CHUNK / 2 + ",\"unchanged\":" + Stored.CHUNK
                                + ",\"updated\":0,\"summed\":0,\"skipped\":0,\"rejected\":0"),
                again::body);
    }

    @Test
    void given_a_thousand_slow_connections_then_others_are_answered_and_the_slow_ones_are_cut_off() throws Exception {
        String slowKey = integrationKey();
        List<SlowConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CONNECTIONS; i++) {
                slow.add(
                        switch (i % 3) {
                            case 0 -> SlowConnection.inHeaders(service);
                            case 1 -> SlowConnection.inBody(service, slowKey);
                            default -> SlowConnection.inUpload(service, slowKey, Client.row("slow-" + i) + "\n");
                        });
            }
            Client other = new Client(service);
            for (String id : Client.ids("beside-slow-ones", 20)) {
                assertEquals(201, other.post(id).status());
            }
            assertEquals(200, other.get("/campaigns").statusCode());

            List<String> said = slow.stream().map(SlowConnection::awaitCutOff).toList();
            assertTrue(said.stream().noneMatch(answer -> answer.startsWith("HTTP/1.1 5")));
            String refused = said.stream()
                    .filter(answer -> answer.startsWith("HTTP/1.1 429"))
                    .findAny()
                    .orElseThrow();
            assertTrue(refused.contains("Retry-After: 5"), refused);
        } finally {
            for (SlowConnection connection : slow) {
                connection.close();
            }
        }
        assertEquals(201, new Client(service).post("after-slow-ones").status());
    }

    /** Of an integration that is not the one that must not suffer. */
    private static String integrationKey() {
        return given().header("X-API-Key", PackagedService.ADMIN_KEY)
                .contentType("application/json")
                .body("""
                        {"name": "slow", "role": "INTEGRATION"}""")
                .post(service.uri("/api/v1/api-keys"))
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private void assertNothingLost(List<Sent> sent) throws SQLException {
        Stored.assertOnlyRefusedForTheTimeBeing(sent);
        stored().assertHolds(sent);
        Stored.assertCompletedByRepeating(sent, client);
        try (Connection connection = database.connect()) {
            Stored.assertAnalysed(connection, client);
        }
    }

    private static void assertRefusedForTheTimeBeing(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer::body);
        assertEquals("2", answer.headers().firstValue("Retry-After").orElse(null));
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(null));
        assertTrue(answer.body().contains("urn:leadline:problem:unavailable"), answer::body);
    }

    private static Stored stored() {
        try (Connection connection = database.connect()) {
            return Stored.in(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Posts each record by a connection of its own, does something while all of them wait, and then lets them go on. */
    private void useEveryConnection(List<String> ids, Meanwhile meanwhile) throws Exception {
        List<CompletableFuture<Sent>> waiting = new ArrayList<>();
        try (Connection lock = lockWhatRecordsWaitFor()) {
            for (String id : ids) {
                waiting.add(CompletableFuture.supplyAsync(
                        () -> client.postLines(List.of(id)), command -> new Thread(command).start()));
            }
            service.await(
                    "requests that wait",
                    () -> waitingForLocks() == POOL || waiting.stream().anyMatch(CompletableFuture::isDone));
            meanwhile.run();
            lock.rollback();
        }
        waiting.forEach(answer -> assertEquals(207, answer.join().status()));
    }

    /** A transaction that every record waits for. */
    private static Connection lockWhatRecordsWaitFor() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from workspace where id = 'default' for update");
        }
        return connection;
    }

    private static int waitingForLocks() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
