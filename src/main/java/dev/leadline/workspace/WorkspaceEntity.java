package dev.leadline.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;

/** A row of table workspace. */
@Entity
@Table(name = "workspace")
class WorkspaceEntity {

    @Id
    String id;

    String name;
    String currency;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "target_roi")
    BigDecimal targetRoi;

    @Column(name = "horizon_days")
    int horizonDays;

    @Column(name = "default_margin_rate")
    BigDecimal defaultMarginRate;

    @Column(name = "deals_tracked_from")
    LocalDate dealsTrackedFrom;

    @Column(name = "handling_cost_per_inquiry")
    BigDecimal handlingCostPerInquiry;

    @Column(name = "discount_rate")
    BigDecimal discountRate;

    @Column(name = "contact_retention_days")
    Integer contactRetentionDays;

    /** Null: MONDAY. */
    @Enumerated(EnumType.STRING)
    @Column(name = "week_start")
    WeekStart weekStart;

    /** JSON; see {@link SettingsOfRooms}. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    String settings;

    @Column(name = "recorded_at")
    Instant recordedAt;

    Workspace toWorkspace(Map<String, Object> settingsOfRooms) {
        return new Workspace(
                id,
                name,
                currency,
                timeZone,
                plain(targetRoi),
                horizonDays,
                plain(defaultMarginRate),
                dealsTrackedFrom,
                plain(handlingCostPerInquiry),
                plain(discountRate),
                contactRetentionDays,
                weekStart == null ? WeekStart.MONDAY : weekStart,
                settingsOfRooms,
                recordedAt);
    }

    void apply(WorkspaceUpdate update, String settingsOfRooms) {
        name = update.name().strip();
        currency = update.currency();
        timeZone = update.timeZone();
        targetRoi = update.targetRoi();
        horizonDays = update.horizonDays();
        defaultMarginRate = update.defaultMarginRate();
        dealsTrackedFrom = update.dealsTrackedFrom();
        handlingCostPerInquiry = update.handlingCostPerInquiry();
        discountRate = update.discountRate();
        contactRetentionDays = update.contactRetentionDays();
        weekStart = update.weekStart();
        settings = settingsOfRooms;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
