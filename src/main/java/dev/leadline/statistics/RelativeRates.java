package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How much more often than expected something happens in each of several groups, shrunk to 1 as far as the groups agree: counts are
 * Poisson, the groups' relative rates gamma distributed with mean 1, the strength of that averaged by its marginal likelihood.
 *
 * <p>Source: D. G. Clayton, J. Kaldor (1987), Empirical Bayes estimates of age-standardized relative risks, Biometrics 43, 671-681.
 */
public final class RelativeRates {

    /** Of how many expected events the prior is worth. */
    private static final double[] STRENGTHS = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 256, 1024};

    private RelativeRates() {}

    /**
     * What happened in a group.
     *
     * @param events how many, not negative; need not be whole, as where they come in bunches and count for less
     * @param expected how many there would be if all groups were alike, not negative
     */
    public record Count(double events, double expected) {

        /** @throws IllegalArgumentException if a number is negative or not finite */
        public Count {
            Check.nonNegative(events, "events");
            Check.nonNegative(expected, "expected");
        }
    }

    /**
     * What is known of a group's rate in terms of what is expected.
     *
     * @param mean of the relative rate, not negative
     * @param variance of the relative rate
     */
    public record Relative(double mean, double variance) {

        /** As expected, for sure. */
        public static final Relative ONE = new Relative(1, 0);
    }

    /**
     * Estimates the rates.
     *
     * @param counts by group
     * @return the rates, in the same order
     */
    public static List<Relative> of(List<Count> counts) {
        double[] logs = Arrays.stream(STRENGTHS)
                .map(strength -> counts.stream()
                        .mapToDouble(count -> logLikelihood(count, strength))
                        .sum())
                .toArray();
        double best = Arrays.stream(logs).max().orElseThrow();
        double[] weights = Arrays.stream(logs).map(log -> Math.exp(log - best)).toArray();
        double all = Arrays.stream(weights).sum();
        return counts.stream()
                .map(count -> {
                    double mean = 0;
                    double square = 0;
                    for (int s = 0; s < STRENGTHS.length; s++) {
                        double shape = count.events() + STRENGTHS[s];
                        double rate = count.expected() + STRENGTHS[s];
                        mean += weights[s] / all * shape / rate;
                        square += weights[s] / all * shape * (shape + 1) / (rate * rate);
                    }
                    return new Relative(mean, square - mean * mean);
                })
                .toList();
    }

    /** Of the negative binomial distribution, up to what does not depend on the strength. */
    private static double logLikelihood(Count count, double strength) {
        double shape = count.events() + strength;
        return logGammaRatio(count.events(), strength)
                + strength * Math.log(strength)
                - shape * Math.log(count.expected() + strength);
    }

    /** ln Gamma(strength + events) - ln Gamma(strength). */
    private static double logGammaRatio(double events, double strength) {
        return LogGamma.value(strength + events) - LogGamma.value(strength);
    }
}
