package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A weight at a lag that need not be whole. A few of them stand for counts by lag: the lags are cut into ranges, each whole day by
 * itself at first and then ever wider, and within a range counts become Gauss's rule of two points for them, which has their total
 * and the first three moments of ln(lag + 1). Its weights are never negative and its points lie among the lags counted, so that a log
 * likelihood over the nodes is one of data that could have been seen and has no peaks of its own. One or two lags in a range are
 * kept as they are.
 *
 * <p>Source: W. Gautschi (2004), Orthogonal Polynomials: Computation and Approximation, chapter 1, on Gauss's rule for a discrete
 * measure.
 *
 * @param lag in days, not negative
 * @param weight above 0
 */
record LagNode(double lag, double weight) {

    /** Each day below this lag is a range of its own; from it on a range ends at so many times the lag at which it begins. */
    private static final int EVERY_LAG_UNTIL = 10;

    private static final double RATIO = 1.3;

    /**
     * @param counts by lag from 0, none negative
     * @return the nodes, by range ascending
     */
    static List<LagNode> of(double[] counts) {
        List<LagNode> nodes = new ArrayList<>();
        int from = 0;
        while (from < counts.length) {
            int to = from < EVERY_LAG_UNTIL ? from + 1 : (int) Math.ceil(from * RATIO);
            add(nodes, counts, from, Math.min(to, counts.length));
            from = to;
        }
        return nodes;
    }

    private static void add(List<LagNode> nodes, double[] counts, int from, int to) {
        int first = to;
        int last = from;
        double total = 0;
        double mean = 0;
        for (int lag = from; lag < to; lag++) {
            if (counts[lag] > 0) {
                first = Math.min(first, lag);
                last = lag;
                total += counts[lag];
                mean += counts[lag] * Math.log1p(lag);
            }
        }
        if (first >= last) {
            if (total > 0) {
                nodes.add(new LagNode(last, total));
            }
            return;
        }
        mean /= total;
        double square = 0;
        double cube = 0;
        for (int lag = first; lag <= last; lag++) {
            double distance = Math.log1p(lag) - mean;
            square += counts[lag] * distance * distance / total;
            cube += counts[lag] * distance * distance * distance / total;
        }
        // The points lie at the mean + the roots of x^2 - (cube / square) x - square = 0, one on either side.
        double half = cube / square / 2;
        double far = half + Math.copySign(Math.sqrt(half * half + square), half);
        double near = -square / far;
        double below = Math.min(far, near);
        double above = Math.max(far, near);
        nodes.add(new LagNode(between(first, mean + below, last), total * above / (above - below)));
        nodes.add(new LagNode(between(first, mean + above, last), total * -below / (above - below)));
    }

    private static double between(int first, double logLag, int last) {
        return Math.min(last, Math.max(first, Math.expm1(logLag)));
    }
}
