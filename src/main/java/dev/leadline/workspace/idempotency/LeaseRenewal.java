package dev.leadline.workspace.idempotency;

import java.util.UUID;

/** Keeps a key from running out while a long stream is read under it: renews the lease each time a third has passed. */
final class LeaseRenewal implements Runnable {

    private final IdempotencyStore store;
    private final byte[] keyHash;
    private final UUID runId;
    private final long interval;
    private long renewed = System.nanoTime();

    LeaseRenewal(IdempotencyStore store, byte[] keyHash, UUID runId) {
        this.store = store;
        this.keyHash = keyHash;
        this.runId = runId;
        this.interval = store.lease().toNanos() / 3;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (now - renewed >= interval) {
            store.renew(keyHash, runId);
            renewed = now;
        }
    }
}
