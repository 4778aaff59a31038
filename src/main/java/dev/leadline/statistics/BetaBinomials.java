package dev.leadline.statistics;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How likely the deals of siblings are if their rates come from one beta distribution of a given strength, alpha: beta-binomial,
 * as a function of the logit of its mean.
 */
final class BetaBinomials {

    /** From here on four terms of Stirling's series leave out less than 1e-13. */
    private static final double LARGE = 32;
    /** Up to here a quotient loses nothing that counts to rounding. */
    private static final double HUGE = 1e4;
    /** Many times what {@link #nearly} may be off, relative to it. */
    private static final double DOUBT = 1e-11;

    private final double alpha;
    private final double[] successes;
    private final double[] failures;
    /** The sum of ln Gamma(alpha + D). */
    private final double ofSuccesses;

    /**
     * @param siblings their deals and expected exposures
     * @param alpha the first parameter of the beta distribution, above 0: how many deals it is worth
     */
    BetaBinomials(List<RateEvidence> siblings, double alpha) {
        this.alpha = alpha;
        this.successes = siblings.stream().mapToDouble(s -> alpha + s.deals()).toArray();
        this.failures = siblings.stream()
                .mapToDouble(s -> Math.max(0, s.expectedExposure() - s.deals()))
                .toArray();
        double sum = 0;
        for (double count : successes) {
            sum += LogGamma.value(count);
        }
        this.ofSuccesses = sum;
    }

    /** The log likelihood, with half a success and half a failure on the mean itself. */
    double at(double logitMean) {
        double beta = alpha * Math.exp(-logitMean);
        double prior = LogBeta.value(alpha, beta);
        double sum = ofMean(logitMean);
        for (int s = 0; s < successes.length; s++) {
            sum += LogBeta.value(successes[s], beta + failures[s]) - prior;
        }
        return sum;
    }

    /**
     * The same but for rounding, in a third of the time: what depends on alpha alone is computed once, and of the rest only what
     * does not cancel.
     */
    double nearly(double logitMean) {
        double beta = alpha * Math.exp(-logitMean);
        double sum = ofMean(logitMean) + ofSuccesses - successes.length * LogBeta.value(alpha, beta);
        for (int s = 0; s < successes.length; s++) {
            sum += logGammaRatio(successes[s], beta + failures[s]);
        }
        return sum;
    }

    /** Whether one logit is at least as likely as another, of which it is known how likely they nearly are. */
    boolean isAsLikely(double one, double nearlyOne, double other, double nearlyOther) {
        double difference = nearlyOne - nearlyOther;
        double doubt = DOUBT * (Math.abs(ofSuccesses) + Math.abs(nearlyOne) + successes.length);
        return Math.abs(difference) > doubt ? difference > 0 : at(one) >= at(other);
    }

    private static double ofMean(double logit) {
        return 0.5 * logit - (Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit))));
    }

    /** ln (Gamma(b) / Gamma(a + b)). */
    private static double logGammaRatio(double a, double b) {
        if (b < LARGE) {
            return LogBeta.value(a, b) - LogGamma.value(a);
        }
        double all = a + b;
        double logShare = all < HUGE ? Math.log(b / all) : Math.log1p(-a / all);
        return (b - 0.5) * logShare - a * Math.log(all) + a + stirling(b) - stirling(all);
    }

    /** What Stirling's formula of ln Gamma leaves out: the first four terms of its series (M. Abramowitz, I. A. Stegun 1964, 6.1.41). */
    private static double stirling(double x) {
        double y = 1 / (x * x);
        return (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y / 1680.0))) / x;
    }
}
