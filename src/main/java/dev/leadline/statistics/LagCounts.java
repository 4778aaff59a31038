package dev.leadline.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What cohorts say of the time to deal, on few nodes: the sum over all deals of any smooth function of their lag, and over
 * all inquiries without a deal of any smooth function of the lags they have been observed at, is a weighted sum over {@link
 * LagNode nodes}, so that the cost of a fit depends neither on days nor on inquiries.
 *
 * @param converted deals by their lag
 * @param pending inquiries without a deal, observed from lag 0, by their last observed lag
 * @param entered inquiries without a deal, observed late, by their first observed lag
 */
record LagCounts(List<LagNode> converted, List<LagNode> pending, List<Entered> entered) {

    /**
     * Inquiries without a deal that are observed late.
     *
     * @param node their first observed lag
     * @param end the number of days since the inquiry at which the observation is over
     */
    record Entered(LagNode node, double end) {

        /** Their first observed lag, in days; need not be whole. */
        double lag() {
            return node.lag();
        }
    }

    /** What a table says, each inquiry at the lags at which it has been observed. */
    static LagCounts of(CohortTable table) {
        return of(FollowUp.of(table));
    }

    /** What several tables say together. */
    static LagCounts of(FollowUp all) {
        return new LagCounts(
                LagNode.of(all.deals()),
                LagNode.of(all.waiting()),
                all.lateWithoutDeal().stream()
                        .flatMap(late -> LagNode.of(late.byFirstLag()).stream()
                                .map(node -> new Entered(node, node.lag() + late.observedLags())))
                        .toList());
    }

    /** Every number of days since the inquiry at which the distribution of the delay is needed, ascending from 0. */
    double[] days() {
        return Stream.of(
                        DoubleStream.of(0),
                        converted.stream().mapToDouble(LagNode::lag),
                        converted.stream().mapToDouble(LagCounts::after),
                        pending.stream().mapToDouble(LagCounts::after),
                        entered.stream().mapToDouble(Entered::lag),
                        entered.stream().mapToDouble(Entered::end))
                .flatMapToDouble(days -> days)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The number of days since the inquiry at which the lag of a node is over. */
    static double after(LagNode node) {
        return node.lag() + 1;
    }
}
