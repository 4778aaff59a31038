package dev.leadline.statistics;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Whether a conversion rate has changed its level: what cohorts before a day and since have shown, and what that says of the rate since.
 *
 * <p>If it has not changed, those since are beta-binomial with what those before have left of the prior. If it has, the new rate is
 * expected where the old one was, give or take a half: a beta distribution worth {@value #DEALS_OF_NEW_RATE} deals. The
 * quotient of the two likelihoods is the Bayes factor of the change. Inquiries without a deal count by what they have had time to show.
 *
 * <p>Source: P. Fearnhead (2006), Exact and efficient Bayesian inference for multiple changepoint problems, Statistics and Computing
 * 16, 203-213, with the last change only; R. E. Kass, A. E. Raftery (1995), Bayes factors, JASA 90, 773-795.
 */
public final class RateChange {

    private static final double DEALS_OF_NEW_RATE = 5;
    /** Below so much of the rate before, it has fallen. */
    private static final double FALLEN = 0.85;

    private final double logBayesFactor;
    private final BetaPrior rateSince;
    private final boolean falls;

    private RateChange(double logBayesFactor, BetaPrior rateSince, boolean falls) {
        this.logBayesFactor = logBayesFactor;
        this.rateSince = rateSince;
        this.falls = falls;
    }

    /**
     * @param prior of the rate before all these cohorts
     * @param dispersion how much more than by chance deals vary, at least 1; all counts for 1 / dispersion of what it is
     * @param before what cohorts before the day have shown
     * @param since what those from the day on have shown
     * @return what they say of a change at that day
     * @throws IllegalArgumentException if the dispersion is below 1
     */
    public static RateChange of(
            BetaPrior prior, double dispersion, ConversionExposure before, ConversionExposure since) {
        Check.argument(dispersion >= 1 && Double.isFinite(dispersion), "dispersion", "at least 1", dispersion);
        BetaPrior old = prior.updated(before, dispersion);
        double strength = Math.min(DEALS_OF_NEW_RATE, old.alpha());
        BetaPrior expected = new BetaPrior(strength, strength * old.beta() / old.alpha());
        BetaPrior recent = expected.updated(since, dispersion);
        double changed = logLikelihood(expected, recent);
        double same = logLikelihood(old, old.updated(since, dispersion));
        return new RateChange(changed - same, recent, recent.mean() < FALLEN * old.mean());
    }

    /** The beta-binomial one of what lies between, up to the binomial coefficient, which is the same for both. */
    private static double logLikelihood(BetaPrior before, BetaPrior after) {
        return LogBeta.value(after.alpha(), after.beta()) - LogBeta.value(before.alpha(), before.beta());
    }

    /** @return natural logarithm of how much likelier what was seen since is if the rate has changed */
    public double logBayesFactor() {
        return logBayesFactor;
    }

    /** @return what is known of the rate since, if it has changed */
    public BetaPrior rateSince() {
        return rateSince;
    }

    /** @return whether the rate is clearly lower since, if it has changed */
    public boolean falls() {
        return falls;
    }
}
