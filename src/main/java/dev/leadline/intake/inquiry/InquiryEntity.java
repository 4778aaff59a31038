package dev.leadline.intake.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row of table inquiry; new ones are written by {@link InquiryWriter}. */
@Entity
@Table(name = "inquiry")
class InquiryEntity {

    @TenantId
    @PartitionKey
    @Column(name = "workspace_id")
    String workspaceId;

    @Id
    UUID id;

    String source;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Column(name = "received_at")
    Instant receivedAt;

    LocalDate day;

    String region;

    String industry;

    @Column(name = "market_segment")
    String marketSegment;

    @Enumerated(EnumType.STRING)
    InquiryStatus status;

    @Column(name = "status_changed_at")
    Instant statusChangedAt;

    boolean test;

    /** JSON; see {@link InquiryJson}. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    String contact;

    /** JSON; see {@link InquiryJson}. */
    @Column(name = "click_ids")
    @ColumnTransformer(write = "cast(? as jsonb)")
    String clickIds;

    String message;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** When what the analysis reads of it was last changed; null: never. */
    @Column(name = "edited_at")
    Instant editedAt;

    @Column(name = "first_responded_at")
    Instant firstRespondedAt;

    @Column(name = "contact_erased_at")
    Instant contactErasedAt;

    /** Removes what may tell who asked, for good. */
    void eraseContact(Instant now) {
        contact = null;
        clickIds = null;
        message = null;
        contactErasedAt = now;
    }
}
