package dev.leadline.workspace.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes a body while it is read, holding nothing of it. */
final class BodyDigest extends DigestInputStream {

    private Runnable whileReading = () -> {};
    private boolean ended;

    BodyDigest(InputStream in) {
        super(in, sha256());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something each time a piece has been read. */
    void whileReading(Runnable action) {
        whileReading = action;
    }

    /** SHA-256 of the whole body, whose rest is read for it. */
    byte[] whole() throws IOException {
        byte[] rest = new byte[8_192];
        while (!ended) {
            read(rest, 0, rest.length);
        }
        return getMessageDigest().digest();
    }

    @Override
    public int read() throws IOException {
        return seen(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return seen(super.read(buffer, offset, length));
    }

    /** @param read what a reading gave; negative at the end */
    private int seen(int read) {
        if (read < 0) {
            ended = true;
        } else {
            whileReading.run();
        }
        return read;
    }

    /** By reading, for what is passed over belongs to the body too. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(count, 8_192))];
        return Math.max(0, passed.length == 0 ? 0 : read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
