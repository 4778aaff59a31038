package dev.leadline.analysis.estimate;

import dev.leadline.ledger.Money;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.MeanCumulativeMargin;
import dev.leadline.statistics.TimingCurve;
import dev.leadline.statistics.ValuePosterior;
import java.util.Arrays;

/**
 * What customers buy after their first deal, in the whole workspace: segments alone have too few. Curves of means per inquiry, each lag
 * from the cohorts that have been followed to it, so that what is still to come of young ones is not missing. Cohorts older than the records of deals are left
 * out: nobody knows which of their deals came first.
 *
 * @param ratio all margin to first-deal margin
 * @param timing the mean number of repeat orders by lag
 */
record RepeatOrders(double ratio, TimingCurve timing) {

    /** @param carried the lag as far as the curves are followed */
    static RepeatOrders of(SegmentLedger everything, int asOf, int trackedFrom, int carried) {
        long[] inquiries = everything.inquiriesUntil(asOf, Omission.NONE);
        Arrays.fill(inquiries, 0, Math.min(inquiries.length, trackedFrom), 0);
        CohortTable.Builder all = CohortTable.builder(inquiries, trackedFrom);
        CohortTable.Builder firsts = CohortTable.builder(inquiries, trackedFrom);
        CohortTable.Builder repeats = CohortTable.builder(inquiries, trackedFrom);
        everything.visitDeals(asOf, Omission.NONE, (deal, cohort, lag, first, revenue, margin) -> {
            if (cohort < trackedFrom) {
                return;
            }
            all.margin(cohort, lag, Money.approximate(margin));
            if (first) {
                firsts.margin(cohort, lag, Money.approximate(margin));
            } else {
                repeats.margin(cohort, lag, 1);
            }
        });
        MeanCumulativeMargin count = MeanCumulativeMargin.fit(repeats.build());
        return new RepeatOrders(
                ValuePosterior.ratio(
                        MeanCumulativeMargin.fit(all.build()).at(carried),
                        MeanCumulativeMargin.fit(firsts.build()).at(carried)),
                lag -> count.at(Math.min(lag, carried)));
    }
}
