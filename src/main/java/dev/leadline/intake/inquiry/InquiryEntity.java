package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

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

    @Embedded
    Dimensions dimensions;

    @Enumerated(EnumType.STRING)
    InquiryStatus status;

    @Column(name = "status_changed_at")
    Instant statusChangedAt;

    boolean test;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Contact contact;

    @Column(name = "click_ids")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, String> clickIds;

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
