package dev.leadline.platform.http;

import dev.leadline.platform.problem.RefusedBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What is in a gzip body (RFC 1952), unzipped as it is read and no further.
 *
 * <p>{@link java.util.zip.GZIPInputStream} does not do for bodies: it takes a stream that has nothing to read at the moment for one
 * that has ended (JDK-7036144), so of several members one behind the other it may leave out some; and it passes over what stands
 * behind the last. Rows would be missing, and nobody would know.
 */
final class UnzippedBody extends InputStream {

    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;
    private static final int DEFLATED = 8;

    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int UNKNOWN_FLAGS = 0xe0;

    /** Time, level and system. */
    private static final int OF_NO_USE = 6;

    private final InputStream zipped;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] input = new byte[8_192];
    /** The part of the input that is not used yet. */
    private int from;

    private int to;
    private boolean inMember;
    private boolean started;

    UnzippedBody(InputStream zipped) {
        this.zipped = zipped;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int n = inflate(buffer, offset, length);
            if (n > 0) {
                return n;
            }
        }
        // What it holds is not the heap's, and whoever reads may not close it.
        inflater.end();
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zipped.close();
    }

    /** @return false at the end of the body */
    private boolean beginMember() throws IOException {
        if (from == to && !fill()) {
            if (started) {
                return false;
            }
            throw RefusedBodyException.brokenGzip();
        }
        started = true;
        if (next() != MAGIC_FIRST || next() != MAGIC_SECOND || next() != DEFLATED) {
            throw RefusedBodyException.brokenGzip();
        }
        int flags = next();
        if ((flags & UNKNOWN_FLAGS) != 0) {
            throw RefusedBodyException.brokenGzip();
        }
        skip(OF_NO_USE);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        check.reset();
        inMember = true;
        return true;
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            if (from == to && !fill()) {
                throw RefusedBodyException.brokenGzip();
            }
            inflater.setInput(input, from, to - from);
            from = to;
        }
        try {
            int n = inflater.inflate(buffer, offset, length);
            check.update(buffer, offset, n);
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw RefusedBodyException.brokenGzip();
            }
            return n;
        } catch (DataFormatException e) {
            throw RefusedBodyException.brokenGzip();
        }
    }

    private void endMember() throws IOException {
        from = to - inflater.getRemaining();
        if (number() != check.getValue() || number() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw RefusedBodyException.brokenGzip();
        }
        inMember = false;
    }

    /** Four bytes, the lowest first. */
    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Its length is bounded as the body's is.
        }
    }

    private int next() throws IOException {
        if (from == to && !fill()) {
            throw RefusedBodyException.brokenGzip();
        }
        return input[from++] & 0xff;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, zipped.read(input, 0, input.length));
        return to > 0;
    }
}
