package dev.leadline.intake.inquiry;

/**
 * An inquiry on its way, with what can be said of it before the database is asked: a batch works that out while the rows before it are
 * being stored.
 *
 * @param request valid and normalised
 * @param hash of its content
 * @param contact as its column holds it; null where there is none
 * @param clickIds as their column holds them; null where there are none
 */
public record InquiryDraft(InquiryRequest request, byte[] hash, String contact, String clickIds) {}
