package dev.leadline.platform.http;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that tells when its last byte has been read. */
final class OpenBody extends FilterInputStream {

    private final Closeable ending;
    private long missing;

    /** @param length in bytes; negative: not known */
    OpenBody(InputStream in, long length, Closeable ending) {
        super(in);
        this.missing = length < 0 ? Long.MAX_VALUE : length;
        this.ending = ending;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) throws IOException {
        missing -= Math.max(n, 0);
        if (n < 0 || missing <= 0) {
            ending.close();
        }
    }

    @Override
    public void close() throws IOException {
        ending.close();
        super.close();
    }
}
