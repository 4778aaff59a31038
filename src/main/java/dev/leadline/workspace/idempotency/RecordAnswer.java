package dev.leadline.workspace.idempotency;

import java.util.UUID;

/** An answer that shows what may have to be forgotten; it is kept by its record's id, so that it can be. */
public interface RecordAnswer {

    /** Id of the record that the answer shows. */
    UUID id();
}
