package dev.leadline.statistics;

import java.util.List;

/**
 * A beta distribution of a conversion rate before a segment's own data is seen. Its strength is {@code alpha}: the
 * weight of so many deals.
 *
 * @param alpha above 0, finite
 * @param beta above 0, finite
 */
public record BetaPrior(double alpha, double beta) {

    /** Shrinkage never outweighs this many deals of a segment's own. */
    public static final double STRONGEST = 20;

    /** With fewer siblings than this a prior says more about chance than about the family. */
    public static final int FEWEST_SIBLINGS = 5;

    /** A mean that is scaled up stays below: no rate is above 1, and at 1 nothing would be left for beta. */
    private static final double HIGHEST_SCALED = 0.95;
    /** The strengths that are averaged go from that of Jeffreys' prior to the strongest, as far apart in logarithms. */
    private static final double WEAKEST = 0.5;

    private static final int STRENGTHS = 12;
    /** A step of the golden-section search leaves this part of the range (J. Kiefer 1953); all of them 1e-5 of it. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final int GOLDEN_STEPS = 24;

    /** @throws IllegalArgumentException if a parameter is not finite and above 0 */
    public BetaPrior {
        Check.positive(alpha, "alpha");
        Check.positive(beta, "beta");
    }

    /**
     * The prior of a rate that is not shrunk (the total, or a segment without siblings): Jeffreys' (1/2, 1/2), whose
     * intervals cover the truth about as often as they say.
     *
     * @return the weak prior
     */
    public static BetaPrior weak() {
        return new BetaPrior(0.5, 0.5);
    }

    /**
     * The family's prior, from its members: each is taken as beta-binomial, D deals of E inquiries. For each strength
     * between 0.5 and 20 deals the mean is the one of highest marginal likelihood; strength and mean are then
     * averaged (on the log scale) over the strengths by that likelihood. Half a deal in one inquiry more keeps the
     * mean off 0 and 1 where all siblings agree on them.
     *
     * <p>With fewer than {@value #FEWEST_SIBLINGS} siblings with exposure the caller should use the parent's prior
     * instead; the answer here is still legal, and without any exposure it is {@link #weak()}.
     *
     * <p>Source: B. Efron (2010), Large-Scale Inference, chapter 1, on empirical Bayes; J. G. Skellam (1948) for the
     * beta-binomial.
     *
     * @param siblings the members of the family, in any order
     * @return the prior, alpha at most {@value #STRONGEST}
     */
    public static BetaPrior empiricalBayes(List<RateEvidence> siblings) {
        List<RateEvidence> informative =
                siblings.stream().filter(s -> s.expectedExposure() > 0).toList();
        if (informative.isEmpty()) {
            return weak();
        }
        double[] logStrength = new double[STRENGTHS];
        double[] logitMean = new double[STRENGTHS];
        double[] logLikelihood = new double[STRENGTHS];
        double best = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STRENGTHS; s++) {
            logStrength[s] = Math.log(WEAKEST) + Math.log(STRONGEST / WEAKEST) * s / (STRENGTHS - 1);
            double strength = Math.exp(logStrength[s]);
            BetaBinomials likelihood = new BetaBinomials(informative, strength);
            logitMean[s] = likeliestMean(informative, likelihood);
            logLikelihood[s] = likelihood.at(logitMean[s]);
            best = Math.max(best, logLikelihood[s]);
        }
        double weights = 0;
        double strength = 0;
        double mean = 0;
        for (int s = 0; s < STRENGTHS; s++) {
            double weight = Math.exp(logLikelihood[s] - best);
            weights += weight;
            strength += weight * logStrength[s];
            mean += weight * logitMean[s];
        }
        double alpha = Math.min(STRONGEST, Math.exp(strength / weights));
        return new BetaPrior(alpha, alpha * Math.exp(-mean / weights));
    }

    /** Golden-section search of the logit of the mean; the range covers every rate the evidence can suggest. */
    private static double likeliestMean(List<RateEvidence> siblings, BetaBinomials likelihood) {
        double exposure =
                siblings.stream().mapToDouble(RateEvidence::expectedExposure).sum();
        // Half a deal in one inquiry more keeps the likeliest mean at about 1 / (2 exposure + 2) or above; this is half
        // of that.
        double low = -Math.log(4 * exposure + 4);
        double high = -low;
        double inner = high - GOLDEN * (high - low);
        double outer = low + GOLDEN * (high - low);
        double atInner = likelihood.nearly(inner);
        double atOuter = likelihood.nearly(outer);
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            if (likelihood.isAsLikely(inner, atInner, outer, atOuter)) {
                high = outer;
                outer = inner;
                atOuter = atInner;
                inner = high - GOLDEN * (high - low);
                atInner = likelihood.nearly(inner);
            } else {
                low = inner;
                inner = outer;
                atInner = atOuter;
                outer = low + GOLDEN * (high - low);
                atOuter = likelihood.nearly(outer);
            }
        }
        return (low + high) / 2;
    }

    /**
     * The prior of the same strength for a rate a factor as high: what the same deals say of the rate if the inquiries have had
     * time to show less, or more, of them.
     *
     * @param factor above 0, finite
     * @return the prior; its mean stays below 0.95
     * @throws IllegalArgumentException if the factor is not finite and above 0
     */
    public BetaPrior times(double factor) {
        double mean = Math.min(Math.max(HIGHEST_SCALED, mean()), mean() * Check.positive(factor, "factor"));
        return new BetaPrior(alpha, alpha * (1 - mean) / mean);
    }

    /**
     * What is known of the rate after some cohorts, each inquiry without a deal counted by what it has had time to show: about the
     * posterior while rates are small, as (1 - p w) is about (1 - p)^w then.
     *
     * @param shown by the cohorts
     * @param dispersion how much more than by chance deals vary, at least 1; all counts for 1 / dispersion of what it is
     * @return the distribution
     */
    BetaPrior updated(ConversionExposure shown, double dispersion) {
        return new BetaPrior(alpha + shown.deals() / dispersion, beta + shown.exposedWithoutDeal() / dispersion);
    }

    /** The variance of the rate. */
    double variance() {
        return mean() * (1 - mean()) / (alpha + beta + 1);
    }

    /** @return the mean rate, alpha / (alpha + beta) */
    public double mean() {
        return alpha / (alpha + beta);
    }
}
