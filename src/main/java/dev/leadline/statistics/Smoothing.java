package dev.leadline.statistics;

/**
 * What deals seen say of deals to come: not that they are worth exactly the same, but about as much. Each is spread log-normally about
 * itself, the less the more there are; their mean stays.
 *
 * <p>Source: B. W. Silverman, G. A. Young (1987), The bootstrap: to smooth or not to smooth?, Biometrika 74, 469-479.
 */
final class Smoothing {

    /** By simulation, see docs/methods/derivations.md: without it intervals are held some two points less often. */
    private static final double STRENGTH = 0.5;

    /** A bandwidth falls with the fifth root of the number of deals, its square with this power. */
    private static final double RATE = 0.4;
    /** Where sizes differ by orders of magnitude, the spread is between kinds of deals and not within them. */
    private static final double LARGEST_VARIANCE = 1;

    private Smoothing() {}

    /** @param logVariance of a deal above 0 about its segment's size */
    static PowerSums of(PowerSums seen, double logVariance) {
        double width = Math.min(LARGEST_VARIANCE, logVariance) * Math.pow(Math.max(1, seen.count()), -RATE);
        return seen.spread(STRENGTH * width);
    }
}
