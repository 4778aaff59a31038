package dev.leadline.demo;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A deal as a firm would post it; {@code cancelledAt} is null unless it is CANCELLED. */
public record DemoDeal(
        String externalId,
        String inquiryExternalId,
        OffsetDateTime closedAt,
        BigDecimal revenue,
        BigDecimal margin,
        Status status,
        OffsetDateTime cancelledAt) {

    /** As of the market's last day. */
    public enum Status {
        WON,
        CANCELLED
    }
}
