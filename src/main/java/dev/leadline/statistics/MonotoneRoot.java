package dev.leadline.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * The root of a function that never falls: inverse quadratic interpolation where three points show the function smooth enough
 * for it, else halving.
 *
 * <p>Source: T. R. Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
 * without using derivatives, Advances in Engineering Software 28, 145-149.
 */
final class MonotoneRoot {

    /** Of the function, and of the place relative to the bounds. */
    private static final double PRECISION = 1e-9;
    /** Several times what halving alone would take, so that rounding cannot keep it going. */
    private static final int MOST_STEPS = 200;

    private MonotoneRoot() {}

    /**
     * @param function never falls between the bounds
     * @param low where to look from
     * @param high where to look to
     * @return where the function is 0 within 1e-9, or the place known to 1e-9 of the bounds; a bound if there is no
     *     root inside
     */
    static double of(DoubleUnaryOperator function, double low, double high) {
        double newest = high;
        double atNewest = function.applyAsDouble(high);
        double opposite = low;
        double atOpposite = function.applyAsDouble(low);
        if (atOpposite >= 0 || atNewest <= 0) {
            return atOpposite >= 0 ? low : high;
        }
        double precision = PRECISION * Math.max(Math.abs(low), Math.abs(high));
        double share = atNewest / (atNewest - atOpposite);
        for (int step = 0; step < MOST_STEPS && Math.abs(opposite - newest) > precision; step++) {
            double x = newest + share * (opposite - newest);
            double at = function.applyAsDouble(x);
            if (Math.abs(at) < PRECISION) {
                return x;
            }
            // The root lies between the newest point and the opposite one; the third lies on the newest one's side.
            double third;
            double atThird;
            if (at < 0 == atNewest < 0) {
                third = newest;
                atThird = atNewest;
            } else {
                third = opposite;
                atThird = atOpposite;
                opposite = newest;
                atOpposite = atNewest;
            }
            newest = x;
            atNewest = at;
            double place = (newest - opposite) / (third - opposite);
            double height = (atNewest - atOpposite) / (atThird - atOpposite);
            boolean smooth = height * height < place && (1 - height) * (1 - height) < 1 - place;
            double wished = smooth ? quadratic(place, atNewest, atOpposite, atThird) : 0.5;
            // A step of its own length at least, so that the bounds close in from both sides.
            double least = precision / 2 / Math.abs(opposite - newest);
            share = Math.min(1 - least, Math.max(least, wished));
        }
        return atNewest > 0 ? newest : opposite;
    }

    /** How far from the newest point to the opposite one the parabola through three points, in x over y, is 0. */
    private static double quadratic(double place, double atNewest, double atOpposite, double atThird) {
        double byOpposite = atNewest / (atOpposite - atNewest) * atThird / (atOpposite - atThird);
        double byThird = (place - 1) / place * atNewest / (atThird - atNewest) * atOpposite / (atThird - atOpposite);
        return byOpposite + byThird;
    }
}
