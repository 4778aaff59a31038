package dev.leadline.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a table of cohorts says of the time to deal, on few nodes: the sum over all deals of any smooth function of their lag,
 * and over all inquiries without a deal of any smooth function of the lags they have been observed at, is a weighted sum over
 * the nodes. A count between two nodes is shared by cubic interpolation in ln(lag + 1), so that the cost of a fit depends
 * neither on days nor on inquiries.
 */
final class LagCounts {

    private static final int EVERY_LAG_UNTIL = 10;
    private static final double RATIO = 1.15;

    private final int[] lags;
    private final double[] converted;
    private final double[] pending;
    private final int[] entries;
    private final double[] pendingEntered;
    private final int observedLags;

    private LagCounts(int[] lags, int[] entries, int observedLags) {
        this.lags = lags;
        this.converted = new double[lags.length];
        this.pending = new double[lags.length];
        this.entries = entries;
        this.pendingEntered = new double[entries.length];
        this.observedLags = observedLags;
    }

    static LagCounts of(CohortTable table) {
        int days = table.days();
        int tracked = days == 0 ? 0 : table.firstObservedLag(0);
        LagCounts counts = new LagCounts(nodes(0, days - 1), nodes(1, tracked), days - tracked);
        SparseEvents events = table.firstDealEvents();
        for (int e = 0; e < events.size(); e++) {
            spread(counts.lags, counts.converted, events.lag(e), events.amount(e));
        }
        for (int i = 0; i < days; i++) {
            double without = table.inquiries(i) - table.firstDeals(i);
            int first = table.firstObservedLag(i);
            int last = table.lastObservedLag(i);
            if (first == 0) {
                spread(counts.lags, counts.pending, last, without);
            } else if (first <= last) {
                spread(counts.entries, counts.pendingEntered, first, without);
            }
        }
        return counts;
    }

    /** Every lag at first, then ever fewer; the first and the last always. */
    private static int[] nodes(int first, int last) {
        return IntStream.iterate(
                        first,
                        lag -> lag <= last,
                        lag -> lag == last
                                ? last + 1
                                : Math.min(last, lag < EVERY_LAG_UNTIL ? lag + 1 : (int) Math.ceil(lag * RATIO)))
                .toArray();
    }

    private static void spread(int[] nodes, double[] weights, int lag, double amount) {
        int found = Arrays.binarySearch(nodes, lag);
        if (found >= 0) {
            weights[found] += amount;
            return;
        }
        int from = Math.max(0, Math.min(nodes.length - 4, -found - 3));
        double x = Math.log(lag + 1.0);
        for (int j = from; j < from + 4; j++) {
            double share = 1;
            for (int other = from; other < from + 4; other++) {
                if (other != j) {
                    double node = Math.log(nodes[other] + 1.0);
                    share *= (x - node) / (Math.log(nodes[j] + 1.0) - node);
                }
            }
            weights[j] += amount * share;
        }
    }

    /** Every number of days since the inquiry at which the distribution of the delay is needed, ascending from 0. */
    int[] days() {
        return IntStream.concat(
                        Arrays.stream(lags).flatMap(lag -> IntStream.of(lag, lag + 1)),
                        Arrays.stream(entries).flatMap(lag -> IntStream.of(lag, lag + observedLags)))
                .filter(day -> day >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    int nodes() {
        return lags.length;
    }

    int lag(int node) {
        return lags[node];
    }

    /** Deals at the lag of a node. */
    double converted(int node) {
        return converted[node];
    }

    /** Inquiries without a deal, observed from lag 0 to the lag of a node. */
    double pending(int node) {
        return pending[node];
    }

    int entries() {
        return entries.length;
    }

    /** The first observed lag of a node of late entry. */
    int firstLag(int entry) {
        return entries[entry];
    }

    /** The last observed lag of a node of late entry. */
    int lastLag(int entry) {
        return entries[entry] + observedLags - 1;
    }

    /** Inquiries without a deal, observed between the lags of a node of late entry. */
    double pendingEntered(int entry) {
        return pendingEntered[entry];
    }
}
