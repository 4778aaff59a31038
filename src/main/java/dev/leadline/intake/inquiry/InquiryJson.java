package dev.leadline.intake.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.leadline.platform.json.ContentHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The columns of an inquiry that hold JSON. */
@ApplicationScoped
class InquiryJson {

    private final ObjectMapper json;
    private final ObjectReader contacts;
    private final ObjectReader clickIds;

    InquiryJson(ObjectMapper json) {
        this.json = json;
        this.contacts = json.readerFor(Contact.class);
        this.clickIds = json.readerFor(new TypeReference<Map<String, String>>() {});
    }

    /** @param request valid and normalised */
    InquiryDraft draft(InquiryRequest request) {
        return new InquiryDraft(
                request, ContentHash.of(request), column(request.contact()), column(request.clickIds()));
    }

    /** The value as its column holds it; null stays null. */
    String column(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Inquiry inquiry(InquiryEntity entity) {
        return new Inquiry(
                entity.id,
                entity.source,
                entity.externalId,
                entity.campaignId,
                entity.receivedAt,
                entity.day,
                entity.region,
                entity.industry,
                entity.marketSegment,
                entity.status,
                entity.statusChangedAt,
                entity.test,
                read(contacts, entity.contact),
                read(clickIds, entity.clickIds),
                entity.message,
                entity.recordedAt,
                entity.firstRespondedAt,
                entity.contactErasedAt);
    }

    private static <T> T read(ObjectReader reader, String column) {
        try {
            return column == null ? null : reader.readValue(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
