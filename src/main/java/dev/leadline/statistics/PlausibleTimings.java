package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A handful of timing curves that stand for all that is plausible: the observed curve moved along its own Greenwood error by the
 * three points of Gauss and Hermite, each continued by every plausible model, ordered by how much still comes late, and averaged
 * within five groups of about equal probability.
 */
final class PlausibleTimings {

    /** How many curves stand for all; each costs a posterior of every rate. */
    static final int GROUPS = 5;

    private static final GaussHermite NODES = GaussHermite.THREE;

    private record Continued(double weight, int start, int model, double lateness) {}

    private final CumulativeConversion observed;
    private final PendingTail tail;
    private final int carried;
    private final int horizon;
    private final double[][] starts;

    /**
     * @param observed the curve as far as it is observed
     * @param tail what is still to come beyond {@code carried}
     * @param carried the last lag, in days, that the data carries; -1 if none
     * @param horizon in days
     */
    PlausibleTimings(CumulativeConversion observed, PendingTail tail, int carried, int horizon) {
        this.observed = observed;
        this.tail = tail;
        this.carried = carried;
        this.horizon = horizon;
        this.starts = IntStream.range(0, NODES.size())
                .mapToObj(node -> moved(NODES.score(node)))
                .toArray(double[][]::new);
    }

    /** The curves, earliest first, of weights that sum to 1; one to five of them. */
    List<PlausibleTiming> curves() {
        int early = observed.at(carried) <= 0 ? 0 : observed.medianLag(carried).orElse(0);
        List<Continued> all = new ArrayList<>();
        for (int start = 0; start < NODES.size(); start++) {
            for (int model = 0; model < tail.models(); model++) {
                double late = at(start, model, early) <= 0 ? 1 : at(start, model, horizon) / at(start, model, early);
                all.add(new Continued(NODES.weight(start) * tail.weight(model), start, model, late));
            }
        }
        int[] groups = groups(
                all.stream().mapToDouble(Continued::weight).toArray(),
                all.stream().mapToDouble(Continued::lateness).toArray());
        double[][] sums = new double[GROUPS][horizon + 1];
        double[] weights = new double[GROUPS];
        for (int i = 0; i < groups.length; i++) {
            Continued one = all.get(i);
            weights[groups[i]] += one.weight();
            for (int k = 0; k <= horizon; k++) {
                sums[groups[i]][k] += one.weight() * at(one.start(), one.model(), k);
            }
        }
        List<PlausibleTiming> curves = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            if (weights[group] > 0) {
                double[] curve = sums[group];
                double weight = weights[group];
                curves.add(new PlausibleTiming(weight, lag -> lag < 0 ? 0 : curve[Math.min(lag, horizon)] / weight));
            }
        }
        return List.copyOf(curves);
    }

    /**
     * Puts timings into groups of about equal probability, those of which least comes late into the first.
     *
     * @param weights of the timings, of sum 1
     * @param lateness any number that is the higher the more of a timing comes late
     * @return the group of each, 0 to {@value #GROUPS} - 1
     */
    static int[] groups(double[] weights, double[] lateness) {
        int[] groups = new int[weights.length];
        double below = 0;
        for (int i : IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> lateness[i]))
                .toList()) {
            groups[i] = Math.min(GROUPS - 1, (int) ((below + weights[i] / 2) * GROUPS));
            below += weights[i];
        }
        return groups;
    }

    private double at(int start, int model, int lag) {
        if (carried < 0) {
            return 1 - tail.left(model, lag);
        }
        double known = starts[start][Math.min(lag, carried)];
        return lag <= carried ? known : 1 - (1 - known) * tail.left(model, lag);
    }

    /**
     * The observed curve with -ln(1 - F) moved by so many standard errors at the carried lag, and before it as it then has to be
     * expected: its increments are independent, each moved by its part of the variance. A factor keeps each above 0.
     */
    private double[] moved(double deviations) {
        double error = carried < 0 ? 0 : Math.sqrt(observed.variance(carried));
        double[] curve = new double[carried + 1];
        double hazard = 0;
        for (int k = 0; k <= carried; k++) {
            double rise = Math.log1p(-observed.at(k - 1)) - Math.log1p(-observed.at(k));
            double variance = observed.variance(k) - observed.variance(k - 1);
            if (observed.at(k) >= 1) {
                hazard = Double.POSITIVE_INFINITY;
            } else if (rise > 0) {
                hazard += rise * Math.exp(error == 0 ? 0 : deviations * variance / (rise * error));
            }
            curve[k] = -Math.expm1(-hazard);
        }
        return curve;
    }
}
