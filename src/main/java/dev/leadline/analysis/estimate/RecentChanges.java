package dev.leadline.analysis.estimate;

import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.ChangeProbabilities;
import dev.leadline.statistics.RateChange;
import dev.leadline.statistics.RatePosterior;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely it is that segments' conversion rates have lately changed their level, and what they are since.
 *
 * @param prior of a rate
 * @param dispersion how much more than by chance deals vary
 * @param probabilities of a change so many days ago, learnt from the siblings
 */
record RecentChanges(BetaPrior prior, double dispersion, ChangeProbabilities probabilities) {

    /** A change of less probability is left out. */
    private static final double NEGLIGIBLE = 0.004;
    /** So sure is no change: what stood before has a say left. */
    private static final double SUREST = 0.999;

    /**
     * What the rate is if its level has changed, and whether it has fallen.
     *
     * @param levels by the time of the change; of weights that sum to less than 1
     * @param fallen the probability that it has changed, and is clearly lower since
     */
    record Levels(List<RatePosterior.Level> levels, double fallen) {

        /** It has not changed. */
        static final Levels NONE = new Levels(List.of(), 0);
    }

    static RecentChanges of(BetaPrior prior, double dispersion, List<RateHistory> siblings) {
        return new RecentChanges(
                prior,
                dispersion,
                ChangeProbabilities.of(siblings.stream()
                        .map(sibling -> bayesFactors(sibling.changes(prior, dispersion)))
                        .toList()));
    }

    Levels of(RateHistory history) {
        List<RatePosterior.Level> levels = new ArrayList<>();
        double fallen = 0;
        double left = SUREST;
        RateChange atCost = history.changeAtCost(prior, dispersion).orElse(null);
        if (atCost != null) {
            double probability = left * ChangeProbabilities.posteriorOfKnownDay(atCost.logBayesFactor());
            fallen += add(levels, probability, atCost);
            left -= probability;
        }
        List<RateChange> changes = history.changes(prior, dispersion);
        double[] posterior = probabilities.posterior(bayesFactors(changes));
        for (int i = 0; i < changes.size(); i++) {
            fallen += add(levels, left * posterior[i + 1], changes.get(i));
        }
        return new Levels(List.copyOf(levels), fallen);
    }

    /** @return the probability that it has fallen so */
    private static double add(List<RatePosterior.Level> levels, double probability, RateChange change) {
        if (probability >= NEGLIGIBLE) {
            levels.add(new RatePosterior.Level(probability, change.rateSince()));
        }
        return change.falls() ? probability : 0;
    }

    private static double[] bayesFactors(List<RateChange> changes) {
        return changes.stream().mapToDouble(RateChange::logBayesFactor).toArray();
    }
}
