package dev.leadline.workspace.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyDigestTest {

    @Test
    void given_a_body_read_in_pieces_when_it_is_hashed_then_the_hash_is_that_of_the_whole() throws IOException {
        byte[] body = new byte[100_000];
        new SplittableRandom(11).nextBytes(body);
        BodyDigest digest = new BodyDigest(new ByteArrayInputStream(body));
        digest.read();
        digest.readNBytes(777);
        digest.skipNBytes(10_000);
        assertArrayEquals(BodyDigest.sha256().digest(body), digest.whole());
    }

    @Test
    void given_an_empty_body_when_it_is_hashed_then_the_hash_is_that_of_nothing() throws IOException {
        assertArrayEquals(BodyDigest.sha256().digest(), new BodyDigest(InputStream.nullInputStream()).whole());
    }

    @Test
    void given_a_long_body_when_it_is_read_then_something_is_done_meanwhile() throws IOException {
        AtomicInteger pieces = new AtomicInteger();
        BodyDigest digest = new BodyDigest(new ByteArrayInputStream(new byte[3 * 8_192]));
        digest.whileReading(pieces::incrementAndGet);
        digest.whole();
        assertEquals(3, pieces.get());
    }
}
