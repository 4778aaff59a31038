package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
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
 * <p>Where they carry the business, first deals being at cost or below it (free samples, paid tooling) or the smaller part, a ratio to
 * first-deal margin says nothing. Then a customer's orders are taken together, of customers old enough to have placed most of them.
 *
 * @param asOf the day as of which they are looked at
 * @param trackedFrom the first day whose deals are on record
 * @param ratio all margin to first-deal margin; 1 where orders are taken together
 * @param together whether a customer's orders are taken together
 * @param timing the mean number by lag of repeat orders; of all orders where they are taken together
 * @param settled the age in days by which a customer has placed most of them
 */
record RepeatOrders(int asOf, int trackedFrom, double ratio, boolean together, TimingCurve timing, int settled) {

    private static final double HIGHEST_RATIO = 2;
    private static final double MOST = 0.9;
    /** With fewer repeat orders a ratio is chance: it is 1 then. */
    private static final int FEWEST = 8;

    /** @param carried the lag as far as the curves are followed */
    static RepeatOrders of(SegmentLedger everything, int asOf, int trackedFrom, int carried) {
        long[] inquiries = everything.inquiriesUntil(asOf, Omission.NONE);
        Arrays.fill(inquiries, 0, Math.min(inquiries.length, trackedFrom), 0);
        Largest largest = Largest.repeatOf(everything, asOf, trackedFrom);
        if (largest.repeats() < FEWEST) {
            return of(
                    asOf,
                    trackedFrom,
                    1,
                    false,
                    MeanCumulativeMargin.fit(orders(everything, asOf, inquiries, trackedFrom, false)),
                    carried);
        }
        CohortTable.Builder all = CohortTable.builder(inquiries, trackedFrom);
        CohortTable.Builder firsts = CohortTable.builder(inquiries, trackedFrom);
        for (DealCursor deal = everything.deals(asOf, Omission.NONE); deal.next(); ) {
            double margin = deal.margin();
            if (deal.cohortDay() < trackedFrom) {
                continue;
            }
            if (deal.isFirst()) {
                firsts.margin(deal.cohortDay(), deal.lag(), margin);
            }
            all.margin(deal.cohortDay(), deal.lag(), deal.isFirst() ? margin : largest.bounded(margin));
        }
        double total = MeanCumulativeMargin.fit(all.build()).at(carried);
        double first = MeanCumulativeMargin.fit(firsts.build()).at(carried);
        boolean together = !isUsual(total, first);
        MeanCumulativeMargin count =
                MeanCumulativeMargin.fit(orders(everything, asOf, inquiries, trackedFrom, together));
        return of(asOf, trackedFrom, together ? 1 : ValuePosterior.ratio(total, first), together, count, carried);
    }

    private static RepeatOrders of(
            int asOf, int trackedFrom, double ratio, boolean together, MeanCumulativeMargin count, int carried) {
        return new RepeatOrders(
                asOf, trackedFrom, ratio, together, lag -> count.at(Math.min(lag, carried)), settled(count, carried));
    }

    /** The number of repeat orders by cohort and lag, or of all. */
    private static CohortTable orders(
            SegmentLedger everything, int asOf, long[] inquiries, int trackedFrom, boolean firstsToo) {
        CohortTable.Builder orders = CohortTable.builder(inquiries, trackedFrom);
        for (DealCursor deal = everything.deals(asOf, Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= trackedFrom && (firstsToo || !deal.isFirst())) {
                orders.margin(deal.cohortDay(), deal.lag(), 1);
            }
        }
        return orders.build();
    }

    /**
     * The repeat orders of a workspace, and how large their second largest is. The ratio raises all segments equally, and no leaving out of
     * one of their deals shows that it rests on a single order of another: so what came once counts as the second largest.
     */
    private record Largest(int repeats, double second) {

        static Largest repeatOf(SegmentLedger everything, int asOf, int trackedFrom) {
            double largest = 0;
            double second = 0;
            int count = 0;
            for (DealCursor deal = everything.deals(asOf, Omission.NONE); deal.next(); ) {
                if (!deal.isFirst() && deal.cohortDay() >= trackedFrom) {
                    count++;
                    double size = Math.abs(deal.margin());
                    second = Math.max(second, Math.min(size, largest));
                    largest = Math.max(largest, size);
                }
            }
            return new Largest(count, second);
        }

        double bounded(double margin) {
            return Math.copySign(Math.min(Math.abs(margin), second), margin);
        }
    }

    /** Whether repeat orders are a moderate part of what first deals bring. */
    private static boolean isUsual(double total, double first) {
        return first > 0 && total <= HIGHEST_RATIO * first && HIGHEST_RATIO * total >= first;
    }

    private static int settled(MeanCumulativeMargin count, int carried) {
        int lag = 0;
        while (lag < carried && count.at(lag) < MOST * count.at(carried)) {
            lag++;
        }
        return lag;
    }

    /** What deals of the cohorts of some days are worth, both included: first deals, or a customer's together. */
    double[] margins(SegmentLedger segment, int from, int to, int horizon, Omission omission) {
        return together
                ? segment.customerMargins(
                        asOf, Math.max(from, trackedFrom), Math.min(to, asOf - settled), horizon, omission)
                : segment.firstDealMargins(asOf, from, to, horizon, omission);
    }

    /**
     * Whether a segment's customers come back for so much more, or less, than expected of them that its first deals say nothing of their
     * worth, the largest repeat order left aside.
     *
     * @param ownRatio all margin to first-deal margin that is expected of the segment
     */
    boolean differIn(SegmentLedger segment, int from, int to, int horizon, double ownRatio) {
        double firsts = 0;
        double repeats = 0;
        double largest = 0;
        int count = 0;
        for (DealCursor deal = segment.deals(asOf, Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() < from || deal.cohortDay() > to || deal.lag() > horizon) {
                continue;
            }
            double margin = deal.margin();
            if (deal.isFirst()) {
                firsts += margin;
            } else {
                repeats += margin;
                largest = Math.abs(margin) > Math.abs(largest) ? margin : largest;
                count++;
            }
        }
        double usual = (ownRatio - 1) * firsts;
        return !together && count > FEWEST && Math.abs(repeats - largest - usual) > Math.abs(ownRatio * firsts);
    }
}
