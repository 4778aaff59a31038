package dev.leadline.intake.deal;

import dev.leadline.intake.inquiry.InquiryKey;
import dev.leadline.platform.problem.FieldError;
import java.util.List;
import java.util.UUID;

/**
 * How a deal names its inquiry: by our id, or by its id at its source.
 *
 * @param id ours; or null
 * @param source only with externalId; null: the default
 * @param externalId the source's; or null
 */
record InquiryReference(UUID id, String source, String externalId) {

    /** The fault of a reference that names no inquiry, or that names it twice. */
    List<FieldError> faults() {
        if (id == null && externalId == null) {
            return List.of(FieldError.at("/inquiryExternalId", "is required unless inquiryId is given"));
        }
        if (id != null && externalId != null) {
            return List.of(FieldError.at("/inquiryExternalId", "must not be given together with inquiryId"));
        }
        if (id != null && source != null) {
            return List.of(FieldError.at("/inquirySource", "is allowed only with inquiryExternalId"));
        }
        return List.of();
    }

    /** The fault of a reference to an inquiry that is not there. */
    FieldError unknown() {
        return id != null
                ? FieldError.at("/inquiryId", "is not the id of an inquiry in this workspace")
                : FieldError.at(
                        "/inquiryExternalId",
                        "is not the id of an inquiry of source " + key().source() + " in this workspace");
    }

    /** The fault of a reference to another inquiry than the stored deal's. */
    FieldError other() {
        return FieldError.at(
                id != null ? "/inquiryId" : "/inquiryExternalId",
                "is not the inquiry of the stored deal, which cannot change");
    }

    /** The inquiry's key; only of a reference by external id. */
    InquiryKey key() {
        return InquiryKey.of(source, externalId);
    }
}
