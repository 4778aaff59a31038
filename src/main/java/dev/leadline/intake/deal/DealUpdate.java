package dev.leadline.intake.deal;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a deal can be changed; the form that a merge patch is applied to. */
@Schema(
        description =
                "Fields of a deal to change; what is not named stays as it is. A margin of null takes its default, and one that was"
                        + " never given follows the revenue.")
record DealUpdate(
        @Schema(
                examples = "2026-12-18T10:00:00+08:00",
                description = "Not more than a day before the inquiry was received. " + GivenTime.DESCRIPTION)
        @NotNull
        @EventTime
        GivenTime closedAt,

        @Schema(examples = "12400", description = Amounts.DESCRIPTION)
        @NotNull
        @DecimalMin("0")
        @DecimalMax(Amounts.MOST)
        BigDecimal revenue,

        @Schema(
                examples = "4340",
                nullable = true,
                description = "Gross margin; may be negative."
                        + " Default: revenue times the workspace's defaultMarginRate. " + Amounts.DESCRIPTION)
        @DecimalMin(Amounts.LEAST)
        @DecimalMax(Amounts.MOST)
        BigDecimal margin,

        @Schema(examples = "CANCELLED", description = "WON removes cancelledAt.")
        @NotNull(message = "must be one of WON, CANCELLED")
        DealStatus status,

        @Schema(
                examples = "2027-01-08T09:00:00+08:00",
                nullable = true,
                description = "Only with CANCELLED. Default: when that status is set. " + GivenTime.DESCRIPTION)
        @EventTime
        GivenTime cancelledAt,

        @Schema(
                examples = "800",
                nullable = true,
                description =
                        "What of the revenue was given back, all of it together. It comes off revenue and margin from"
                                + " refundedAt on. " + Amounts.DESCRIPTION)
        @DecimalMin("0")
        @DecimalMax(Amounts.MOST)
        BigDecimal refunded,

        @Schema(
                examples = "2027-01-15T09:00:00+08:00",
                nullable = true,
                description = "Only with refunded. Default: when that amount is set. " + GivenTime.DESCRIPTION)
        @EventTime
        GivenTime refundedAt)
        implements IntakeRequest<DealUpdate> {

    static DealUpdate of(DealEntity entity) {
        return new DealUpdate(
                GivenTime.of(entity.closedAt),
                entity.revenue,
                entity.margin,
                entity.status,
                GivenTime.of(entity.cancelledAt),
                entity.refunded,
                GivenTime.of(entity.refundedAt));
    }

    DealUpdate withoutCancellation() {
        return new DealUpdate(closedAt, revenue, margin, status, null, refunded, refundedAt);
    }

    DealUpdate withoutMargin() {
        return new DealUpdate(closedAt, revenue, null, status, cancelledAt, refunded, refundedAt);
    }

    DealUpdate withoutRefundedAt() {
        return new DealUpdate(closedAt, revenue, margin, status, cancelledAt, refunded, null);
    }

    boolean hasRevenueOf(DealUpdate other) {
        return revenue.compareTo(other.revenue) == 0;
    }

    boolean hasRefundOf(DealUpdate other) {
        return refunded == null || other.refunded == null
                ? refunded == other.refunded
                : refunded.compareTo(other.refunded) == 0;
    }

    @Override
    public DealUpdate normalised(Supplier<ZoneId> zone) {
        return new DealUpdate(
                GivenTime.in(zone, closedAt),
                Amounts.normalised(revenue),
                Amounts.normalised(margin),
                status,
                GivenTime.in(zone, cancelledAt),
                Amounts.normalised(refunded),
                GivenTime.in(zone, refundedAt));
    }

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(Cancellation.faults(status, closedAt, cancelledAt));
        faults.addAll(Refund.faults(revenue, closedAt, refunded, refundedAt));
        return faults;
    }
}
