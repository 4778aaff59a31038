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
    void whenTheStreamEndsWithoutALineEnd_thenItsLastLineIsReadToo() throws IOException {
        assertEquals(List.of("a", "", "bc"), lines("a\n\nbc"));
    }

    @Test
    void whenTheStreamEndsWithALineEnd_thenNoLineFollows() throws IOException {
        assertEquals(List.of("a"), lines("a\n"));
    }

    @Test
    void whenTheStreamIsEmpty_thenThereIsNoLine() throws IOException {
        assertEquals(List.of(), lines(""));
    }

    @Test
    void whenALineIsAsLongAsItMayBe_thenItIsRead() throws IOException {
        assertEquals(List.of("0123456789", "b"), lines("0123456789\nb"));
    }

    @Test
    void whenALineIsLongerThanItMayBe_thenTheNextOneIsStillRead() throws IOException {
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
