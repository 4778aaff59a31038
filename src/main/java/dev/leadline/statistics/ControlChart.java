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

    /** This many points in a row on one side of the centre are a signal. */
    public static final int RUN_LENGTH = 7;

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
    public record Signal(int index, Rule rule, Direction direction) {}

    static ControlChart of(List<Point> points, double centre, double sigmaZ) {
        List<Signal> signals = new ArrayList<>();
        int run = 0;
        for (Point point : points) {
            if (point.value() > point.upper()) {
                signals.add(new Signal(point.index(), Rule.BEYOND_LIMIT, Direction.HIGH));
            } else if (point.value() < point.lower()) {
                signals.add(new Signal(point.index(), Rule.BEYOND_LIMIT, Direction.LOW));
            }
            int side = (int) Math.signum(point.value() - point.expected());
            // A point on the centre ends a run; a change of side starts the next.
            run = Integer.signum(run) == side ? run + side : side;
            if (Math.abs(run) >= RUN_LENGTH) {
                signals.add(new Signal(point.index(), Rule.RUN_OF_SEVEN, run > 0 ? Direction.HIGH : Direction.LOW));
            }
        }
        return new ControlChart(points, centre, sigmaZ, signals);
    }
}
