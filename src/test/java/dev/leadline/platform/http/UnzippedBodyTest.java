package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.problem.RefusedBodyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zipped body comes out whole, or not at all: never a part of it without a word. */
class UnzippedBodyTest {

    /** A connection: gives few bytes at a time, and never has any at hand. */
    private static final class Trickle extends ByteArrayInputStream {

        private final int most;

        Trickle(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(most, length));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000, 100_000})
    void given_a_body_in_pieces_of_any_size_when_read_then_it_is_whole(int piece) throws IOException {
        byte[] content = content(200_000);
        assertArrayEquals(content, new UnzippedBody(new Trickle(zipped(content), piece)).readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 18, 8_192, 100_000})
    void given_several_members_one_behind_the_other_when_read_then_none_is_left_out(int piece) throws IOException {
        byte[] first = content(10_000);
        byte[] second = "the second".getBytes(StandardCharsets.UTF_8);
        byte[] zipped = joined(zipped(first), zipped(new byte[0]), zipped(second));
        assertArrayEquals(joined(first, second), new UnzippedBody(new Trickle(zipped, piece)).readAllBytes());
    }

    @Test
    void given_a_body_of_nothing_when_read_byte_by_byte_then_it_ends() throws IOException {
        InputStream body = new UnzippedBody(new ByteArrayInputStream(zipped(new byte[0])));
        assertEquals(-1, body.read());
        assertEquals(-1, body.read());
    }

    @Test
    void given_bytes_above_127_when_read_byte_by_byte_then_they_are_not_negative() throws IOException {
        InputStream body = new UnzippedBody(new ByteArrayInputStream(zipped(new byte[] {(byte) 0xff, 0})));
        assertEquals(0xff, body.read());
        assertEquals(0, body.read());
        assertEquals(-1, body.read());
    }

    /** As {@code gzip file} and {@code gzip -n} write them, and with all that the format knows. */
    @Test
    void given_a_header_with_a_name_a_comment_and_more_when_read_then_it_is_passed_over() throws IOException {
        byte[] plain = zipped("rows".getBytes(StandardCharsets.UTF_8));
        byte[] header = {31, (byte) 139, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 9, 9};
        byte[] body = joined(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertEquals("rows", new String(new UnzippedBody(new Trickle(body, 1)).readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void given_a_body_cut_off_anywhere_when_read_then_it_is_refused() throws IOException {
        byte[] whole = zipped(content(500));
        for (int length = 0; length < whole.length; length++) {
            assertBroken(Arrays.copyOf(whole, length));
        }
        byte[] second = joined(whole, zipped(content(50)));
        for (int length = whole.length + 1; length < second.length; length++) {
            assertBroken(Arrays.copyOf(second, length));
        }
    }

    @Test
    void given_a_body_with_a_wrong_byte_when_read_then_it_is_refused_or_says_what_it_said() throws IOException {
        byte[] content = content(500);
        byte[] whole = zipped(content);
        for (int at = 0; at < whole.length; at++) {
            byte[] wrong = whole.clone();
            wrong[at] ^= 0x55;
            boolean isOfNoUse = at >= 4 && at < 10;
            if (isOfNoUse) {
                assertArrayEquals(content, new UnzippedBody(new ByteArrayInputStream(wrong)).readAllBytes());
            } else {
                assertBroken(wrong);
            }
        }
    }

    @Test
    void given_something_behind_the_end_when_read_then_it_is_refused() throws IOException {
        byte[] whole = zipped(content(500));
        for (String more : new String[] {"x", "\0", "[{}]", "\u001f\u0000"}) {
            assertBroken(joined(whole, more.getBytes(StandardCharsets.ISO_8859_1)));
        }
        assertBroken("[{\"externalId\": \"i1\"}]".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void given_a_small_body_that_holds_a_large_one_when_bounded_then_little_of_it_is_unzipped() throws IOException {
        byte[] bomb = zipped(new byte[50_000_000]);
        assertTrue(bomb.length < 100_000);
        long limit = 1_000_000;
        ByteArrayInputStream source = new ByteArrayInputStream(bomb);
        InputStream body =
                new BoundedInputStream(new UnzippedBody(source), limit, () -> RefusedBodyException.ofBatch(limit));
        byte[] piece = new byte[8_192];
        long read = 0;
        RefusedBodyException refused = null;
        while (refused == null) {
            try {
                read += body.read(piece);
            } catch (RefusedBodyException e) {
                refused = e;
            }
        }
        assertEquals(413, refused.problem().status());
        assertTrue(read <= limit, "read " + read);
        assertTrue(source.available() > bomb.length / 2, "most of it is not even looked at");
    }

    private static void assertBroken(byte[] body) {
        RefusedBodyException refused = assertThrows(
                RefusedBodyException.class, () -> new UnzippedBody(new ByteArrayInputStream(body)).readAllBytes());
        assertEquals(400, refused.problem().status());
    }

    /** Half of it repeats itself. */
    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        Arrays.fill(content, length / 2, length, (byte) 'a');
        return content;
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
