package dev.leadline.intake.record;

import dev.leadline.platform.problem.Problem;
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

    /**
     * What becomes of a later row with the same key: nothing if it says the same, else it is in conflict.
     *
     * @param rowHash of the later row's request
     * @param key the record and its key in words, for the client
     */
    public RowOutcome meet(byte[] rowHash, String key) {
        return isFrom(rowHash)
                ? RowOutcome.unchanged(id)
                : RowOutcome.rejected(Problem.conflict(
                        key
                                + " was posted before with different content. Change it by PATCH, or use another externalId.",
                        id));
    }
}
