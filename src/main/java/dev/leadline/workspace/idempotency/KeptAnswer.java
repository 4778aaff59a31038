package dev.leadline.workspace.idempotency;

import java.net.URI;
import java.util.UUID;

/**
 * An answer under its key.
 *
 * @param location path of the new record; null if it has none
 * @param body JSON
 * @param recordId the record that must not be forgotten without this answer; null if there is none
 */
record KeptAnswer(int status, URI location, String body, UUID recordId) {}
