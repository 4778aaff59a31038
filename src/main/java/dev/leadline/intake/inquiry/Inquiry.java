package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.workspace.idempotency.RecordAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inquiry as it is stored.
 *
 * @param day of receivedAt in the workspace's time zone
 * @param region its own; null: what the campaign targets; as industry and marketSegment
 * @param firstRespondedAt when it was first answered; null: not yet, or not known
 * @param contactErasedAt when contact, clickIds and message were erased, for good; null: they were not
 */
@Schema(description = "An inquiry.")
public record Inquiry(
        @Schema(examples = "019a3b5d-0c11-7f60-8a2e-5b6c7d8e9f01")
        UUID id,

        @Schema(examples = "website-form") String source,
        @Schema(examples = "form-20931") String externalId,

        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID campaignId,

        @Schema(examples = "2026-11-20T06:03:00Z") Instant receivedAt,

        @Schema(examples = "2026-11-20", description = "Of receivedAt, in the workspace's time zone.")
        LocalDate day,

        @Schema(examples = "Jiangsu", nullable = true) String region,
        @Schema(examples = "Automotive", nullable = true) String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true)
        String marketSegment,

        @Schema(examples = "NEW") InquiryStatus status,
        @Schema(examples = "2026-11-20T06:03:02Z") Instant statusChangedAt,
        @Schema(examples = "false") boolean test,
        @Schema(nullable = true) Contact contact,

        @Schema(nullable = true, examples = "{\"gclid\": \"EAIaIQobChMI8f\"}")
        Map<String, String> clickIds,

        @Schema(nullable = true, examples = "We need 5,000 brackets in 6061-T6, drawing attached.")
        String message,

        @Schema(examples = "2026-11-20T06:03:02Z") Instant recordedAt,

        @Schema(examples = "2026-11-20T08:45:00Z", nullable = true, description = FirstResponse.DESCRIPTION)
        Instant firstRespondedAt,

        @Schema(
                examples = "2028-11-20T01:00:00Z",
                nullable = true,
                description =
                        "When contact, click ids and message were erased; they cannot be set again. Null: not erased.")
        Instant contactErasedAt)
        implements RecordAnswer {

    static Inquiry of(InquiryEntity entity) {
        Dimensions dimensions = Dimensions.orNone(entity.dimensions);
        return new Inquiry(
                entity.id,
                entity.source,
                entity.externalId,
                entity.campaignId,
                entity.receivedAt,
                entity.day,
                dimensions.region(),
                dimensions.industry(),
                dimensions.marketSegment(),
                entity.status,
                entity.statusChangedAt,
                entity.test,
                entity.contact,
                entity.clickIds,
                entity.message,
                entity.recordedAt,
                entity.firstRespondedAt,
                entity.contactErasedAt);
    }

    /** The same without what may tell who asked. */
    Inquiry withoutContact() {
        return new Inquiry(
                id,
                source,
                externalId,
                campaignId,
                receivedAt,
                day,
                region,
                industry,
                marketSegment,
                status,
                statusChangedAt,
                test,
                null,
                null,
                null,
                recordedAt,
                firstRespondedAt,
                contactErasedAt);
    }
}
