package dev.leadline.platform;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Ids of records: UUIDv7 (RFC 9562), made here, so that they sort by the time of recording. */
public final class RecordId {

    private RecordId() {}

    /** A new id, which sorts after those that this process made before. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
