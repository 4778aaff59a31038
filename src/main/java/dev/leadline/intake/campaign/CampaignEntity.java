package dev.leadline.intake.campaign;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row of table campaign; new ones are written by {@link CampaignWriter}. */
@Entity
@Table(name = "campaign")
class CampaignEntity {

    @TenantId
    @PartitionKey
    @Column(name = "workspace_id")
    String workspaceId;

    @Id
    UUID id;

    @Column(name = "external_id")
    String externalId;

    String name;

    String channel;

    String store;

    String product;

    String category;

    @Column(name = "price_tier")
    String priceTier;

    @Embedded
    Dimensions dimensions;

    @Column(name = "daily_budget")
    BigDecimal dailyBudget;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    LocalDate endDate;

    @Enumerated(EnumType.STRING)
    CampaignStatus status;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Null: none. */
    String[] aliases;

    List<String> aliases() {
        return aliases == null ? List.of() : List.of(aliases);
    }
}
