package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the rate of a series of counts with exposure has gone one way for half a year: what a chart whose baseline starts
 * anew at each change of level cannot see.
 *
 * <p>Over the last 26 points up to each point: Rao's score test of an exponential trend in the rate, with r = sum of counts c
 * / sum of exposures e and t counted from its mean weighed by e: z = sum t c / sqrt(phi r sum e t^2), phi the over-dispersion
 * between neighbours. A point is a signal where |z| is at least 3, the fitted rate differs by a fifth or more from one end to
 * the other, and a single step (the best of all, by the same kind of score) does not explain it clearly better.
 *
 * <p>Source: C. R. Rao (1948), Large sample tests of statistical hypotheses, Proceedings of the Cambridge Philosophical
 * Society 44, 50-57; for counts D. R. Cox, P. A. W. Lewis (1966), The Statistical Analysis of Series of Events, 3.3.
 */
public final class Drift {

    /** Over so many points, half a year of weeks, a drift is looked for. */
    public static final int POINTS = 26;

    /** |z| of a signal: the limit of a control chart. */
    private static final double SCORE = 3;
    /** The fitted rate must fall by a fifth, or rise as far in logarithms; less is no reason to act. */
    private static final double LEAST = Math.log(1 / 0.8);
    /** So much larger the squared score of a step must be before it is taken for the better explanation. */
    private static final double IN_DOUBT = 4.5;

    private Drift() {}

    /**
     * The points at which the last {@link #POINTS} drift.
     *
     * @param series counts of consecutive weeks
     * @return the signals in order of index, all of {@link SignalRule#DRIFT}; {@code HIGH} where the rate rises
     */
    public static List<ControlChart.Signal> of(ExposedSeries series) {
        List<ControlChart.Signal> signals = new ArrayList<>();
        if (series.points() >= POINTS) {
            Sums sums = new Sums(series);
            for (int to = POINTS; to <= series.points(); to++) {
                double slope = sums.drift(to - POINTS, to, series.dispersion());
                if (slope != 0) {
                    Direction direction = slope > 0 ? Direction.HIGH : Direction.LOW;
                    signals.add(new ControlChart.Signal(series.index()[to - 1], SignalRule.DRIFT, direction));
                }
            }
        }
        return signals;
    }

    /** Running sums, so that a stretch costs no more than a point. The first element is that before the first point. */
    private static final class Sums {

        private final int[] time;
        private final double[] count;
        private final double[] exposure;
        private final double[] timedCount;
        private final double[] timedExposure;
        private final double[] squareTimedExposure;

        Sums(ExposedSeries series) {
            int points = series.points();
            time = series.index();
            count = new double[points + 1];
            exposure = new double[points + 1];
            timedCount = new double[points + 1];
            timedExposure = new double[points + 1];
            squareTimedExposure = new double[points + 1];
            for (int j = 0; j < points; j++) {
                double t = time[j];
                count[j + 1] = count[j] + series.count()[j];
                exposure[j + 1] = exposure[j] + series.exposure()[j];
                timedCount[j + 1] = timedCount[j] + t * series.count()[j];
                timedExposure[j + 1] = timedExposure[j] + t * series.exposure()[j];
                squareTimedExposure[j + 1] = squareTimedExposure[j] + t * t * series.exposure()[j];
            }
        }

        /** The change of the logarithm of the rate a week over a stretch; 0 where it does not drift. Ends are not included. */
        double drift(int from, int to, double dispersion) {
            double counted = count[to] - count[from];
            double exposed = exposure[to] - exposure[from];
            double rate = counted / exposed;
            double timed = timedExposure[to] - timedExposure[from];
            double mean = timed / exposed;
            double score = timedCount[to] - timedCount[from] - mean * counted;
            double information = rate * (squareTimedExposure[to] - squareTimedExposure[from] - mean * timed);
            double squared = information > 0 ? score * score / information / dispersion : 0;
            boolean drifts = squared >= SCORE * SCORE
                    && Math.abs(score / information) * (time[to - 1] - time[from]) >= LEAST
                    && squared >= bestStep(from, to, rate) / dispersion - IN_DOUBT;
            return drifts ? score / information : 0;
        }

        private double bestStep(int from, int to, double rate) {
            double exposed = exposure[to] - exposure[from];
            double best = 0;
            for (int at = from + 1; at < to; at++) {
                double before = exposure[at] - exposure[from];
                double excess = count[at] - count[from] - rate * before;
                best = Math.max(best, excess * excess * exposed / (rate * before * (exposed - before)));
            }
            return best;
        }
    }
}
