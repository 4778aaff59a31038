package dev.leadline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.Test;

class RecordIdTest {

    private static final int MANY = 20_000;

    @Test
    void given_ids_made_one_after_the_other_then_each_is_a_version_7_and_sorts_behind_the_one_before() {
        assertRising(Stream.generate(RecordId::next));
    }

    /** As the clock stands to a process whose last id was made before it was put back by an hour. */
    @Test
    void given_the_last_id_of_an_hour_ahead_then_the_next_ones_still_sort_behind_it() {
        Instant ahead = Instant.now().plus(Duration.ofHours(1));
        UuidVersion7Strategy ids = new UuidVersion7Strategy(ahead, 0);

        UUID next = ids.generateUuid(null);
        assertTrue(millis(next) >= ahead.toEpochMilli());
        assertRising(Stream.generate(() -> ids.generateUuid(null)));
    }

    private static void assertRising(Stream<UUID> ids) {
        String before = "";
        for (UUID id : (Iterable<UUID>) ids.limit(MANY)::iterator) {
            assertEquals(7, id.version());
            // PostgreSQL compares ids byte by byte, as their texts compare.
            assertTrue(id.toString().compareTo(before) > 0, id + " behind " + before);
            before = id.toString();
        }
    }

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
