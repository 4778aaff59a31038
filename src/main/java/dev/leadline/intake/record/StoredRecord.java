package dev.leadline.intake.record;

import java.util.Arrays;
import java.util.UUID;

/**
 * The record that already holds a key.
 *
 * @param contentHash of the request that made it
 */
public record StoredRecord(UUID id, byte[] contentHash) {

    /** Whether the same request made it. */
    public boolean isFrom(byte[] rowHash) {
        return Arrays.equals(contentHash, rowHash);
    }
}
