package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A control chart: what a stable process would be expected to show, and where this one departs from it.
 *
 * @param points the points in order of time; a point that could not be used (no exposure, no value) is missing, and
 *     the others keep their index
 * @param centre the mean around which a stable process moves, in the unit of the values; 0 without points
 * @param sigmaZ how much wider the limits are than a Poisson count's, at least 1 (Laney's sigma of z); 1 on a chart
 *     of single values
 * @param signals the departures in order of index; one point may give one signal per rule
 */
public record ControlChart(List<Point> points, double centre, double sigmaZ, List<Signal> signals) {

    /** This many points in a row on one side of the centre are a signal if together they depart by more than chance. */
    public static final int RUN_LENGTH = 7;

    /**
     * So many standard deviations of its sum a run must depart. Seven in a row alone are no rare chance: somewhere in 12 to 24
     * points a stable series has them in 5 to 10 % of cases.
     */
    private static final double RUN_SCORE = 2.75;

    /** A limit is so many standard deviations away from the centre. */
    private static final double LIMIT_SCORE = 3;

    /** Takes copies of the lists. */
    public ControlChart {
        points = List.copyOf(points);
        signals = List.copyOf(signals);
    }

    /**
     * A point.
     *
     * @param index its place in the input
     * @param value what was seen
     * @param expected what the centre expects here, in the unit of the value
     * @param lower the lower control limit
     * @param upper the upper control limit
     */
    public record Point(int index, double value, double expected, double lower, double upper) {}

    /**
     * A departure from what a stable process shows.
     *
     * @param index the place of its point in the input
     * @param rule which rule fired
     * @param direction on which side of the centre
     */
    public record Signal(int index, SignalRule rule, Direction direction) {}

    /**
     * A chart whose points are drawn, with the signals that they give.
     *
     * @param points in order of time
     * @param centre see {@link #centre}
     * @param sigmaZ see {@link #sigmaZ}
     */
    static ControlChart of(List<Point> points, double centre, double sigmaZ) {
        List<Signal> signals = new ArrayList<>();
        int run = 0;
        double sum = 0;
        for (Point point : points) {
            if (point.value() > point.upper()) {
                signals.add(new Signal(point.index(), SignalRule.BEYOND_LIMIT, Direction.HIGH));
            } else if (point.value() < point.lower()) {
                signals.add(new Signal(point.index(), SignalRule.BEYOND_LIMIT, Direction.LOW));
            }
            double score = score(point);
            int side = (int) Math.signum(score);
            // A point on the centre ends a run; a change of side starts the next.
            boolean goesOn = Integer.signum(run) == side;
            run = goesOn ? run + side : side;
            sum = goesOn ? sum + score : score;
            int length = Math.abs(run);
            if (length >= RUN_LENGTH && Math.abs(sum) >= RUN_SCORE * Math.sqrt(length)) {
                signals.add(
                        new Signal(point.index(), SignalRule.RUN_OF_SEVEN, run > 0 ? Direction.HIGH : Direction.LOW));
            }
        }
        return new ControlChart(points, centre, sigmaZ, signals);
    }

    /** A point's departure in standard deviations; 0 on a chart that allows for none. */
    private static double score(Point point) {
        double width = point.upper() - point.expected();
        return width > 0 ? LIMIT_SCORE * (point.value() - point.expected()) / width : 0;
    }
}
