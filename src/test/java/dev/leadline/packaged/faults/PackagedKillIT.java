package dev.leadline.packaged.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.testing.Patience;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The service with its own database: one is killed, then the other, while clients post. */
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class PackagedKillIT {

    private static final int STREAM_ROWS = 20_000;
    private static final int ARRAY_ROWS = 6_000;

    @TempDir
    Path directory;

    @Test
    void
            given_clients_and_batches_under_way_when_the_service_is_killed_then_its_database_then_nothing_acknowledged_is_lost()
                    throws Exception {
        List<Sent> sent = new ArrayList<>();
        List<Sent> bulk;
        try (PackagedService service = PackagedService.ready(directory, Heap.bounded(Map.of()));
                Load load = Load.start(service, "before")) {
            load.awaitAcknowledged(20);
            bulk = killedUnder(service);
            sent.addAll(load.stop());
        }
        try (PackagedService service = PackagedService.ready(directory, Heap.bounded(Map.of()))) {
            Client client = new Client(service);
            try (Connection database = connect()) {
                Stored stored = Stored.in(database);
                stored.assertHolds(sent);
                stored.assertHolds(bulk);
                assertCompletedByRepeating(bulk, stored, client);
                Stored.assertCompletedByRepeating(sent, client);
                Stored.assertAnalysed(database, client);
            }
            sent.addAll(databaseKilledUnder(service));
            try (Connection database = connect()) {
                Stored.in(database).assertHolds(sent);
                Stored.assertCompletedByRepeating(sent, client);
                Stored.assertAnalysed(database, client);
            }
            assertFalse(service.output().contains("\tat "), () -> "an outage is no stack trace: " + service.output());
        }
    }

    /** Two streams and an array, the service killed when some of their chunks are stored. */
    private List<Sent> killedUnder(PackagedService service) throws Exception {
        List<CompletableFuture<Sent>> answers = new ArrayList<>();
        answers.add(batch(service, Client.ids("stream-a", STREAM_ROWS), client -> client::postLines));
        answers.add(batch(service, Client.ids("stream-b", STREAM_ROWS), client -> client::postLines));
        answers.add(batch(service, Client.ids("array", ARRAY_ROWS), client -> client::postArray));
        List<String> first = Client.ids("stream-a", 2 * Stored.CHUNK);
        try (Connection database = connect()) {
            service.await("two chunks", () -> stored(database, first) == first.size());
        }
        service.kill();
        List<Sent> bulk = answers.stream().map(CompletableFuture::join).toList();
        assertEquals(Sent.NO_ANSWER, bulk.get(0).status(), "killed under way");
        return bulk;
    }

    private static void assertCompletedByRepeating(List<Sent> bulk, Stored before, Client client) {
        for (Sent batch : bulk) {
            Sent again = client.postLines(batch.ids());
            JsonPath counts = JsonPath.from(again.body());
            assertEquals(207, again.status());
            assertEquals(before.count(batch.ids()), counts.getLong("unchanged"));
            assertEquals(batch.ids().size() - before.count(batch.ids()), counts.getLong("created"));
        }
    }

    private static List<Sent> databaseKilledUnder(PackagedService service) throws Exception {
        try (Load load = Load.start(service, "after")) {
            load.awaitAcknowledged(20);
            service.database().destroyForcibly();
            load.awaitRefused();
            load.awaitAcknowledged(20);
            List<Sent> sent = load.stop();
            Stored.assertOnlyRefusedForTheTimeBeing(sent);
            assertTrue(service.output().contains("had ended by itself, and was started again"), service::output);
            return sent;
        }
    }

    private static CompletableFuture<Sent> batch(
            PackagedService service, List<String> ids, Function<Client, Function<List<String>, Sent>> post) {
        return CompletableFuture.supplyAsync(
                () -> post.apply(new Client(service)).apply(ids), command -> new Thread(command).start());
    }

    private static long stored(Connection database, List<String> ids) {
        try {
            return Stored.in(database).count(ids);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(directory.resolve("postgresql").resolve("postmaster.pid"))
                .get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/leadline",
                "leadline",
                Files.readString(directory.resolve("password")).strip());
    }
}
