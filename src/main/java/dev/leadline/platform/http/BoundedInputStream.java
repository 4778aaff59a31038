package dev.leadline.platform.http;

import dev.leadline.platform.problem.RefusedBodyException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Fails once more than the limit has been read. */
final class BoundedInputStream extends FilterInputStream {

    private final long limit;
    private final Supplier<RefusedBodyException> fault;
    private long taken;

    BoundedInputStream(InputStream in, long limit, Supplier<RefusedBodyException> fault) {
        super(in);
        this.fault = fault;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) throws IOException {
        taken += n;
        if (taken > limit) {
            throw fault.get();
        }
    }
}
