package dev.leadline.demo;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * An inquiry as a firm would post it. {@code region}, {@code industry} and {@code marketSegment} are its own, null
 * where it states none. {@code clickIds} is empty where the channel gives none. {@code firstRespondedAt} is null where it has not
 * been answered or that is not known. People and firms are made up.
 */
public record DemoInquiry(
        String externalId,
        String campaignExternalId,
        OffsetDateTime receivedAt,
        String region,
        String industry,
        String marketSegment,
        Status status,
        boolean test,
        Contact contact,
        Map<String, String> clickIds,
        String message,
        OffsetDateTime firstRespondedAt) {

    public DemoInquiry {
        clickIds = Map.copyOf(clickIds);
    }

    /** Whether it counts: not INVALID and no test. */
    public boolean valid() {
        return status != Status.INVALID && !test;
    }

    /** As of the market's last day. */
    public enum Status {
        NEW,
        QUALIFIED,
        LOST,
        INVALID
    }

    /** Who asked. */
    public record Contact(String name, String email, String phone, String company) {}
}
