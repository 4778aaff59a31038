package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Mixture-cure models of one table in five families of delay, and what remains plausible: each family by its Akaike weight (K. P.
 * Burnham and D. R. Anderson 2002, Model Selection and Multimodel Inference), and within a family the share c by its
 * {@link CureProfileLikelihood}.
 *
 * @param weights of the families that count, of sum 1
 * @param models what remains plausible, of weights that sum to 1
 */
record CureModelAverage(Map<DelayFamily, Double> weights, List<PlausibleModel> models) {

    /** Families of less weight change nothing. */
    private static final double LEAST_WEIGHT = 0.02;

    /** Where the share of those who ever convert is sought first: a little above what has been seen, within bounds. */
    private static final double START_OVER_SEEN = 1.3;

    private static final double LEAST_START = 1e-3;
    private static final double MOST_START = 0.9;
    /** The generalised gamma is sought from the better of its special cases, the Weibull at shape 1 and the log-normal at 0, just off it. */
    private static final double START_NEAR_WEIBULL = 0.9;

    private static final double START_NEAR_LOG_NORMAL = 0.1;

    /**
     * Averages all families.
     *
     * @param horizon in days, from which a typical delay is taken
     * @param shareSoFar about how many have converted so far, from which the share of those who ever do is sought
     */
    static CureModelAverage of(LagCounts counts, int horizon, double shareSoFar) {
        Map<DelayFamily, CureProfileLikelihood> profiles = profiles(counts, horizon, shareSoFar);
        Map<DelayFamily, Double> weights = weights(profiles);
        List<PlausibleModel> models = new ArrayList<>();
        weights.forEach((family, weight) -> models.addAll(profiles.get(family).plausible(weight)));
        return new CureModelAverage(weights, models);
    }

    /** The fit of each family, whatever its weight; arguments as of {@link #of}. */
    static Map<DelayFamily, CureProfileLikelihood> profiles(LagCounts counts, int horizon, double shareSoFar) {
        double share = Math.min(MOST_START, Math.max(LEAST_START, START_OVER_SEEN * shareSoFar));
        Map<DelayFamily, CureProfileLikelihood> profiles = new EnumMap<>(DelayFamily.class);
        for (DelayFamily family : DelayFamily.values()) {
            CureLikelihood likelihood = new CureLikelihood(counts, family, horizon);
            profiles.put(family, CureProfileLikelihood.of(likelihood, start(family, profiles, likelihood, share)));
        }
        return profiles;
    }

    /** Akaike's weights of those families that count, of sum 1. */
    private static Map<DelayFamily, Double> weights(Map<DelayFamily, CureProfileLikelihood> profiles) {
        double best = profiles.values().stream()
                .mapToDouble(CureModelAverage::akaike)
                .max()
                .orElseThrow();
        double all = profiles.values().stream()
                .mapToDouble(profile -> Math.exp(akaike(profile) - best))
                .sum();
        Map<DelayFamily, Double> weights = new EnumMap<>(DelayFamily.class);
        profiles.forEach((family, profile) -> {
            double weight = Math.exp(akaike(profile) - best) / all;
            if (weight >= LEAST_WEIGHT) {
                weights.put(family, weight);
            }
        });
        double kept = weights.values().stream().mapToDouble(w -> w).sum();
        weights.replaceAll((family, weight) -> weight / kept);
        return weights;
    }

    private static double akaike(CureProfileLikelihood profile) {
        CureFit fit = profile.top();
        return fit.logLikelihood() - fit.model().family().parameters();
    }

    private static CureModel start(
            DelayFamily family,
            Map<DelayFamily, CureProfileLikelihood> profiles,
            CureLikelihood likelihood,
            double share) {
        if (family == DelayFamily.GENERALISED_GAMMA) {
            CureFit weibull = profiles.get(DelayFamily.WEIBULL).top();
            CureFit logNormal = profiles.get(DelayFamily.LOG_NORMAL).top();
            boolean nearer = weibull.logLikelihood() > logNormal.logLikelihood();
            CureModel m = (nearer ? weibull : logNormal).model();
            return new CureModel(
                    family,
                    m.logitShare(),
                    m.location(),
                    m.logScale(),
                    nearer ? START_NEAR_WEIBULL : START_NEAR_LOG_NORMAL);
        }
        return new CureModel(family, Math.log(share / (1 - share)), likelihood.typicalLocation(), 0, 1);
    }
}
