package dev.leadline.intake.spend;

import dev.leadline.intake.batch.BatchWarning;
import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One request under way that posts spend, in as many chunks as it takes; chunks are written one after the other. */
final class SpendBatch {

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

    /** Sixty bits of a key's MD5, since a long stream has a million keys: two of these share them once in a million streams. */
    private static long fingerprint(SpendKey key) {
        Dimensions dimensions = key.dimensions();
        String text = String.join(
                "\n",
                key.campaignId().toString(),
                key.day().toString(),
                String.valueOf(dimensions.region()),
                String.valueOf(dimensions.industry()),
                String.valueOf(dimensions.marketSegment()));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
