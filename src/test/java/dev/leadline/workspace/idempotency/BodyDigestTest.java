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
    void givenABodyReadInPieces_whenItIsHashed_thenTheHashIsThatOfTheWhole() throws IOException {
        byte[] body = new byte[100_000];
        new SplittableRandom(11).nextBytes(body);
        BodyDigest digest = new BodyDigest(new ByteArrayInputStream(body));
        digest.read();
        digest.readNBytes(777);
        digest.skipNBytes(10_000);
        assertArrayEquals(BodyDigest.sha256().digest(body), digest.whole());
    }

    @Test
    void givenAnEmptyBody_whenItIsHashed_thenTheHashIsThatOfNothing() throws IOException {
        assertArrayEquals(BodyDigest.sha256().digest(), new BodyDigest(InputStream.nullInputStream()).whole());
    }

    @Test
    void givenALongBody_whenItIsRead_thenSomethingIsDoneMeanwhile() throws IOException {
        AtomicInteger pieces = new AtomicInteger();
        BodyDigest digest = new BodyDigest(new ByteArrayInputStream(new byte[3 * 8_192]));
        digest.whileReading(pieces::incrementAndGet);
        digest.whole();
        assertEquals(3, pieces.get());
    }
}
