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
        double[] exposure = times(
                divided(weeks.activeDays(), Weeks.DAYS),
                CommonFactor.of(rest.inquiries(), divided(rest.activeDays(), Weeks.DAYS)));
        double[] spendLevel = divided(weeks.spend(), weeks.activeDays());
        return new WeeklyChart(
                weeks,
                weeks.inquiries(),
                exposure,
                week -> fellAlike(weeks.inquiries(), weeks.activeDays(), spendLevel, week),
                "weeks with activity");
    }

    /** Inquiries per unit of spend. */
    WeeklyChart cost() {
        double[] exposure = times(weeks.spend(), CommonFactor.of(rest.inquiries(), rest.spend()));
        return new WeeklyChart(weeks, weeks.inquiries(), exposure, week -> false, "weeks with spend");
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
                    table, family.timing(), family.terms().horizonDays(), monday, monday + Weeks.DAYS - 1);
            deals[week] = shown.deals();
            exposure[week] = shown.exposure();
        }
        return new WeeklyChart(weeks, deals, exposure, week -> false, "weeks with inquiries old enough");
    }

    /**
     * Whether spend a day in a week, against its mean of the weeks before, fell at least half as far (in logarithms) as the
     * inquiries a day did: then fewer inquiries are what was paid for.
     */
    private static boolean fellAlike(double[] inquiries, double[] activeDays, double[] spendLevel, int week) {
        double usualVolume = rate(inquiries, activeDays, 0, week);
        double usualSpend = mean(spendLevel, week);
        if (usualVolume <= 0 || usualSpend <= 0 || activeDays[week] <= 0) {
            return false;
        }
        double volume = Math.max(inquiries[week], 0.5) / activeDays[week] / usualVolume;
        double spend = spendLevel[week] / usualSpend;
        return spend < 1 && volume < 1 && Math.log(spend) <= Math.log(volume) / 2;
    }

    private static double mean(double[] values, int end) {
        return Arrays.stream(values, 0, end).filter(v -> v > 0).average().orElse(0);
    }

    private static double rate(double[] counts, double[] exposures, int from, int to) {
        double count = 0;
        double exposure = 0;
        for (int i = from; i < to; i++) {
            if (exposures[i] > 0) {
                count += counts[i];
                exposure += exposures[i];
            }
        }
        return exposure == 0 ? 0 : count / exposure;
    }

    private static double[] divided(double[] values, double by) {
        return Arrays.stream(values).map(v -> v / by).toArray();
    }

    private static double[] divided(double[] values, double[] by) {
        double[] result = new double[values.length];
        Arrays.setAll(result, i -> by[i] > 0 ? values[i] / by[i] : 0);
        return result;
    }

    private static double[] times(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, i -> a[i] * b[i]);
        return result;
    }
}
