package dev.leadline.calibration.untidy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The scores of conditions as Markdown, a row each. */
final class Report {

    private static final int BINS = 10;

    private final Map<Condition, Score> scores;
    private final StringBuilder text = new StringBuilder();

    private Report(Map<Condition, Score> scores) {
        this.scores = scores;
    }

    static String of(Map<Condition, Score> scores) {
        Report report = new Report(scores);
        report.decisions();
        report.intervals();
        report.probabilities();
        report.reasons();
        report.kept();
        return report.text.toString();
    }

    private void decisions() {
        head(
                "Decisions",
                List.of(
                        "markets",
                        "segments",
                        "P 0.5-0.7: said, true",
                        "P 0.7-0.9",
                        "P 0.9-1",
                        "SCALE right",
                        "losing",
                        "FIX wrong",
                        "strong found",
                        "missed"));
        scores.forEach((condition, score) -> row(
                condition,
                List.of(
                        String.valueOf(score.markets()),
                        String.valueOf(score.answers().size()),
                        said(score.said(0.5, 0.7)),
                        said(score.said(0.7, 0.9)),
                        said(score.saidSurely()),
                        score.scaleRight().toString(),
                        String.valueOf(score.scaleLosing().hits()),
                        score.fixWrong().toString(),
                        score.strongFound().toString(),
                        missed(condition))));
    }

    private static String said(Score.Said said) {
        return said.cameTrue().events() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f, %.2f (%d)",
                        said.said(),
                        said.cameTrue().value(),
                        said.cameTrue().events());
    }

    private String missed(Condition condition) {
        return Arrays.stream(Bound.values())
                .filter(bound -> !bound.missed(condition, scores, 0).isEmpty())
                .map(Bound::words)
                .collect(Collectors.joining(", "));
    }

    private void intervals() {
        head("90 % intervals: held (too high / too low)", words(Figure.values()));
        scores.forEach((condition, score) -> row(
                condition,
                Arrays.stream(Figure.values())
                        .map(figure -> held(score, figure))
                        .toList()));
    }

    private static List<String> words(Figure[] figures) {
        return Arrays.stream(figures).map(Figure::words).toList();
    }

    private static String held(Score score, Figure figure) {
        Share held = score.held(figure, Held.YES);
        return held.events() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.0f (%.0f/%.0f) of %d",
                        100 * held.value(),
                        100 * score.held(figure, Held.TOO_HIGH).value(),
                        100 * score.held(figure, Held.TOO_LOW).value(),
                        held.events());
    }

    private void probabilities() {
        List<String> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(String.format(Locale.ROOT, "%.1f-%.1f", from(bin), from(bin + 1)));
        }
        head("Probability of the target: said, true (segments)", bins);
        scores.forEach((condition, score) -> {
            List<String> cells = new ArrayList<>();
            for (int bin = 0; bin < BINS; bin++) {
                double to = bin == BINS - 1 ? Double.POSITIVE_INFINITY : from(bin + 1);
                cells.add(said(score.said(from(bin), to)));
            }
            row(condition, cells);
        });
    }

    private static double from(int bin) {
        return (double) bin / BINS;
    }

    private void reasons() {
        head("Reasons", List.of("how often"));
        scores.forEach((condition, score) -> row(
                condition,
                List.of(score.reasons().entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue())
                        .collect(Collectors.joining(", ")))));
    }

    private void kept() {
        text.append("\nKnown misses that are kept here: ")
                .append(KnownMisses.kept(scores))
                .append("\n");
    }

    private void head(String title, List<String> columns) {
        text.append("\n## ").append(title).append("\n\n");
        text.append("| condition | ").append(String.join(" | ", columns)).append(" |\n");
        text.append("|---").append("|---:".repeat(columns.size())).append("|\n");
    }

    private void row(Condition condition, List<String> cells) {
        text.append("| ").append(condition.words()).append(" | ");
        text.append(String.join(" | ", cells)).append(" |\n");
    }
}
