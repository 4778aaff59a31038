package dev.leadline.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * The root of a function that never falls: regula falsi in which every third step halves, so that no shape makes it
 * slow.
 */
final class RisingRoot {

    private static final double PRECISION = 1e-9;
    private static final int MOST_STEPS = 200;

    private RisingRoot() {}

    /**
     * @param function never falls between the bounds
     * @param low where to look from
     * @param high where to look to
     * @return where the function is 0 within 1e-9, or the place known to 1e-9 of the bounds; a bound if there is no
     *     root inside
     */
    static double of(DoubleUnaryOperator function, double low, double high) {
        double from = low;
        double to = high;
        double atFrom = function.applyAsDouble(from);
        double atTo = function.applyAsDouble(to);
        double precision = PRECISION * Math.max(Math.abs(low), Math.abs(high));
        for (int step = 1; to - from > precision && atFrom < 0 && atTo > 0 && step < MOST_STEPS; step++) {
            double share = step % 3 == 0 ? 0.5 : -atFrom / (atTo - atFrom);
            double x = from + share * (to - from);
            double at = function.applyAsDouble(x);
            if (Math.abs(at) < PRECISION) {
                return x;
            }
            if (at < 0) {
                from = x;
                atFrom = at;
            } else {
                to = x;
                atTo = at;
            }
        }
        return atFrom >= 0 ? from : to;
    }
}
