package dev.leadline.packaged.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.platform.database.OwnDatabase;
import dev.leadline.testing.Patience;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two new instances start at once on a database with records that an earlier version made. */
@Timeout(Patience.TEST_SECONDS)
class PackagedUpgradeIT {

    private static final String OLD_VERSION = "2";
    private static final int INQUIRIES = 3_000;

    @TempDir
    Path directory;

    @Test
    void given_records_of_an_earlier_version_when_two_instances_start_at_once_then_both_serve_them_in_the_new_schema()
            throws Exception {
        try (OwnDatabase database = OwnDatabase.start(directory.resolve("database"))) {
            fill(database);
            Map<String, String> environment = new HashMap<>(database.environment());
            // The least that migrations need.
            environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "2");
            try (PackagedService one = PackagedService.launch(directory.resolve("one"), Heap.bounded(environment));
                    PackagedService other =
                            PackagedService.launch(directory.resolve("other"), Heap.bounded(environment))) {
                for (PackagedService service : List.of(one, other)) {
                    service.awaitReady();
                    assertServes(new Client(service), service.equals(one) ? "one" : "other");
                    assertFalse(service.output().contains("\tat "), service::output);
                }
                try (Connection connection = database.connect()) {
                    assertMigratedOnce(connection);
                    // Each instance sees what came through the other.
                    Stored.assertAnalysed(connection, new Client(one));
                    Stored.assertAnalysed(connection, new Client(other));
                }
            }
        }
    }

    private static void fill(OwnDatabase database) throws Exception {
        Map<String, String> settings = database.environment();
        Flyway.configure()
                .dataSource(
                        settings.get("QUARKUS_DATASOURCE_JDBC_URL"),
                        settings.get("QUARKUS_DATASOURCE_USERNAME"),
                        settings.get("QUARKUS_DATASOURCE_PASSWORD"))
                .locations("classpath:db/migration")
                .target(OLD_VERSION)
                .load()
                .migrate();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into workspace values ('default', 'Old', 'USD', 'UTC', 0.3, 180, 0.35, '2025-01-01', 0, 0.1, 0.95,
                        0.55, 0.7, 0.85, 1, 30, 3, 0.05, now());
                    insert into campaign (workspace_id, id, external_id, name, status, recorded_at)
                        values ('default', gen_random_uuid(), 'gads-1', 'gads-1', 'DISCOVERED', now());
                    """);
            statement.execute("""
                    insert into inquiry (workspace_id, id, source, external_id, campaign_id, received_at, day, status,
                        status_changed_at, test, content_hash, recorded_at)
                    select 'default', gen_random_uuid(), 'api', 'old-' || i, campaign.id, '2025-03-10 12:00+00', '2025-03-10',
                        'NEW', now(), false, '\\x00', now()
                    from campaign, generate_series(1, %d) as i
                    """.formatted(INQUIRIES));
            try (PreparedStatement key = connection.prepareStatement(
                    "insert into api_key values ('default', gen_random_uuid(), 'old', 'ADMIN', ?, 'ator', null, null, now())")) {
                key.setBytes(
                        1,
                        MessageDigest.getInstance("SHA-256")
                                .digest(PackagedService.ADMIN_KEY.getBytes(StandardCharsets.UTF_8)));
                key.execute();
            }
        }
    }

    private static void assertServes(Client client, String name) {
        assertEquals(1, found(client, "old-" + INQUIRIES));
        assertKeepsItsPolicy(client);
        assertTrue(client.postKeyed(name, "key-" + name).isAcknowledged());
        assertTrue(client.postArray(Client.ids(name + "-array", 10)).isAcknowledged());
        assertTrue(client.postLines(Client.ids(name + "-stream", 10)).isAcknowledged());
        assertEquals(1, found(client, name));
        assertEquals(200, client.get("/recommendations?asOf=2025-06-30").statusCode());
    }

    /** The thresholds stood in columns of their own. */
    private static void assertKeepsItsPolicy(Client client) {
        String workspace = client.get("/workspace").body();
        assertTrue(workspace.contains("""
                "policy":{"scaleProbability":0.95,"scaleEndProbability":0.55,"leaveOutProbability":0.7,\
                "fixProbability":0.85,"fixMaturity":1,"minimumDeals":30,"minimumCycles":3,"maximumVolumeSpread":0.2}"""), workspace);
    }

    private static int found(Client client, String id) {
        return JsonPath.from(client.get("/inquiries?externalId=" + id).body())
                .getList("items")
                .size();
    }

    private static void assertMigratedOnce(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), count(distinct version), count(*) filter (where not success)"
                                + " from flyway_schema_history")) {
            row.next();
            assertTrue(row.getInt(1) > Integer.parseInt(OLD_VERSION));
            assertEquals(row.getInt(1), row.getInt(2));
            assertEquals(0, row.getInt(3));
        }
    }
}
