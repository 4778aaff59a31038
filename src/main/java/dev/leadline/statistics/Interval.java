package dev.leadline.statistics;

/**
 * An estimate with the bounds between which the true value lies with probability {@code level}, equal chances of a
 * miss on either side.
 *
 * <p>The estimate of a very skewed quantity may lie outside a narrow interval (a mean beyond the middle half), so
 * only the order of the bounds is guarded. A bound may be infinite where the data sets none.
 *
 * @param estimate the best single value
 * @param low the lower bound
 * @param high the upper bound, not below {@code low}
 * @param level the probability between the bounds, above 0 and below 1
 */
public record Interval(double estimate, double low, double high, double level) {

    /**
     * @throws IllegalArgumentException if a value is NaN, the bounds are in the wrong order or the level is no
     * probability
     */
    public Interval {
        Check.argument(!Double.isNaN(estimate), "estimate", "a number", estimate);
        Check.argument(!Double.isNaN(low), "low", "a number", low);
        Check.argument(low <= high, "high", "at least low = " + low, high);
        Check.level(level);
    }

    /**
     * The same statement in another unit: every value times a factor.
     *
     * @param factor finite; a negative one swaps the bounds
     * @return the scaled interval
     */
    public Interval times(double factor) {
        Check.finite(factor, "factor");
        double a = low * factor;
        double b = high * factor;
        return new Interval(estimate * factor, Math.min(a, b), Math.max(a, b), level);
    }

    /**
     * @param amount any number
     * @return the interval moved by it
     */
    public Interval plus(double amount) {
        return new Interval(estimate + amount, low + amount, high + amount, level);
    }

    /**
     * The interval of the sum of this and of independent chance about 0, normal: both sides grow by the root of the sum of squares.
     *
     * @param variance of the chance, not negative
     * @return the interval; never narrower
     * @throws IllegalArgumentException if the variance is negative or not finite
     */
    public Interval widened(double variance) {
        double chance = Math.sqrt(Check.nonNegative(variance, "variance")) * StandardNormal.quantile((1 + level) / 2);
        return new Interval(
                estimate,
                Math.min(low, estimate - Math.hypot(Math.max(0, estimate - low), chance)),
                Math.max(high, estimate + Math.hypot(Math.max(0, high - estimate), chance)),
                level);
    }
}
