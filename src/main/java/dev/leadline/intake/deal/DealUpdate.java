package dev.leadline.intake.deal;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.Instants;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a deal can be changed; the form that a merge patch is applied to. */
@Schema(
        description =
                "Fields of a deal to change; what is not named stays as it is. A margin of null takes its default, and one that was"
                        + " never given follows the revenue.")
record DealUpdate(
        @Schema(
                examples = "2026-12-18T10:00:00+08:00",
                description = "Not more than a day before the inquiry was received.")
        @NotNull
        @EventTime
        OffsetDateTime closedAt,

        @Schema(examples = "12400", description = "Money.")
        @NotNull
        @DecimalMin("0")
        @DecimalMax(Amounts.MOST)
        @Digits(integer = Amounts.INTEGER_DIGITS, fraction = Amounts.DECIMALS, message = Amounts.DIGITS_MESSAGE)
        BigDecimal revenue,

        @Schema(
                examples = "4340",
                nullable = true,
                description =
                        "Gross margin; may be negative. Default: revenue times the workspace's defaultMarginRate. Money.")
        @DecimalMin(Amounts.LEAST)
        @DecimalMax(Amounts.MOST)
        @Digits(integer = Amounts.INTEGER_DIGITS, fraction = Amounts.DECIMALS, message = Amounts.DIGITS_MESSAGE)
        BigDecimal margin,

        @Schema(examples = "CANCELLED", description = "WON removes cancelledAt.")
        @NotNull(message = "must be one of WON, CANCELLED")
        DealStatus status,

        @Schema(
                examples = "2027-01-08T09:00:00+08:00",
                nullable = true,
                description = "Only with CANCELLED. Default: when that status is set.")
        @EventTime
        OffsetDateTime cancelledAt)
        implements IntakeRequest<DealUpdate> {

    static DealUpdate of(DealEntity entity) {
        return new DealUpdate(
                utc(entity.closedAt), entity.revenue, entity.margin, entity.status, utc(entity.cancelledAt));
    }

    DealUpdate withoutCancellation() {
        return new DealUpdate(closedAt, revenue, margin, status, null);
    }

    DealUpdate withoutMargin() {
        return new DealUpdate(closedAt, revenue, null, status, cancelledAt);
    }

    boolean hasRevenueOf(DealUpdate other) {
        return revenue.compareTo(other.revenue) == 0;
    }

    @Override
    public DealUpdate normalised() {
        return new DealUpdate(
                Instants.utc(closedAt),
                Amounts.normalised(revenue),
                Amounts.normalised(margin),
                status,
                Instants.utc(cancelledAt));
    }

    @Override
    public List<FieldError> faults() {
        return Cancellation.faults(status, closedAt, cancelledAt);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
