package dev.leadline.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Exact interval for the mean of a Poisson count: L = chi2(alpha/2; 2x)/2, U = chi2(1 - alpha/2; 2x + 2)/2.
 *
 * <p>Source: F. Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442.
 */
public final class Garwood {

    private Garwood() {}

    /**
     * The interval of a Poisson mean.
     *
     * @param count the observed count, real and not negative (an expected or scaled count need not be whole)
     * @param level the probability between the bounds, above 0 and below 1
     * @return the interval around the count itself; its low is 0 where the count is 0
     * @throws IllegalArgumentException if an argument is out of its domain
     */
    public static Interval mean(double count, double level) {
        Check.nonNegative(count, "count");
        double tail = (1 - Check.level(level)) / 2;
        double low = count == 0 ? 0 : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(tail) / 2;
        double high = ChiSquaredDistribution.of(2 * count + 2).inverseSurvivalProbability(tail) / 2;
        return new Interval(count, Math.min(low, count), high, level);
    }

    /**
     * The interval of the mean of an over-dispersed count, whose variance is {@code phi} times its mean: the interval
     * of count/phi, scaled back by phi.
     *
     * @param count the observed count, real and not negative
     * @param phi the over-dispersion, at least 1; see {@link OverDispersion}
     * @param level the probability between the bounds, above 0 and below 1
     * @return the interval around the count itself
     * @throws IllegalArgumentException if an argument is out of its domain
     */
    public static Interval mean(double count, double phi, double level) {
        Check.argument(phi >= 1 && phi < Double.POSITIVE_INFINITY, "phi", "finite and at least 1", phi);
        Interval scaled = mean(count / phi, level);
        return new Interval(count, scaled.low() * phi, scaled.high() * phi, level);
    }
}
