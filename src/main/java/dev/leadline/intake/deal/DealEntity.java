package dev.leadline.intake.deal;

import dev.leadline.intake.record.Dimensions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row of table deal; new ones are written by {@link DealWriter}. */
@Entity
@Table(name = "deal")
class DealEntity {

    @TenantId
    @PartitionKey
    @Column(name = "workspace_id")
    String workspaceId;

    @Id
    UUID id;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "inquiry_id")
    UUID inquiryId;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closed_day")
    LocalDate closedDay;

    BigDecimal revenue;

    BigDecimal margin;

    /** Whether it is the workspace's rate of the revenue, because none was given; null: not known. */
    @Column(name = "margin_by_rate")
    Boolean marginByRate;

    @Enumerated(EnumType.STRING)
    DealStatus status;

    @Column(name = "status_changed_at")
    Instant statusChangedAt;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Column(name = "cancelled_day")
    LocalDate cancelledDay;

    /** Null where nothing was, as are its time and day. */
    BigDecimal refunded;

    @Column(name = "refunded_at")
    Instant refundedAt;

    @Column(name = "refunded_day")
    LocalDate refundedDay;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Embedded
    Dimensions dimensions;

    @Column(name = "cohort_day")
    LocalDate cohortDay;

    @Column(name = "lag_days")
    int lagDays;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** When what the analysis reads of it was last changed; null: never. */
    @Column(name = "edited_at")
    Instant editedAt;
}
