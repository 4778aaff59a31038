package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import java.util.Arrays;
import java.util.function.Function;

/** The charts of one segment, as of the end of a day. */
final class WeeklyCharts {

    private final SegmentLedger segment;
    private final int asOf;
    private final Weeks weeks;
    private final ControlSeries control;

    /** @param all the whole workspace, from which the common factor of a week is taken */
    WeeklyCharts(SegmentLedger segment, WorkspaceWeeks all) {
        this.segment = segment;
        this.asOf = all.asOf();
        this.weeks = Weeks.of(segment, asOf);
        this.control = ControlSeries.of(weeks, all);
    }

    /** Inquiries a week of 7 active days. */
    WeeklyChart volume() {
        return volume(weeks, control);
    }

    static WeeklyChart volume(Weeks weeks, ControlSeries control) {
        return chart(
                control,
                weeks,
                Weeks::activity,
                exposure -> new WeeklyChart(
                        weeks,
                        weeks.inquiries(),
                        exposure,
                        new BudgetChange(weeks),
                        "weeks with activity",
                        control::isInformative));
    }

    /** Inquiries per unit of spend. */
    WeeklyChart cost() {
        return cost(weeks, control);
    }

    static WeeklyChart cost(Weeks weeks, ControlSeries control) {
        return chart(
                control,
                weeks,
                Weeks::informativeSpend,
                exposure -> new WeeklyChart(
                        weeks,
                        weeks.inquiries(),
                        exposure,
                        WeeklyChart.NEVER_PLANNED,
                        "weeks with spend",
                        control::isInformative));
    }

    /**
     * Deals of a week's inquiries so far against the inquiries that have had time to show theirs, E = sum of n_i w_i: the rate
     * over the horizon. That is the chart of deals against expected deals, p x E, in the unit of p.
     */
    WeeklyChart conversion(PeerGroup peerGroup) {
        Ledger ledger = segment.ledger();
        CohortTable table = segment.cohorts(asOf, peerGroup.terms().trackedFrom(ledger), Omission.NONE);
        double[] deals = new double[weeks.count()];
        double[] exposure = new double[weeks.count()];
        for (int week = 0; week < weeks.count(); week++) {
            int monday = ledger.index(weeks.monday(week));
            ConversionExposure shown = ConversionExposure.of(
                    table,
                    peerGroup.timingOf(segment),
                    peerGroup.terms().horizonDays(),
                    monday,
                    monday + Week.DAYS - 1);
            deals[week] = shown.deals();
            exposure[week] = shown.exposure();
        }
        return new WeeklyChart(
                weeks, deals, exposure, WeeklyChart.NEVER_PLANNED, "weeks with inquiries old enough", () -> true);
    }

    /** Only what would be called adverse needs to be excused by the campaigns. */
    private static WeeklyChart chart(
            ControlSeries control,
            Weeks weeks,
            Function<Weeks, double[]> exposure,
            Function<double[], WeeklyChart> drawn) {
        double[] own = exposure.apply(weeks);
        WeeklyChart chart = calm(own, control.ofRest(exposure), drawn);
        return control.isByCampaigns() && chart.hasAdverseSignal()
                ? calm(own, control.ofCampaigns(exposure), drawn)
                : chart;
    }

    /**
     * Nothing is adverse only because others rose, as when a replica starts beside it. And what a week that all shared says of a
     * segment is known roughly, so no run, drift or change is adverse that without one of them is not: then that week says nothing.
     * Where it departs by itself it was more than what all shared.
     *
     * @param common by week the common factor
     */
    private static WeeklyChart calm(double[] exposure, double[] common, Function<double[], WeeklyChart> drawn) {
        double[] shared = product(exposure, common);
        WeeklyChart chart = drawn.apply(shared);
        if (!chart.hasAdverseSignal()) {
            return chart;
        }
        double[] excuses =
                Arrays.stream(common).map(factor -> Math.min(1, factor)).toArray();
        WeeklyChart calm = Arrays.equals(excuses, common) ? chart : drawn.apply(product(exposure, excuses));
        for (int week = 0; week < common.length && calm.hasAdverseSignal(); week++) {
            if (common[week] != 1 && shared[week] > 0 && !chart.isAdverse(week)) {
                double[] others = shared.clone();
                others[week] = 0;
                calm = drawn.apply(others);
            }
        }
        return calm.hasAdverseSignal() ? chart : calm;
    }

    private static double[] product(double[] exposure, double[] common) {
        double[] product = new double[exposure.length];
        Arrays.setAll(product, week -> exposure[week] * common[week]);
        return product;
    }
}
