package dev.leadline.workspace;

import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.validation.EventTime;
import dev.leadline.platform.validation.Fractions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a workspace can be set, besides the settings of the rooms. Meaning and units: {@link Workspace}. */
@Schema(description = "Settings to change; what is not named stays as it is.")
record WorkspaceUpdate(
        @Schema(examples = "Northfield Components") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "USD", description = "ISO 4217; fixed once records exist.") @NotNull @KnownCurrency
        String currency,

        @Schema(examples = "America/New_York", description = "IANA time zone; fixed once records exist.")
        @NotNull
        @KnownTimeZone
        String timeZone,

        @Schema(examples = "0.3", description = "Fraction; 0.3 is 30 % above cost.")
        @NotNull
        @DecimalMin(Workspace.LEAST_TARGET_ROI)
        @DecimalMax(Workspace.MOST_TARGET_ROI)
        @Digits(integer = 3, fraction = Fractions.DECIMALS, message = Fractions.MOST_DECIMALS + "3 digits before them")
        BigDecimal targetRoi,

        @Schema(examples = "180", description = "Days.") @NotNull @Min(1) @Max(Workspace.MOST_HORIZON_DAYS)
        Integer horizonDays,

        @Schema(examples = "0.35", nullable = true, description = "Fraction of revenue.")
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal defaultMarginRate,

        @Schema(examples = "2026-01-01", nullable = true, description = "First day from which all deals are on record.")
        @EventTime
        LocalDate dealsTrackedFrom,

        @Schema(examples = "4.5", description = "Money.")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1000000000")
        @Digits(
                integer = 10,
                fraction = Amounts.DECIMALS,
                message = "must have at most " + Amounts.DECIMALS + " decimals, and 10 digits before them")
        BigDecimal handlingCostPerInquiry,

        @Schema(examples = "0.08", description = "Fraction a year.")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal discountRate,

        @Schema(
                examples = "730",
                nullable = true,
                description = "Days after which contacts are erased for good. Null: kept.")
        @Min(1)
        @Max(3650)
        Integer contactRetentionDays,

        @Schema(examples = "SUNDAY", description = "The day on which weeks begin in `/metrics/series` and `/cohorts`.")
        @NotNull
        WeekStart weekStart) {

    static WorkspaceUpdate of(Workspace workspace) {
        return new WorkspaceUpdate(
                workspace.name(),
                workspace.currency(),
                workspace.timeZone(),
                workspace.targetRoi(),
                workspace.horizonDays(),
                workspace.defaultMarginRate(),
                workspace.dealsTrackedFrom(),
                workspace.handlingCostPerInquiry(),
                workspace.discountRate(),
                workspace.contactRetentionDays(),
                workspace.weekStart());
    }
}
