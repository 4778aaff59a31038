package dev.leadline.intake.spend;

import dev.leadline.intake.batch.BatchWarning;
import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.RecordId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One request under way that posts spend, in as many chunks as it takes; chunks are written one after the other. */
final class SpendBatch {

    private static final long HASH_BEGIN = 0xCBF29CE484222325L;
    private static final long HASH_PRIME = 0x100000001B3L;

    /** Each request has its own, a repeated one too: so it never adds to what it wrote when it broke off. */
    private final UUID id = RecordId.next();

    private final OnRepeat onRepeat;
    private final Warnings warnings = new Warnings();
    /** Of the keys of each chunk that is stored, sorted. */
    private final List<long[]> stored = new ArrayList<>();

    SpendBatch(OnRepeat onRepeat) {
        this.onRepeat = onRepeat;
    }

    UUID id() {
        return id;
    }

    OnRepeat onRepeat() {
        return onRepeat;
    }

    boolean wrote(SpendRow row) {
        return id.equals(row.requestId());
    }

    /** To be told when the transaction that stores these keys has ended, if others follow. */
    void hasStored(Collection<SpendKey> keys) {
        stored.add(keys.stream().mapToLong(SpendBatch::fingerprint).sorted().toArray());
    }

    /** Whether an earlier chunk had this key. */
    boolean knows(SpendKey key) {
        if (stored.isEmpty()) {
            return false;
        }
        long fingerprint = fingerprint(key);
        return stored.stream().anyMatch(keys -> Arrays.binarySearch(keys, fingerprint) >= 0);
    }

    boolean mayWarn() {
        return warnings.hasRoom();
    }

    void warn(BatchWarning warning) {
        warnings.add(warning);
    }

    List<BatchWarning> warnings() {
        return warnings.all();
    }

    /** In place of a key, for a long stream has a million of them: two of those share theirs once in thirty million streams. */
    private static long fingerprint(SpendKey key) {
        Dimensions dimensions = key.dimensions();
        long hash = mixed(HASH_BEGIN, key.campaignId().getMostSignificantBits());
        hash = mixed(hash, key.campaignId().getLeastSignificantBits());
        hash = mixed(hash, key.day().toEpochDay());
        hash = mixed(hash, dimensions.region());
        hash = mixed(hash, dimensions.industry());
        return mixed(hash, dimensions.marketSegment());
    }

    /** Its length too, so that no text runs into the next. */
    private static long mixed(long hash, String text) {
        if (text == null) {
            return mixed(hash, -1);
        }
        long mixed = mixed(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed(mixed, text.charAt(i));
        }
        return mixed;
    }

    /** As FNV-1a does (G. Fowler, L. Noll, K.-P. Vo), with more at a time; the high bits come down, for those differ most. */
    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * HASH_PRIME;
        return mixed ^ mixed >>> 32;
    }
}
