package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.Segment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Probabilities that were given of an event, and whether it came true.
 *
 * <p>Sources: G. W. Brier (1950), Monthly Weather Review 78; I. J. Good (1952), Journal of the Royal Statistical Society B 14, for the
 * logarithmic score; G. V. Bayley and J. M. Hammersley (1946), Supplement to the Journal of the Royal Statistical Society 8, for the
 * effective number.
 *
 * @param cases at least one for any of the figures but the number
 */
record Calibration(List<Case> cases) {

    /**
     * One probability.
     *
     * @param segment of which it was given
     * @param day on which
     * @param probability 0 to 1; for {@link #logScore} neither where it did not come true
     * @param met whether it came true
     */
    record Case(Segment segment, LocalDate day, double probability, boolean met) {}

    /** Of the decisions that have a probability, whether the outcome met the target. */
    static Calibration of(
            List<PastDecision> decisions, Function<PastDecision, OptionalDouble> probability, double target) {
        return new Calibration(decisions.stream()
                .filter(d -> probability.apply(d).isPresent())
                .map(d -> new Case(
                        d.segment().segment(),
                        d.day(),
                        probability.apply(d).getAsDouble(),
                        d.outcome().roi() >= target))
                .toList());
    }

    int number() {
        return cases.size();
    }

    int segments() {
        return (int) cases.stream().map(Case::segment).distinct().count();
    }

    double meanProbability() {
        return mean(Case::probability);
    }

    /** The share that came true. */
    double share() {
        return mean(c -> c.met() ? 1 : 0);
    }

    /** The mean squared distance of the probabilities from what came true, 1 or 0. */
    double brierScore() {
        return mean(c -> Math.pow(c.probability() - (c.met() ? 1 : 0), 2));
    }

    /** That score of always giving the share that came true. */
    double brierScoreOfConstant() {
        return share() * (1 - share());
    }

    /** The mean of minus the natural logarithm of the probability given to what came true. */
    double logScore() {
        return mean(c -> -Math.log(c.met() ? c.probability() : 1 - c.probability()));
    }

    /** That score of always giving the share that came true. */
    double logScoreOfConstant() {
        double share = share();
        return share == 0 || share == 1 ? 0 : -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    }

    private double mean(ToDoubleFunction<Case> figure) {
        return cases.stream().mapToDouble(figure).average().orElseThrow();
    }

    /**
     * As many independent cases would have a mean as exact, were it only for the inquiries that outcomes share: n^2 over the sum of all
     * pairs' correlations, where those of a segment that begin so many weeks apart share the rest of the outcome's weeks.
     */
    double effectiveNumber(int outcomeWeeks) {
        double pairs = cases.stream().collect(Collectors.groupingBy(Case::segment)).values().stream()
                .mapToDouble(ofSegment -> correlations(ofSegment, (double) Week.DAYS * outcomeWeeks))
                .sum();
        return number() * (number() / pairs);
    }

    private static double correlations(Collection<Case> cases, double outcomeDays) {
        long[] days = cases.stream().mapToLong(c -> c.day().toEpochDay()).toArray();
        double sum = 0;
        for (long one : days) {
            for (long other : days) {
                sum += Math.max(0, 1 - Math.abs(one - other) / outcomeDays);
            }
        }
        return sum;
    }
}
