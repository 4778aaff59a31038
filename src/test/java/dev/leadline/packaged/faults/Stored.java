package dev.leadline.packaged.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inquiries that are in the database, to be compared with what was sent. */
final class Stored {

    /** Rows of the first transaction of a batch; later ones have a multiple of it. */
    static final int CHUNK = 2_000;

    private final Set<String> ids;

    private Stored(Set<String> ids) {
        this.ids = ids;
    }

    static Stored in(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select external_id from inquiry")) {
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                assertTrue(ids.add(rows.getString(1)), "stored once");
            }
            return new Stored(ids);
        }
    }

    /** Of these external ids, how many are there. */
    long count(List<String> of) {
        return of.stream().filter(ids::contains).count();
    }

    /** What was acknowledged is there; of all else each transaction is there or not, but not half. */
    void assertHolds(List<Sent> sent) {
        for (Sent request : sent) {
            if (request.isAcknowledged()) {
                assertEquals(request.ids().size(), count(request.ids()), () -> "acknowledged: " + request);
                assertTrue(request.status() != 207 || request.body().contains("\"rejected\":0"), request::body);
            }
            for (int from = 0; from < request.ids().size(); from += CHUNK) {
                List<String> chunk = request.ids()
                        .subList(from, Math.min(from + CHUNK, request.ids().size()));
                long there = count(chunk);
                assertTrue(there == 0 || there == chunk.size(), () -> there + " of a chunk of " + chunk.size());
            }
        }
    }

    /** Every request was done, or refused for the time being. */
    static void assertOnlyRefusedForTheTimeBeing(List<Sent> sent) {
        for (Sent request : sent) {
            if (!request.isAcknowledged()) {
                assertEquals(503, request.status(), request::toString);
                assertNotNull(request.retryAfter(), request::toString);
            }
        }
    }

    /** Repeated, all requests are done, and nothing is doubled. */
    static void assertCompletedByRepeating(List<Sent> sent, Client client) {
        for (Sent request : sent) {
            if (!request.isAcknowledged()) {
                Sent again =
                        request.ids().size() == 1 ? client.post(request.ids().get(0)) : client.postArray(request.ids());
                assertTrue(again.isAcknowledged(), again::toString);
            }
        }
    }

    /** The analysis counts exactly what is there. */
    static void assertAnalysed(Connection database, Client client) throws SQLException {
        JsonPath metrics = JsonPath.from(client.get("/metrics?from=2025-01-01").body());
        assertEquals(in(database).ids.size(), metrics.getInt("total.inquiries"));
    }
}
