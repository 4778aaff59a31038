package dev.leadline.analysis.stability;

import dev.leadline.analysis.estimate.Family;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import java.util.Arrays;
import java.util.function.Function;

/** The charts of one segment, as of the end of a day. */
final class WeeklyCharts {

    private final SegmentLedger segment;
    private final int asOf;
    private final Weeks weeks;
    private final Surroundings surroundings;

    /** @param all the whole workspace, from which the common factor of a week is taken */
    WeeklyCharts(SegmentLedger segment, AllWeeks all) {
        this.segment = segment;
        this.asOf = all.asOf();
        this.weeks = Weeks.of(segment, asOf);
        this.surroundings = Surroundings.of(weeks, all);
    }

    /** Inquiries a week of 7 active days. */
    WeeklyChart volume() {
        return volume(weeks, surroundings);
    }

    static WeeklyChart volume(Weeks weeks, Surroundings surroundings) {
        return chart(
                surroundings,
                factor -> new WeeklyChart(
                        weeks,
                        weeks.inquiries(),
                        times(weeks.activity(), factor.apply(Weeks::activity)),
                        new PaidFor(weeks),
                        "weeks with activity",
                        surroundings::tell));
    }

    /** Inquiries per unit of spend. */
    WeeklyChart cost() {
        return cost(weeks, surroundings);
    }

    static WeeklyChart cost(Weeks weeks, Surroundings surroundings) {
        return chart(
                surroundings,
                factor -> new WeeklyChart(
                        weeks,
                        weeks.inquiries(),
                        times(weeks.tellingSpend(), factor.apply(Weeks::tellingSpend)),
                        WeeklyChart.NEVER_PLANNED,
                        "weeks with spend",
                        surroundings::tell));
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
        return new WeeklyChart(
                weeks, deals, exposure, WeeklyChart.NEVER_PLANNED, "weeks with inquiries old enough", () -> true);
    }

    /** The common factor of a kind of exposure. */
    private interface Factor extends Function<Function<Weeks, double[]>, double[]> {}

    /** Only what would be called adverse needs to be excused by the campaigns. */
    private static WeeklyChart chart(Surroundings surroundings, Function<Factor, WeeklyChart> drawn) {
        WeeklyChart chart = drawn.apply(surroundings::ofRest);
        boolean excusable =
                surroundings.isByParts() && chart.signals().stream().anyMatch(WeeklyChart.Signal::isAdverse);
        return excusable ? drawn.apply(surroundings::ofCampaigns) : chart;
    }

    private static double[] times(double[] exposure, double[] factor) {
        double[] product = new double[exposure.length];
        Arrays.setAll(product, i -> exposure[i] * factor[i]);
        return product;
    }
}
