package dev.leadline.intake.record;

import java.util.UUID;

/**
 * A row that meets a stored record, which must be read to tell what becomes of it.
 *
 * @param index the row's place among those that are written together
 * @param recordId of the stored record
 */
public record Meeting<R>(int index, R row, UUID recordId) {}
