package dev.leadline.ledger.store;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Records of the as-of day or before that arrived, or were changed, after it. They count as they are now, though an answer given on that
 * day could not know them.
 *
 * @param inquiries received by then
 * @param spendDays rows of spend of days up to then, new or restated
 * @param deals closed by then
 */
@Schema(
        description =
                "Records dated asOf or before that arrived, or were changed, after it: an answer given on that day did not know them so.")
public record LateRecords(
        @Schema(examples = "3") long inquiries,
        @Schema(examples = "14") long spendDays,
        @Schema(examples = "1") long deals) {}
