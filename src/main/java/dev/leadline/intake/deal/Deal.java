package dev.leadline.intake.deal;

import dev.leadline.platform.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deal as it is stored.
 *
 * @param closedDay of closedAt in the workspace's time zone; as cancelledDay
 * @param revenue money, as posted; as margin and refunded
 * @param campaignId its inquiry's
 * @param cohortDay the day its inquiry was received
 * @param lagDays days from cohortDay to closedDay, never negative
 */
@Schema(description = "A deal.")
public record Deal(
        @Schema(examples = "019a3b5e-4477-7b52-b1c0-9e8d7c6b5a43")
        UUID id,

        @Schema(examples = "order-7781") String externalId,

        @Schema(examples = "019a3b5d-0c11-7f60-8a2e-5b6c7d8e9f01")
        UUID inquiryId,

        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b", description = "Of its inquiry.")
        UUID campaignId,

        @Schema(examples = "2026-12-18T02:00:00Z") Instant closedAt,

        @Schema(examples = "2026-12-18", description = "Of closedAt, in the workspace's time zone.")
        LocalDate closedDay,

        @Schema(examples = "2026-11-20", description = "The day its inquiry was received.")
        LocalDate cohortDay,

        @Schema(examples = "28", description = "Days from cohortDay to closedDay; never negative.")
        int lagDays,

        @Schema(examples = "12400") BigDecimal revenue,
        @Schema(examples = "4340") BigDecimal margin,
        @Schema(examples = "WON") DealStatus status,
        @Schema(examples = "2026-12-18T02:00:05Z") Instant statusChangedAt,

        @Schema(examples = "2027-01-08T01:00:00Z", nullable = true)
        Instant cancelledAt,

        @Schema(examples = "2027-01-08", nullable = true) LocalDate cancelledDay,

        @Schema(examples = "800", nullable = true, description = "What of the revenue was given back.")
        BigDecimal refunded,

        @Schema(examples = "2027-01-15T01:00:00Z", nullable = true)
        Instant refundedAt,

        @Schema(examples = "2027-01-15", nullable = true) LocalDate refundedDay,
        @Schema(examples = "2026-12-18T02:00:05Z") Instant recordedAt) {

    static Deal of(DealEntity entity) {
        return new Deal(
                entity.id,
                entity.externalId,
                entity.inquiryId,
                entity.campaignId,
                entity.closedAt,
                entity.closedDay,
                entity.cohortDay,
                entity.lagDays,
                Amounts.normalised(entity.revenue),
                Amounts.normalised(entity.margin),
                entity.status,
                entity.statusChangedAt,
                entity.cancelledAt,
                entity.cancelledDay,
                Amounts.normalised(entity.refunded),
                entity.refundedAt,
                entity.refundedDay,
                entity.recordedAt);
    }
}
