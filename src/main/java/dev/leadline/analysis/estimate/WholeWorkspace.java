package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortMaturity;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionDispersion;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.MatureConversion;
import dev.leadline.statistics.MeanCumulativeMargin;

/**
 * What the whole workspace shows, as of one day: it is the same for every grouping and window.
 *
 * @param everything all of it
 * @param trackedFrom the index of the first day from which deals are on record; 0 if all are
 * @param cohorts of all inquiries
 * @param margins of all deals
 * @param timing F, the cumulative conversion by lag, as far as it has been observed
 * @param mature the timing over the whole horizon
 * @param shares what each day has had time to show by that timing
 * @param dispersion how much more than by chance the deals of the cohorts vary
 * @param repeatShares what each day has had time to show of the repeat orders
 * @param repeatRates how often customers come back
 * @param cancellations how many deals are cancelled, and how late
 * @param discountFactor of margin over the horizon
 */
record WholeWorkspace(
        Terms terms,
        SegmentLedger everything,
        int asOf,
        int trackedFrom,
        CohortTable cohorts,
        MarginStatistics margins,
        CumulativeConversion timing,
        MatureConversion mature,
        CohortMaturity shares,
        double dispersion,
        RepeatOrders repeats,
        CohortMaturity repeatShares,
        RepeatRates repeatRates,
        Cancellations cancellations,
        double discountFactor) {

    static WholeWorkspace of(Terms terms, SegmentLedger everything, int asOf) {
        int horizon = terms.horizonDays();
        int trackedFrom = terms.trackedFrom(everything.ledger());
        CohortTable cohorts = everything.cohorts(asOf, trackedFrom, Omission.NONE);
        CumulativeConversion timing = CumulativeConversion.fit(cohorts);
        MatureConversion mature = MatureConversion.fit(cohorts, timing, horizon);
        RepeatOrders repeats = RepeatOrders.of(everything, asOf, trackedFrom, timing.supported(horizon));
        return new WholeWorkspace(
                terms,
                everything,
                asOf,
                trackedFrom,
                cohorts,
                MarginStatistics.of(repeats.margins(everything, 0, asOf, horizon, Omission.NONE)),
                timing,
                mature,
                CohortMaturity.of(cohorts, mature, horizon),
                ConversionDispersion.phi(cohorts, mature, horizon),
                repeats,
                CohortMaturity.of(cohorts, repeats.timing(), horizon),
                RepeatRates.of(everything, asOf, trackedFrom),
                Cancellations.of(everything, asOf, trackedFrom),
                discountFactor(MeanCumulativeMargin.fit(cohorts), terms));
    }

    private static double discountFactor(MeanCumulativeMargin margin, Terms terms) {
        double undiscounted = margin.at(terms.horizonDays());
        return undiscounted <= 0 ? 1 : margin.discountedAt(terms.horizonDays(), terms.discountRate()) / undiscounted;
    }
}
