package dev.leadline.workspace.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;

/** The request under way, if it is a POST with an idempotency key. */
@RequestScoped
class KeyedRequest {

    private byte[] keyHash;
    private String target;
    private BodyDigest body;

    void begin(byte[] keyHash, String target, InputStream entity) {
        this.keyHash = keyHash;
        this.target = target;
        this.body = new BodyDigest(entity);
    }

    /** Whether there is a key; without one all else here is null. */
    boolean isKeyed() {
        return keyHash != null;
    }

    byte[] keyHash() {
        return keyHash;
    }

    /** What is asked for: the path and, where there is one, the query. */
    String target() {
        return target;
    }

    BodyDigest body() {
        return body;
    }

    /** SHA-256 of the body, which is read to its end for it. To be asked for once. */
    byte[] bodyHash() throws IOException {
        return body.whole();
    }
}
