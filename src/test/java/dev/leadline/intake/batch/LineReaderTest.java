package dev.leadline.intake.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int LONGEST = 10;

    @Test
    void when_the_stream_ends_without_a_line_end_then_its_last_line_is_read_too() throws IOException {
        assertEquals(List.of("a", "", "bc"), lines("a\n\nbc"));
    }

    @Test
    void when_the_stream_ends_with_a_line_end_then_no_line_follows() throws IOException {
        assertEquals(List.of("a"), lines("a\n"));
    }

    @Test
    void when_the_stream_is_empty_then_there_is_no_line() throws IOException {
        assertEquals(List.of(), lines(""));
    }

    @Test
    void when_a_line_is_as_long_as_it_may_be_then_it_is_read() throws IOException {
        assertEquals(List.of("0123456789", "b"), lines("0123456789\nb"));
    }

    @Test
    void when_a_line_is_longer_than_it_may_be_then_the_next_one_is_still_read() throws IOException {
        assertEquals(List.of("too long", "b", "too long"), lines("0123456789x\nb\n" + "y".repeat(200_000)));
    }

    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(byteWise(text), LONGEST);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(
                    reader.isTooLong()
                            ? "too long"
                            : new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** A stream that gives few bytes at a time, as a slow client does. */
    private static InputStream byteWise(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 3));
            }
        };
    }
}
