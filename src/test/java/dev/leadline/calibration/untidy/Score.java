package dev.leadline.calibration.untidy;

import dev.leadline.decision.Action;
import dev.leadline.decision.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How what was said of the segments of a condition came true. */
record Score(List<Answer> answers) {

    private static final double SURE = 0.9;

    /**
     * What was said of reaching the target between two probabilities.
     *
     * @param said mean probability; NaN where nothing was said
     * @param cameTrue how many reach it
     */
    record Said(double said, Share cameTrue) {}

    /**
     * Asks of a condition.
     *
     * @param markets how many, more where one of them gives few answers
     */
    static Score of(Condition condition, int markets, long seed) {
        return new Score(Asked.of(condition, condition.markets(markets), seed));
    }

    int markets() {
        return (int) answers.stream().mapToInt(Answer::market).distinct().count();
    }

    /** @param to not included */
    Said said(double from, double to) {
        List<Answer> between = answers.stream()
                .filter(a -> a.probability() != null && a.probability() >= from && a.probability() < to)
                .toList();
        double mean =
                between.stream().mapToDouble(Answer::probability).average().orElse(Double.NaN);
        return new Said(mean, Share.of(between, Answer::reachesTarget));
    }

    Said saidSurely() {
        return said(SURE, Double.POSITIVE_INFINITY);
    }

    Share scaleRight() {
        return Share.of(those(Action.SCALE), Answer::reachesTarget);
    }

    Share scaleLosing() {
        return Share.of(those(Action.SCALE), Answer::loses);
    }

    Share fixWrong() {
        return Share.of(those(Action.FIX), Answer::reachesTarget);
    }

    /** Of the strong segments those that are SCALE. */
    Share strongFound() {
        return Share.of(answers.stream().filter(Answer::isStrong).toList(), a -> a.action() == Action.SCALE);
    }

    private List<Answer> those(Action action) {
        return answers.stream().filter(a -> a.action() == action).toList();
    }

    /** Of the intervals that are given. */
    Share held(Figure figure, Held held) {
        List<Held> given = answers.stream()
                .map(a -> a.held().get(figure))
                .filter(h -> h != Held.UNKNOWN)
                .toList();
        return Share.of(given, h -> h == held);
    }

    /** How often each reason was given. */
    Map<Reason, Long> reasons() {
        return answers.stream()
                .map(Answer::reason)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
