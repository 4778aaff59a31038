package dev.leadline.intake.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.json.ContentHash;

/**
 * An inquiry on its way, with what can be said of it before the database is asked.
 *
 * @param request valid and normalised
 * @param hash of its content
 * @param contact as its column holds it; null where there is none
 * @param clickIds as their column holds them; null where there are none
 */
public record InquiryDraft(InquiryRequest request, byte[] hash, String contact, String clickIds) {

    /**
     * @param request valid and normalised
     * @param json the one that {@link dev.leadline.platform.json.JsonColumns} has
     */
    static InquiryDraft of(InquiryRequest request, ObjectMapper json) {
        return new InquiryDraft(
                request, ContentHash.of(request), column(json, request.contact()), column(json, request.clickIds()));
    }

    private static String column(ObjectMapper json, Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
