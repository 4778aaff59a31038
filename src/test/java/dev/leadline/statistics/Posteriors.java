package dev.leadline.statistics;

import java.util.List;

/** Posteriors of a single density, and of a scope's own deals alone. */
final class Posteriors {

    private Posteriors() {}

    /** By groups of inquiries that have shown a share of their conversion each. */
    static RatePosterior rate(BetaPrior prior, long deals, double[] shares, double[] nonConverted) {
        return RatePosterior.of(List.of(new LogitDensity(prior, deals, shares, nonConverted)), new double[] {1});
    }

    /** By a timing that is known. */
    static RatePosterior rate(BetaPrior prior, ConversionExposure exposure) {
        return RatePosterior.mixture(1, List.of(new RatePosterior.Case(1, prior, exposure)));
    }

    /** Without a prior but that of a scope that has neither siblings nor a parent. */
    static ValuePosterior value(MarginStatistics own, double ratio) {
        return ValuePosterior.of(own, ValuePrior.ofParent(MarginStatistics.of()), ratio);
    }
}
