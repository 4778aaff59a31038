package dev.leadline.intake.record;

import java.util.Map;
import java.util.UUID;

/**
 * The records that hold the keys of rows after these were inserted: a row is new where its own record holds its key.
 *
 * @param allNew whether every row is; then no record need be named
 * @param byKey the record that holds a key; a key that nobody holds has none
 */
public record ExistingRecords<K>(boolean allNew, Map<K, StoredRecord> byKey) {

    /** Of rows that are all new. */
    public static <K> ExistingRecords<K> ofNewRows() {
        return new ExistingRecords<>(true, Map.of());
    }

    /** Of rows of which some are not new, perhaps. */
    public static <K> ExistingRecords<K> of(Map<K, StoredRecord> byKey) {
        return new ExistingRecords<>(false, byKey);
    }

    /** @param id that the row gets if it is new */
    public boolean isNew(K key, UUID id) {
        return allNew || byKey.containsKey(key) && byKey.get(key).id().equals(id);
    }

    /** Whether the same request made the record that holds the key. */
    public boolean isRepeated(K key, byte[] rowHash) {
        return byKey.containsKey(key) && byKey.get(key).isFrom(rowHash);
    }

    /** Whether another record than the row's own holds the key. */
    public boolean isTaken(K key, UUID id) {
        return !isNew(key, id) && byKey.containsKey(key);
    }

    /** The record that holds a key. */
    public StoredRecord of(K key) {
        return byKey.get(key);
    }
}
