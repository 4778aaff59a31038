package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.MeanCumulativeMargin;
import dev.leadline.statistics.RelativeRates;
import java.util.List;

/**
 * How much more often than the workspace's a segment's customers come back: their repeat orders against as many as customers usually have
 * placed so long after their first deal, shrunk to the workspace's habit as far as segments agree.
 */
final class RepeatRates {

    private final int asOf;
    private final int trackedFrom;
    /** The mean number of repeat orders by days since the first deal. */
    private final MeanCumulativeMargin usual;
    /** How much more the numbers of customers' repeat orders vary than by chance, at least 1. */
    private final double dispersion;

    private RepeatRates(int asOf, int trackedFrom, MeanCumulativeMargin usual, double dispersion) {
        this.asOf = asOf;
        this.trackedFrom = trackedFrom;
        this.usual = usual;
        this.dispersion = dispersion;
    }

    /** The workspace's habit. */
    static RepeatRates of(SegmentLedger everything, int asOf, int trackedFrom) {
        Customers firsts = new Customers(everything, asOf, trackedFrom);
        long[] byDay = new long[asOf + 1];
        while (firsts.next()) {
            byDay[firsts.firstDay] += firsts.isFirst ? 1 : 0;
        }
        CohortTable.Builder repeats = CohortTable.builder(byDay, 0);
        Customers all = new Customers(everything, asOf, trackedFrom);
        double customers = 0;
        double orders = 0;
        double squares = 0;
        while (all.next()) {
            if (all.isFirst) {
                customers++;
            } else {
                repeats.margin(all.firstDay, all.day - all.firstDay, 1);
                orders++;
                squares += 2 * all.repeats - 1;
            }
        }
        double dispersion = orders == 0 ? 1 : Math.max(1, squares / orders - orders / customers);
        return new RepeatRates(asOf, trackedFrom, MeanCumulativeMargin.fit(repeats.build()), dispersion);
    }

    /** Each segment's rate against the workspace's, in the same order. */
    List<RelativeRates.Relative> relative(List<SegmentLedger> segments) {
        return RelativeRates.of(segments.stream().map(this::count).toList());
    }

    private RelativeRates.Count count(SegmentLedger segment) {
        double events = 0;
        double expected = 0;
        for (Customers customers = new Customers(segment, asOf, trackedFrom); customers.next(); ) {
            events += customers.isFirst ? 0 : 1;
            expected += customers.isFirst ? usual.at(asOf - customers.firstDay) : 0;
        }
        return new RelativeRates.Count(events / dispersion, expected / dispersion);
    }

    /** Goes through the orders of customers whose first deal is on record. */
    private static final class Customers {

        private final DealCursor deals;
        private final int trackedFrom;
        private int firstDay;
        private int day;
        private boolean isFirst;
        private int repeats;

        Customers(SegmentLedger segment, int asOf, int trackedFrom) {
            this.deals = segment.deals(asOf, Omission.NONE);
            this.trackedFrom = trackedFrom;
        }

        boolean next() {
            while (deals.next()) {
                if (deals.cohortDay() >= trackedFrom) {
                    day = deals.cohortDay() + deals.lag();
                    isFirst = deals.isFirst();
                    firstDay = isFirst ? day : firstDay;
                    repeats = isFirst ? 0 : repeats + 1;
                    return true;
                }
            }
            return false;
        }
    }
}
