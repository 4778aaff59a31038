package dev.leadline.analysis.closed;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What moved on some calendar days.
 *
 * @param deals closed on them, repeat orders too, whatever became of them later
 * @param spend on them, whatever came of it
 */
@Schema(description = "The money that moved on some calendar days, whatever inquiries it came from.")
record ClosedMoney(
        @Schema(
                description = "Deals closed on these days, repeat orders too, and those cancelled or refunded later.",
                examples = "14")
        long deals,

        @Schema(description = "What these deals closed for.", examples = "120404.5")
        BigDecimal revenue,

        @Schema(description = "What they were to earn when they closed.", examples = "48161.8")
        BigDecimal margin,

        Refunds refunds,
        Cancellations cancellations,

        @Schema(description = "revenue - refunds.amount - cancellations.revenue.", examples = "112004.5")
        BigDecimal netRevenue,

        @Schema(
                description = "margin - refunds.amount - cancellations.margin; the spend is not taken off.",
                examples = "44561.8")
        BigDecimal netMargin,

        @Schema(description = "Spent on these days.", examples = "16320.55")
        BigDecimal spend) {

    /** What was given back. */
    @Schema(name = "ClosedRefunds", description = "What was given back on these days, whenever the deals closed.")
    record Refunds(
            @Schema(description = "Deals of which something was given back.", examples = "1")
            long deals,

            @Schema(description = "It comes off revenue and margin alike.", examples = "800")
            BigDecimal amount) {}

    /** What was lost by cancellations. */
    @Schema(
            name = "ClosedCancellations",
            description =
                    "What was lost by cancellations on these days, whenever the deals closed; less what had been given"
                            + " back of them before.")
    record Cancellations(
            @Schema(description = "Deals cancelled on these days.", examples = "2")
            long deals,

            @Schema(examples = "7600") BigDecimal revenue,
            @Schema(examples = "2800") BigDecimal margin) {}
}
