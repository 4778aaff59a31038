package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The logarithm of the grouped likelihood of a mixture-cure model: sum of d_ik ln(c [G(k+1) - G(k)]) + sum of (n_i - D_i) ln(1 - c
 * [G(a_i + 1) - G(k0_i)]), with its slope and information (the sum of squared scores).
 *
 * <p>What is known before any data is added, so that there is always a highest point and a thin record is not extrapolated
 * without bounds: a share c as if half a deal and three inquiries that never convert had been seen; a delay about a fifth of
 * the horizon, within a factor of 7; a scale about 1, within a factor of 2.7; a shape between the log-normal and the Weibull.
 * Some dozens of deals outweigh all of it.
 */
final class CureLikelihood {

    /** Deals, and inquiries that never convert, that the share has seen before any data. */
    private static final double PRIOR_DEALS = 0.5;

    private static final double PRIOR_NEVER = 3;
    /** Of a delay before any data. */
    private static final double TYPICAL_PART_OF_HORIZON = 0.2;
    /** The precision of location, log scale and shape before any data; the share has its own. */
    private static final double[] PRIOR_PRECISION = {0, 1, 4, 1};

    /** The shape before any data lies half way between the log-normal's 0 and the Weibull's 1. */
    private static final double PRIOR_SHAPE = 0.5;

    /** The slope in the shape has no closed form, and is a difference over this. */
    private static final double SHAPE_STEP = 1e-4;
    /** Keeps the logarithm of a probability finite that is too small for a number. */
    private static final double LEAST = 1e-300;

    private final DelayFamily family;
    private final int parameters;
    private final double[] prior;

    private final double[] days;
    private final double[] logDays;
    private final double[] converted;
    private final int[] convertedDay;
    private final int[] convertedNextDay;
    private final double[] pending;
    private final int[] pendingNextDay;
    private final double[] entered;
    private final int[] enteredDay;
    private final int[] enteredEndDay;

    /** By day: z, G, 1 - G, and the slopes of G in z and in the shape. */
    private final double[] z;

    private final double[] cumulative;
    private final double[] survival;
    private final double[] density;
    private final double[] shapeSlope;

    private final double[] score = new double[DelayFamily.MOST_PARAMETERS];
    private double share;
    private double scale;
    private double[] gradient;
    private double[][] information;

    /**
     * @param counts deals and waiting inquiries by lag, in days
     * @param family of the delay, which says how many parameters are free
     * @param horizon in days, above 0: what a typical delay is a part of
     */
    CureLikelihood(LagCounts counts, DelayFamily family, int horizon) {
        this.family = family;
        this.parameters = family.parameters();
        this.prior = new double[] {0, typicalLocation(horizon), 0, PRIOR_SHAPE};
        this.days = counts.days();
        this.logDays = Arrays.stream(days).map(Math::log).toArray();
        this.converted = weights(counts.converted());
        this.convertedDay = days(counts.converted(), LagNode::lag);
        this.convertedNextDay = days(counts.converted(), LagCounts::after);
        this.pending = weights(counts.pending());
        this.pendingNextDay = days(counts.pending(), LagCounts::after);
        this.entered = counts.entered().stream()
                .mapToDouble(late -> late.node().weight())
                .toArray();
        this.enteredDay = days(counts.entered(), LagCounts.Entered::lag);
        this.enteredEndDay = days(counts.entered(), LagCounts.Entered::end);
        this.z = new double[days.length];
        this.cumulative = new double[days.length];
        this.survival = new double[days.length];
        this.density = new double[days.length];
        this.shapeSlope = new double[days.length];
    }

    private static double[] weights(List<LagNode> nodes) {
        return nodes.stream().mapToDouble(LagNode::weight).toArray();
    }

    private <T> int[] days(List<T> nodes, ToDoubleFunction<T> day) {
        return nodes.stream()
                .mapToInt(node -> Arrays.binarySearch(days, day.applyAsDouble(node)))
                .toArray();
    }

    private static double typicalLocation(int horizon) {
        return Math.log(TYPICAL_PART_OF_HORIZON * (horizon + 1));
    }

    /** The share of the deals that come by a lag where nothing is known but what is typical; above 0. */
    static double typicalShareBy(int lag, int horizon) {
        double z = Math.log(Math.max(0, lag) + 1.0) - typicalLocation(horizon);
        return DelayFamily.EXPONENTIAL.cumulativeProbability(z, 0);
    }

    /** The family of the delay. */
    DelayFamily family() {
        return family;
    }

    /** A delay's location before any data. */
    double typicalLocation() {
        return prior[1];
    }

    /** The log likelihood alone, without what is known before. */
    double logLikelihood(double[] at) {
        gradient = null;
        return sumOfLogs(at);
    }

    /** The log likelihood with what is known before, and its slope and information by parameter. */
    double logPosterior(double[] at, double[] slope, double[][] squaredScores) {
        gradient = slope;
        information = squaredScores;
        Arrays.fill(slope, 0);
        for (double[] row : squaredScores) {
            Arrays.fill(row, 0);
        }
        return sumOfLogs(at) + logPrior(at);
    }

    private double logPrior(double[] at) {
        double never = 1 / (1 + Math.exp(at[0]));
        double sum =
                PRIOR_DEALS * Math.log(Math.max(LEAST, 1 - never)) + PRIOR_NEVER * Math.log(Math.max(LEAST, never));
        if (gradient != null) {
            gradient[0] += PRIOR_DEALS * never - PRIOR_NEVER * (1 - never);
            information[0][0] += (PRIOR_DEALS + PRIOR_NEVER) * never * (1 - never);
        }
        for (int p = 1; p < parameters; p++) {
            double distance = at[p] - prior[p];
            sum -= 0.5 * PRIOR_PRECISION[p] * distance * distance;
            if (gradient != null) {
                gradient[p] -= PRIOR_PRECISION[p] * distance;
                information[p][p] += PRIOR_PRECISION[p];
            }
        }
        return sum;
    }

    private double sumOfLogs(double[] at) {
        share = 1 / (1 + Math.exp(-at[0]));
        scale = Math.exp(at[2]);
        distribute(at[1], at[3]);
        double sum = 0;
        for (int node = 0; node < converted.length; node++) {
            double within = Math.max(LEAST, within(convertedDay[node], convertedNextDay[node]));
            sum += converted[node] * Math.log(share * within);
            addScore(converted[node], 1 - share, convertedDay[node], convertedNextDay[node], 1 / within);
        }
        for (int node = 0; node < pending.length; node++) {
            sum += pending(pending[node], 0, pendingNextDay[node]);
        }
        for (int node = 0; node < entered.length; node++) {
            sum += pending(entered[node], enteredDay[node], enteredEndDay[node]);
        }
        return sum;
    }

    /** Fills what is known of the delay by day; day 0 stays as it is, before everything. */
    private void distribute(double location, double shape) {
        survival[0] = 1;
        for (int day = 1; day < days.length; day++) {
            z[day] = (logDays[day] - location) / scale;
            boolean early = z[day] <= 0;
            double tail =
                    early ? family.cumulativeProbability(z[day], shape) : family.survivalProbability(z[day], shape);
            cumulative[day] = early ? tail : 1 - tail;
            survival[day] = early ? 1 - tail : tail;
            if (gradient != null) {
                density[day] = family.density(z[day], shape);
                if (parameters == DelayFamily.MOST_PARAMETERS) {
                    double next = shape + SHAPE_STEP;
                    double moved = early
                            ? family.cumulativeProbability(z[day], next)
                            : family.survivalProbability(z[day], next);
                    shapeSlope[day] = (early ? moved - tail : tail - moved) / SHAPE_STEP;
                }
            }
        }
    }

    /** G(to) - G(from), without loss of digits late. */
    private double within(int from, int to) {
        return from > 0 && z[from] > 0 ? survival[from] - survival[to] : cumulative[to] - cumulative[from];
    }

    /** What inquiries observed between two days without a deal say. */
    private double pending(double weight, int from, int to) {
        double within = within(from, to);
        double left = Math.max(LEAST, from == 0 ? 1 - share + share * survival[to] : 1 - share * within);
        addScore(weight, -share * (1 - share) * within / left, from, to, -share / left);
        return weight * Math.log(left);
    }

    /** Adds the score of the share, and that of the delay: a factor times the slope of G(to) - G(from). */
    private void addScore(double weight, double scoreOfShare, int from, int to, double factor) {
        if (gradient == null) {
            return;
        }
        score[0] = scoreOfShare;
        score[1] = -factor * (density[to] - density[from]) / scale;
        score[2] = -factor * (z[to] * density[to] - z[from] * density[from]);
        score[3] = factor * (shapeSlope[to] - shapeSlope[from]);
        for (int p = 0; p < parameters; p++) {
            gradient[p] += weight * score[p];
            for (int r = 0; r <= p; r++) {
                information[p][r] += weight * score[p] * score[r];
            }
        }
    }
}
