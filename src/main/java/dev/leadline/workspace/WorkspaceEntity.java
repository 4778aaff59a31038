package dev.leadline.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

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

    @Column(name = "scale_probability")
    BigDecimal scaleProbability;

    @Column(name = "scale_end_probability")
    BigDecimal scaleEndProbability;

    @Column(name = "leave_out_probability")
    BigDecimal leaveOutProbability;

    @Column(name = "fix_probability")
    BigDecimal fixProbability;

    @Column(name = "fix_maturity")
    BigDecimal fixMaturity;

    @Column(name = "minimum_deals")
    int minimumDeals;

    @Column(name = "minimum_cycles")
    int minimumCycles;

    @Column(name = "false_discovery_rate")
    BigDecimal falseDiscoveryRate;

    @Column(name = "contact_retention_days")
    Integer contactRetentionDays;

    @Column(name = "recorded_at")
    Instant recordedAt;

    Workspace toWorkspace() {
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
                new Policy(
                        plain(scaleProbability),
                        plain(scaleEndProbability),
                        plain(leaveOutProbability),
                        plain(fixProbability),
                        plain(fixMaturity),
                        minimumDeals,
                        minimumCycles,
                        plain(falseDiscoveryRate)),
                recordedAt);
    }

    void apply(WorkspaceUpdate update) {
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
        Policy policy =
                update.policy() == null ? Policy.DEFAULT : update.policy().complete();
        scaleProbability = policy.scaleProbability();
        scaleEndProbability = policy.scaleEndProbability();
        leaveOutProbability = policy.leaveOutProbability();
        fixProbability = policy.fixProbability();
        fixMaturity = policy.fixMaturity();
        minimumDeals = policy.minimumDeals();
        minimumCycles = policy.minimumCycles();
        falseDiscoveryRate = policy.falseDiscoveryRate();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
