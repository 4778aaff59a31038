package dev.leadline.analysis.stability;

import dev.leadline.analysis.estimate.Family;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import java.util.Arrays;

/** The charts of one segment, as of the end of a day. */
final class WeeklyCharts {

    private final SegmentLedger segment;
    private final int asOf;
    private final Weeks weeks;
    private final Weeks rest;

    /** @param everything the whole workspace, from which the common factor of a week is taken */
    WeeklyCharts(SegmentLedger segment, SegmentLedger everything, int asOf) {
        this.segment = segment;
        this.asOf = asOf;
        this.weeks = Weeks.of(segment, asOf);
        this.rest = Weeks.of(everything, asOf).without(weeks);
    }

    /** Inquiries a week of 7 active days. */
    WeeklyChart volume() {
        double[] activeWeeks =
                Arrays.stream(weeks.activeDays()).map(d -> d / Weeks.DAYS).toArray();
        return new WeeklyChart(
                weeks,
                weeks.inquiries(),
                withoutCommonFactor(activeWeeks, rest.activeDays()),
                new PaidFor(weeks)::fellAlike,
                "weeks with activity");
    }

    /** Inquiries per unit of spend. */
    WeeklyChart cost() {
        return new WeeklyChart(
                weeks,
                weeks.inquiries(),
                withoutCommonFactor(weeks.spend(), rest.spend()),
                WeeklyChart.NEVER_PLANNED,
                "weeks with spend");
    }

    /**
     * Deals of a week's inquiries so far against the inquiries that have had time to show theirs, E = sum of n_i w_i: the rate
     * over the horizon. That is the chart of deals against expected deals, p x E, in the unit of p.
     */
    WeeklyChart conversion(Family family) {
        Ledger ledger = segment.ledger();
        CohortTable table = segment.cohorts(asOf, Family.trackedFrom(family.terms(), ledger), Omission.NONE);
        double[] deals = new double[weeks.count()];
        double[] exposure = new double[weeks.count()];
        for (int week = 0; week < weeks.count(); week++) {
            int monday = ledger.index(weeks.monday(week));
            ConversionExposure shown = ConversionExposure.of(
                    table, family.matureTiming(), family.terms().horizonDays(), monday, monday + Weeks.DAYS - 1);
            deals[week] = shown.deals();
            exposure[week] = shown.exposure();
        }
        return new WeeklyChart(weeks, deals, exposure, WeeklyChart.NEVER_PLANNED, "weeks with inquiries old enough");
    }

    private double[] withoutCommonFactor(double[] exposure, double[] restExposure) {
        double[] factor = CommonFactor.of(weeks.inquiries(), exposure, rest.inquiries(), restExposure);
        double[] result = new double[exposure.length];
        Arrays.setAll(result, i -> exposure[i] * factor[i]);
        return result;
    }
}
