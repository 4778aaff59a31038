package dev.leadline.statistics;

/**
 * Mean, mean square and mean cube of a random number.
 *
 * @param first the mean
 * @param second the mean of its square
 * @param third the mean of its cube
 */
record Moments(double first, double second, double third) {

    /** Of what is always 0, to which a mixture is added. */
    static final Moments ZERO = new Moments(0, 0, 0);

    /**
     * Of the mean of a Dirichlet process: its variance is that of the distribution about which it is, over its weight and 1; its third
     * central moment twice that of the distribution over the product of that and its weight and 2.
     *
     * <p>Source: T. S. Ferguson (1973), A Bayesian analysis of some nonparametric problems, Annals of Statistics 1, 209-230; E. Regazzini,
     * A. Guglielmi, G. Di Nunno (2002), Theory and numerical analysis for exact distributions of functionals of a Dirichlet process,
     * Annals of Statistics 30, 1376-1411.
     *
     * @param distribution about which it is
     * @param weight how many values that is worth
     */
    static Moments ofDirichletMean(Moments distribution, double weight) {
        return ofCentral(
                distribution.first,
                distribution.variance() / (weight + 1),
                2 * distribution.thirdCentral() / ((weight + 1) * (weight + 2)));
    }

    /** Of a beta distribution. */
    static Moments ofBeta(double alpha, double beta) {
        double mean = alpha / (alpha + beta);
        double square = mean * (alpha + 1) / (alpha + beta + 1);
        return new Moments(mean, square, square * (alpha + 2) / (alpha + beta + 2));
    }

    private static Moments ofCentral(double mean, double variance, double third) {
        return new Moments(mean, variance + mean * mean, third + 3 * variance * mean + mean * mean * mean);
    }

    /** Of a mixture, one of the other moments with its weight added. */
    Moments plus(double weight, Moments other) {
        return new Moments(first + weight * other.first, second + weight * other.second, third + weight * other.third);
    }

    /** Of the product with an independent log-normal factor of mean 1 and this variance. */
    Moments times(double variance) {
        double square = 1 + variance;
        return new Moments(first, second * square, third * square * square * square);
    }

    /** In a unit in which the mean is another. */
    Moments withMean(double mean) {
        double factor = mean / first;
        return new Moments(mean, second * factor * factor, third * factor * factor * factor);
    }

    /**
     * Of a gain that has these moments and comes with the rest of a probability, less a loss that comes with that probability, the two
     * independent.
     *
     * @param share the moments of the probability
     * @param loss not negative
     */
    Moments lessLosses(Moments share, double loss) {
        double both = share.first - share.second;
        double twice = share.second - share.third;
        return new Moments(
                (1 - share.first) * first - share.first * loss,
                (1 - 2 * share.first + share.second) * second - 2 * both * first * loss + share.second * loss * loss,
                (1 - 3 * share.first + 3 * share.second - share.third) * third
                        - 3 * (both - twice) * second * loss
                        + 3 * twice * first * loss * loss
                        - share.third * loss * loss * loss);
    }

    /** The mean squared distance from the mean; 0 where rounding has made it negative. */
    double variance() {
        return Math.max(0, second - first * first);
    }

    /** The mean cubed distance from the mean. */
    double thirdCentral() {
        return third - 3 * first * variance() - first * first * first;
    }
}
