package dev.leadline.calibration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often the intervals held the truth, and how far off the estimates were on average.
 *
 * @param markets how many markets the intervals come from: those of one market are not independent
 * @param unknown how often nothing was answered
 * @param tooHigh share of intervals that lie above the truth
 * @param tooLow share that lie below it
 * @param bias mean relative error
 * @param biasError its standard error, with the market as the unit
 * @param median relative error
 */
record Coverage(
        int intervals,
        int markets,
        int unknown,
        double tooHigh,
        double tooLow,
        double bias,
        double biasError,
        double median) {

    static Coverage of(Collection<Answer> answers) {
        List<Answer> given = answers.stream().filter(Answer::isGiven).toList();
        int n = given.size();
        double bias = given.stream().mapToDouble(Answer::relativeError).sum() / n;
        Map<Integer, Double> byMarket = given.stream()
                .collect(
                        Collectors.groupingBy(Answer::market, Collectors.summingDouble(a -> a.relativeError() - bias)));
        double squares = byMarket.values().stream().mapToDouble(x -> x * x).sum();
        double[] errors =
                given.stream().mapToDouble(Answer::relativeError).sorted().toArray();
        return new Coverage(
                n,
                byMarket.size(),
                answers.size() - n,
                (double) given.stream().filter(Answer::isTooHigh).count() / n,
                (double) given.stream().filter(Answer::isTooLow).count() / n,
                bias,
                Math.sqrt(squares) / n,
                n == 0 ? Double.NaN : (errors[n / 2] + errors[(n - 1) / 2]) / 2);
    }

    double covered() {
        return 1 - tooHigh - tooLow;
    }
}
