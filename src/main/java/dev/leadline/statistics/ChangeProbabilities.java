package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How probable it is beforehand that a segment's rate last changed so many days ago, learnt from all segments of a peer group: where many
 * show a change at the same time, that time is likely for each.
 *
 * <p>A mixture of "no change" and a change at one of a few ages, its weights by expectation maximisation, with a Dirichlet prior.
 *
 * <p>Source: A. P. Dempster, N. M. Laird, D. B. Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm, JRSS B 39, 1-38.
 */
public final class ChangeProbabilities {

    /** Days since a change. Of younger ones nobody can tell; older ones are most of a window of a year. */
    private static final int[] AGES = {56, 84, 126, 182};

    /**
     * Of any rate, over half a year: rather more likely than not. That makes recent inquiries prove themselves. By simulation, see
     * docs/methods/derivations.md: less trusts a fallen rate too often, more finds too few that have stayed.
     */
    private static final double USUAL = 0.6;

    /** Days that each age stands for. */
    private static final double[] DAYS = {28, 35, 49, 56};

    private static final double ALL_DAYS = 168;
    /** What is known beforehand is worth so many segments. */
    private static final double PRIOR_SEGMENTS = 15;

    private static final int ROUNDS = 20;

    /** Of no change first, then of each age. */
    private final double[] probabilities;

    private ChangeProbabilities(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /** @return the days since a change that are told apart, rising; a copy */
    public static int[] ages() {
        return AGES.clone();
    }

    /** @return what is usual, where no segment tells */
    public static ChangeProbabilities usual() {
        double[] usual = new double[AGES.length + 1];
        usual[0] = 1 - USUAL;
        for (int i = 0; i < AGES.length; i++) {
            usual[i + 1] = USUAL * DAYS[i] / ALL_DAYS;
        }
        return new ChangeProbabilities(usual);
    }

    /**
     * @param logBayesFactors of each segment a change at each of the {@link #ages()} against none
     * @return the probabilities by what they show
     */
    public static ChangeProbabilities of(List<double[]> logBayesFactors) {
        ChangeProbabilities known = usual();
        for (int round = 0; round < ROUNDS; round++) {
            double[] sums = Arrays.stream(usual().probabilities)
                    .map(p -> PRIOR_SEGMENTS * p)
                    .toArray();
            for (double[] segment : logBayesFactors) {
                double[] posterior = known.posterior(segment);
                for (int i = 0; i < posterior.length; i++) {
                    sums[i] += posterior[i];
                }
            }
            double all = Arrays.stream(sums).sum();
            known = new ChangeProbabilities(
                    Arrays.stream(sums).map(sum -> sum / all).toArray());
        }
        return known;
    }

    /**
     * @param logBayesFactors of a segment, a change at each of the {@link #ages()} against none; fewer where its window is shorter
     * @return the probabilities that its rate has not changed, and that it last did so at each of the ages
     */
    public double[] posterior(double[] logBayesFactors) {
        double largest = 0;
        for (double factor : logBayesFactors) {
            largest = Math.max(largest, factor);
        }
        double[] weights = Arrays.copyOf(probabilities, logBayesFactors.length + 1);
        weights[0] *= Math.exp(-largest);
        double sum = weights[0];
        for (int i = 0; i < logBayesFactors.length; i++) {
            weights[i + 1] *= Math.exp(logBayesFactors[i] - largest);
            sum += weights[i + 1];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /**
     * The same with one more age of which it is known that something else changed then: as likely as not the rate did, too.
     *
     * @param logBayesFactor of the change then
     * @return the probability of it, of what the others have left
     */
    public static double posteriorOfKnownDay(double logBayesFactor) {
        return 1 / (1 + Math.exp(-logBayesFactor));
    }
}
