package dev.leadline.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines, holding no more than one line of bounded length and one buffer. */
final class LineReader {

    private static final int BUFFER_BYTES = 65_536;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;
    private byte[] line = new byte[4_096];
    private int length;
    private boolean tooLong;

    /** @param longest most bytes of a line, its end not counted */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes on to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean begun = false;
        while (position < end || fill()) {
            begun = true;
            int stop = position;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(stop);
            if (stop < end) {
                position = stop + 1;
                return true;
            }
            position = end;
        }
        return begun;
    }

    /** Whether the line has more bytes than it may; its text is gone then. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether there is nothing but white space on the line. */
    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    /** The line's bytes, the first {@link #length()} of this array; valid until the next line. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private void append(int stop) {
        int more = stop - position;
        if (tooLong || length + more > longest) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
    }
}
