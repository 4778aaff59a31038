package dev.leadline.calibration;

import dev.leadline.analysis.stability.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The results of a run as Markdown. */
final class Report {

    /** So many deals, or inquiries, are asked of a figure before it is held to its level. */
    static final int FEWEST_EVENTS = 8;

    /** So many standard errors are allowed for chance before a goal counts as missed. */
    private static final double CHANCE = 2;

    private static final double[] PROBABILITIES = {0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 1};

    private static final String HEAD = "%n| %s | intervals | markets | none | covered | too high | too low | bias |"
            + " se | median | goal |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|%n";

    private static final Map<String, Function<Answer, Comparable<?>>> DIMENSIONS = new LinkedHashMap<>();

    static {
        DIMENSIONS.put("volume", a -> a.setting().volume());
        DIMENSIONS.put("rate", a -> a.setting().rate());
        DIMENSIONS.put("median delay", a -> a.setting().medianDelay());
        DIMENSIONS.put("delay", a -> a.setting().delay());
        DIMENSIONS.put("dispersion", a -> a.setting().dispersion());
        DIMENSIONS.put("log-sd", a -> a.setting().logSd());
        DIMENSIONS.put("spread", a -> a.setting().spread());
        DIMENSIONS.put("drift", a -> a.setting().drift());
        DIMENSIONS.put("tracked from", a -> a.setting().trackedFrom());
        DIMENSIONS.put("horizon", a -> a.setting().horizonDays());
        DIMENSIONS.put("handled", a -> a.setting().handled());
    }

    private final List<MarketResult> results;
    private final Map<Estimator, List<Answer>> answers;
    private final StringBuilder text = new StringBuilder();

    private Report(List<MarketResult> results) {
        this.results = results;
        this.answers = results.stream()
                .flatMap(r -> r.answers().stream())
                .collect(Collectors.groupingBy(Answer::estimator, TreeMap::new, Collectors.toList()));
    }

    /** All of it. */
    static String of(List<MarketResult> results) {
        Report report = new Report(results);
        report.overall();
        report.chances();
        report.falseAlarms();
        report.answers.forEach(report::inParts);
        return report.text.toString();
    }

    /** What every figure that has events enough covers. */
    static Map<Estimator, Coverage> coverages(List<MarketResult> results) {
        Map<Estimator, Coverage> coverages = new TreeMap<>();
        new Report(results).answers.forEach((e, all) -> coverages.put(e, Coverage.of(enough(all))));
        return coverages;
    }

    private static List<Answer> enough(List<Answer> answers) {
        return answers.stream().filter(a -> a.events() >= FEWEST_EVENTS).toList();
    }

    private void overall() {
        print("%n## Overall, from %d events up (%d markets)%n", FEWEST_EVENTS, results.size());
        print(HEAD, "figure");
        answers.forEach((estimator, all) -> row(estimator, estimator.apiName(), enough(all)));
    }

    private void inParts(Estimator estimator, List<Answer> all) {
        print("%n## %s%n", estimator.apiName());
        print(HEAD, "part");
        bucket(estimator, all, "deals 0", d -> d == 0);
        bucket(estimator, all, "deals 1-7", d -> d > 0 && d < 8);
        bucket(estimator, all, "deals 8-19", d -> d >= 8 && d < 20);
        bucket(estimator, all, "deals 20-49", d -> d >= 20 && d < 50);
        bucket(estimator, all, "deals 50-199", d -> d >= 50 && d < 200);
        bucket(estimator, all, "deals 200-", d -> d >= 200);
        List<Answer> enough = enough(all);
        DIMENSIONS.forEach((name, value) -> enough.stream()
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.toList()))
                .forEach((level, part) -> row(estimator, name + " " + level, part)));
    }

    private void bucket(Estimator estimator, List<Answer> all, String name, Predicate<Long> deals) {
        row(estimator, name, all.stream().filter(a -> deals.test(a.deals())).toList());
    }

    private void row(Estimator estimator, String name, List<Answer> part) {
        if (part.isEmpty()) {
            return;
        }
        Coverage c = Coverage.of(part);
        print(
                "| %s | %d | %d | %d | %.1f %% | %.1f %% | %.1f %% | %+.1f %% | %.1f | %+.1f %% | %s |%n",
                name,
                c.intervals(),
                c.markets(),
                c.unknown(),
                100 * c.covered(),
                100 * c.tooHigh(),
                100 * c.tooLow(),
                100 * c.bias(),
                100 * c.biasError(),
                100 * c.median(),
                Goal.missed(estimator, c, CHANCE).isEmpty() ? "" : "missed");
    }

    private void chances() {
        print("%n## probabilityOfTarget%n%n| said | segments | mean said | came true |%n|---|---:|---:|---:|%n");
        chances("", c -> true);
        chances(" (under 8 deals)", c -> c.deals() < FEWEST_EVENTS);
        chances(" (8 to 49 deals)", c -> c.deals() >= FEWEST_EVENTS && c.deals() < 50);
        chances(" (50 deals and more)", c -> c.deals() >= 50);
    }

    private void chances(String name, Predicate<MarketResult.Chance> which) {
        for (int i = 1; i < PROBABILITIES.length; i++) {
            double from = PROBABILITIES[i - 1];
            double to = i == PROBABILITIES.length - 1 ? 2 : PROBABILITIES[i];
            List<MarketResult.Chance> part = results.stream()
                    .flatMap(r -> r.chances().stream())
                    .filter(c -> which.test(c) && c.probability() >= from && c.probability() < to)
                    .toList();
            print(
                    "| %.2f to %.2f%s | %d | %.3f | %.3f |%n",
                    from,
                    PROBABILITIES[i],
                    name,
                    part.size(),
                    part.stream()
                            .mapToDouble(MarketResult.Chance::probability)
                            .average()
                            .orElse(Double.NaN),
                    part.stream()
                            .mapToDouble(c -> c.reached() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN));
        }
    }

    private void falseAlarms() {
        print("%n## UNSTABLE although nothing drifts%n%n| part | segments | volume | cost |%n|---|---:|---:|---:|%n");
        alarms("all", s -> true);
        Arrays.stream(Grid.VOLUMES).forEach(v -> alarms("volume " + v, s -> s.volume() == v));
        Arrays.stream(Grid.DISPERSIONS).forEach(d -> alarms("dispersion " + d, s -> s.dispersion() == d));
        Arrays.stream(Grid.MEDIAN_DELAYS).forEach(d -> alarms("median delay " + d, s -> s.medianDelay() == d));
    }

    private void alarms(String name, Predicate<MarketSetting> which) {
        List<MarketResult.Verdicts> part = results.stream()
                .filter(r -> r.setting().drift() == Drift.NONE && which.test(r.setting()))
                .flatMap(r -> r.verdicts().stream())
                .toList();
        print(
                "| %s | %d | %.1f %% | %.1f %% |%n",
                name,
                part.size(),
                100.0
                        * part.stream()
                                .filter(v -> v.volume() == Verdict.UNSTABLE)
                                .count()
                        / part.size(),
                100.0 * part.stream().filter(v -> v.cost() == Verdict.UNSTABLE).count() / part.size());
    }

    private void print(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
