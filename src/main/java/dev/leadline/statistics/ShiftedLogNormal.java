package dev.leadline.statistics;

/**
 * A log-normal distribution moved along the axis, and mirrored where it is skewed to the left: the one with a given mean, variance and
 * third central moment. Its quantiles have a closed form.
 *
 * <p>Source: A. C. Cohen, B. J. Whitten (1980), Estimation in the three-parameter lognormal distribution, Journal of the American Statistical
 * Association 75, 399-404: with w = exp(s^2) the skewness is (w + 2) sqrt(w - 1).
 */
final class ShiftedLogNormal {

    /** Nearer to 0 the distribution is as good as normal, and its shift runs away. */
    private static final double LEAST_SKEWNESS = 1e-3;

    private final double mean;
    private final double deviation;
    /** 1, or -1 where it is mirrored; 0 for a normal distribution. */
    private final int side;

    private final double logDeviation;
    /** Distance from the end of the distribution to its median. */
    private final double reach;
    /** From the end to the mean. */
    private final double reachOfMean;

    private ShiftedLogNormal(double mean, double variance, double skewness) {
        this.mean = mean;
        this.deviation = Math.sqrt(variance);
        this.side = Math.abs(skewness) < LEAST_SKEWNESS ? 0 : skewness > 0 ? 1 : -1;
        double w = ratio(Math.abs(skewness));
        this.logDeviation = Math.sqrt(Math.log(w));
        this.reach = side == 0 ? 0 : deviation / Math.sqrt(w * (w - 1));
        this.reachOfMean = reach * Math.sqrt(w);
    }

    /**
     * @param variance not negative
     * @param skewness the third central moment over the variance to the power 1.5; any number
     */
    static ShiftedLogNormal of(double mean, double variance, double skewness) {
        return new ShiftedLogNormal(
                Check.finite(mean, "mean"),
                Check.nonNegative(variance, "variance"),
                Check.finite(skewness, "skewness"));
    }

    /** The skewness of a log-normal distribution that is not moved, by its coefficient of variation. */
    static double skewnessByVariation(double variation) {
        double square = variation * variation;
        return (square + 3) * Math.sqrt(square);
    }

    /** w of a skewness g: the real root of w^3 + 3 w^2 - 4 = g^2. */
    private static double ratio(double skewness) {
        double half = 1 + skewness * skewness / 2;
        double root = Math.cbrt(half + skewness * Math.sqrt(1 + skewness * skewness / 4));
        return root + 1 / root - 1;
    }

    /** The value at a standard normal score. */
    double atScore(double z) {
        return side == 0
                ? mean + deviation * z
                : mean + side * (reach * Math.exp(side * z * logDeviation) - reachOfMean);
    }

    /** The standard normal score of a value; infinite where no value can be. */
    double score(double x) {
        if (deviation == 0) {
            return x >= mean ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (side == 0) {
            return (x - mean) / deviation;
        }
        double fromEnd = side * (x - mean) + reachOfMean;
        return fromEnd <= 0 ? side * Double.NEGATIVE_INFINITY : side * Math.log(fromEnd / reach) / logDeviation;
    }
}
