package dev.leadline.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a table of cohorts says of the time to deal, on few nodes: the sum over all deals of any smooth function of their lag, and over
 * all inquiries without a deal of any smooth function of the lags they have been observed at, is a weighted sum over {@link
 * LagNode nodes}, so that the cost of a fit depends neither on days nor on inquiries.
 *
 * @param converted deals by their lag
 * @param pending inquiries without a deal, observed from lag 0, by their last observed lag
 * @param entered inquiries without a deal, observed late, by their first observed lag
 * @param observedLags for how many lags each of the late ones has been observed
 */
record LagCounts(List<LagNode> converted, List<LagNode> pending, List<LagNode> entered, int observedLags) {

    /** What a table says, each inquiry at the lags at which it has been observed. */
    static LagCounts of(CohortTable table) {
        int days = table.days();
        double[] converted = new double[days];
        double[] pending = new double[days];
        double[] entered = new double[days];
        SparseEvents events = table.firstDealEvents();
        for (int e = 0; e < events.size(); e++) {
            converted[events.lag(e)] += events.amount(e);
        }
        int observedLags = 0;
        for (int i = 0; i < days; i++) {
            double without = table.inquiries(i) - table.firstDeals(i);
            int first = table.firstObservedLag(i);
            int last = table.lastObservedLag(i);
            if (first == 0) {
                pending[last] += without;
            } else if (first <= last) {
                entered[first] += without;
                observedLags = last - first + 1;
            }
        }
        return new LagCounts(LagNode.of(converted), LagNode.of(pending), LagNode.of(entered), observedLags);
    }

    /** Every number of days since the inquiry at which the distribution of the delay is needed, ascending from 0. */
    double[] days() {
        return Stream.of(
                        DoubleStream.of(0),
                        converted.stream().mapToDouble(LagNode::lag),
                        converted.stream().mapToDouble(LagCounts::after),
                        pending.stream().mapToDouble(LagCounts::after),
                        entered.stream().mapToDouble(LagNode::lag),
                        entered.stream().mapToDouble(this::end))
                .flatMapToDouble(days -> days)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The number of days since the inquiry at which the lag of a node is over. */
    static double after(LagNode node) {
        return node.lag() + 1;
    }

    /** The number of days since the inquiry at which the observation of a node of late entry is over. */
    double end(LagNode node) {
        return node.lag() + observedLags;
    }
}
