package dev.leadline.intake.deal;

import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deal to be stored.
 *
 * @param inquirySource goes with inquiryExternalId; null: api
 * @param margin gross margin; null: revenue times the workspace's default margin rate
 * @param status null: WON
 * @param cancelledAt null, for a cancelled deal: now
 * @param refunded null: nothing
 * @param refundedAt null, for a deal of which something was refunded: now
 */
@Schema(description = "A deal to be stored.")
public record DealRequest(
        @Schema(
                examples = "order-7781",
                description = "The deal's or order's id; unique in the workspace. " + IdText.DESCRIPTION)
        @NotNull
        @IdText
        @Size(max = 200)
        String externalId,

        @Schema(
                examples = "019a3b5d-0c11-7f60-8a2e-5b6c7d8e9f01",
                nullable = true,
                description = "This or inquiryExternalId.")
        UUID inquiryId,

        @Schema(
                examples = "website-form",
                nullable = true,
                description = "The inquiry's source; with inquiryExternalId. Default: api.")
        @Size(max = 100)
        String inquirySource,

        @Schema(
                examples = "form-20931",
                nullable = true,
                description = "The inquiry's id at its source. " + IdText.DESCRIPTION)
        @IdText
        @Size(max = 200)
        String inquiryExternalId,

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

        @Schema(examples = "WON", nullable = true, description = "Default: WON.")
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
        implements IntakeRequest<DealRequest> {

    @Override
    public DealRequest normalised(Supplier<ZoneId> zone) {
        return new DealRequest(
                CleanText.normalised(externalId),
                inquiryId,
                CleanText.normalised(inquirySource),
                CleanText.normalised(inquiryExternalId),
                GivenTime.in(zone, closedAt),
                Amounts.normalised(revenue),
                Amounts.normalised(margin),
                status,
                GivenTime.in(zone, cancelledAt),
                Amounts.normalised(refunded),
                GivenTime.in(zone, refundedAt));
    }

    @Override
    public boolean losesDecimals() {
        return Amounts.isRounded(revenue) || Amounts.isRounded(margin) || Amounts.isRounded(refunded);
    }

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(inquiry().faults());
        faults.addAll(Cancellation.faults(status, closedAt, cancelledAt));
        faults.addAll(Refund.faults(revenue, closedAt, refunded, refundedAt));
        return faults;
    }

    InquiryReference inquiry() {
        return new InquiryReference(inquiryId, inquirySource, inquiryExternalId);
    }

    DealUpdate terms() {
        return new DealUpdate(closedAt, revenue, margin, status, cancelledAt, refunded, refundedAt);
    }
}
