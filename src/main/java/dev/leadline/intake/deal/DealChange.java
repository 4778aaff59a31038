package dev.leadline.intake.deal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a stored deal is to become.
 *
 * @param terms all of them, those that stay and those that are named
 * @param namesMargin whether the margin is named, be it to take its default; as namesCancelledAt and namesRefundedAt
 */
record DealChange(DealUpdate terms, boolean namesMargin, boolean namesCancelledAt, boolean namesRefundedAt) {

    /** @param merged the stored terms with the patch */
    static DealChange of(DealUpdate merged, JsonNode patch) {
        return new DealChange(merged, patch.has("margin"), patch.has("cancelledAt"), patch.has("refundedAt"));
    }

    /** @param given what is null is not named */
    static DealChange of(DealEntity entity, DealUpdate given) {
        return new DealChange(
                DealUpdate.of(entity).with(given),
                given.margin() != null,
                given.cancelledAt() != null,
                given.refundedAt() != null);
    }
}
