package dev.leadline.intake.record;

import dev.leadline.platform.problem.Problem;
import java.util.UUID;

/** What becomes of a row whose key a stored record has, where it says something else than that. */
public enum OnExisting {
    /** It is a conflict: so that no late repetition of an old request undoes a change. */
    REJECT,
    /** What it gives is merged into the record, as PATCH does it. */
    UPDATE,
    /** The record stays as it is. */
    SKIP;

    /**
     * The outcome of such a row, unless it is to be merged.
     *
     * @param id of the stored record
     * @param key the record and its key in words, for the client
     */
    public RowOutcome outcome(UUID id, String key) {
        return this == SKIP
                ? RowOutcome.skipped(id)
                : RowOutcome.rejected(Problem.conflict(
                        key
                                + " was posted before with different content. Change it by PATCH or with onExisting=update, or"
                                + " use another externalId.",
                        id));
    }
}
