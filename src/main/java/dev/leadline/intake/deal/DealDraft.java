package dev.leadline.intake.deal;

import dev.leadline.platform.json.ContentHash;

/**
 * A deal on its way, with what can be said of it before the database is asked.
 *
 * @param request valid and normalised
 * @param hash of its content
 */
public record DealDraft(DealRequest request, byte[] hash) {

    /** @param request valid and normalised */
    static DealDraft of(DealRequest request) {
        return new DealDraft(request, ContentHash.of(request));
    }
}
