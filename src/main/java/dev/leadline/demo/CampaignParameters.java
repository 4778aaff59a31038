package dev.leadline.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * One campaign of a product. Its budget is {@code inquiriesPerDay * costPerInquiry}; where the cost drifts, the budget
 * stays and inquiries change.
 *
 * @param inquiriesPerDay mean valid inquiries a day at the initial cost, averaged over the week
 * @param costPerInquiry what a valid inquiry costs initially
 * @param drift how that cost changes, or null
 * @param conversionFactor conversion relative to the product's
 * @param spendRegions regions its spend rows name, by share of spend and of inquiries; empty if they name none
 */
public record CampaignParameters(
        String channel,
        String store,
        Target target,
        double inquiriesPerDay,
        double costPerInquiry,
        CostDrift drift,
        double conversionFactor,
        Schedule schedule,
        List<Share> spendRegions) {

    public CampaignParameters {
        Checks.require(inquiriesPerDay > 0 && costPerInquiry > 0, "volume and cost must be positive");
        Checks.require(conversionFactor >= 0, "conversionFactor must not be negative");
        spendRegions = List.copyOf(spendRegions);
    }

    /** The same, with a drifting cost. */
    public CampaignParameters withDrift(CostDrift newDrift) {
        return new CampaignParameters(
                channel,
                store,
                target,
                inquiriesPerDay,
                costPerInquiry,
                newDrift,
                conversionFactor,
                schedule,
                spendRegions);
    }

    /** The same, running on other days. */
    public CampaignParameters withSchedule(Schedule newSchedule) {
        return new CampaignParameters(
                channel,
                store,
                target,
                inquiriesPerDay,
                costPerInquiry,
                drift,
                conversionFactor,
                newSchedule,
                spendRegions);
    }

    /** The same, with spend rows that name these regions. */
    public CampaignParameters withSpendRegions(Share... regions) {
        return new CampaignParameters(
                channel,
                store,
                target,
                inquiriesPerDay,
                costPerInquiry,
                drift,
                conversionFactor,
                schedule,
                List.of(regions));
    }

    /** The true cost per valid inquiry on {@code day}. */
    public double costPerInquiryOn(LocalDate day) {
        return drift == null ? costPerInquiry : costPerInquiry * drift.factorOn(day);
    }

    /** Mean spend a day it runs, averaged over the week. */
    public double spendPerDay() {
        return inquiriesPerDay * costPerInquiry;
    }
}
