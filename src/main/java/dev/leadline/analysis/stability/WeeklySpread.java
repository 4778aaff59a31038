package dev.leadline.analysis.stability;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.statistics.SpreadPosterior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the inquiries of the next four weeks may lie from what can be foreseen of them: what a control chart cannot say, whose
 * limits are the wider the more a volume has always swung.
 *
 * <p>It goes by the weeks since the last change of level that is at least a quarter old. A younger change is part of the swings: it
 * is not known yet whether it lasts, and a volume that changes its level every other month must not be judged by its last level
 * alone. Weekdays, pauses and holidays are taken out as in the chart.
 *
 * <p>A volume that follows the spend can be foreseen by whoever sets the spend. So inquiries may have followed it in proportion, by its
 * square root, or not at all, as far as the weeks bear out each.
 */
public final class WeeklySpread {

    /** So sure it must be that the spread is above the maximum. */
    private static final double SURE = 0.9;

    /** How old a change of level must be to begin a series of its own: a quarter. */
    private static final int SETTLED_WEEKS = 13;

    /** Powers of the spend that inquiries may follow. */
    private static final double[] ELASTICITIES = {0, 0.5, 1};

    private static final String METHOD = "posterior of the swings between weeks";

    private static final String UNSURE =
            "It may be above the maximum, but these weeks and inquiries are too few to be sure.";

    private final double[] counts;
    private final double[] exposure;
    private final double[] spend;
    private final int weeks;
    /** Null until it is asked for. */
    private SpreadPosterior posterior;

    private WeeklySpread(double[] counts, double[] exposure, double[] spend) {
        this.counts = counts;
        this.exposure = exposure;
        this.spend = spend;
        this.weeks = (int) Arrays.stream(exposure).filter(e -> e > 0).count();
    }

    /** @param volume the chart of the inquiries a week */
    static WeeklySpread of(WeeklyChart volume) {
        int count = volume.weeks().count();
        int from = volume.levelSettledFor(SETTLED_WEEKS);
        return new WeeklySpread(
                Arrays.copyOfRange(volume.weeks().inquiries(), from, count),
                IntStream.range(from, count).mapToDouble(volume::exposure).toArray(),
                Arrays.copyOfRange(volume.weeks().spend(), from, count));
    }

    /** Whether the spread is surely above a maximum, a fraction above 0; false where too little is known. */
    public boolean isVolatile(double maximum) {
        return isAbove(maximum, SURE);
    }

    /**
     * Whether the spread is above a maximum with at least a probability; false where too little is known.
     *
     * @param maximum a fraction above 0
     * @param probability at least that of {@link #isVolatile}, 0.9
     */
    public boolean isAbove(double maximum, double probability) {
        return isJudged()
                && (posterior != null || SpreadPosterior.mayExceed(counts, exposures(), maximum))
                && posterior().probabilityAbove(maximum) >= probability;
    }

    /** The best single value, a fraction of the mean; only where {@link #isVolatile} may be true. */
    public double median() {
        return posterior().interval(SURE).estimate();
    }

    /**
     * The verdict as it is shown.
     *
     * @param maximum a fraction above 0
     * @param level the probability between the bounds of the spread, between 0 and 1
     */
    public VolumeSpread judge(double maximum, double level) {
        if (!isJudged()) {
            String reason = weeks < Assessment.FEWEST_WEEKS
                    ? "Complete weeks with activity: " + weeks + "; " + Assessment.FEWEST_WEEKS + " are needed."
                    : "No inquiry came in these weeks.";
            return new VolumeSpread(
                    Predictability.INSUFFICIENT, Estimate.unknown(level, METHOD, reason), maximum, null, weeks);
        }
        double above = posterior().probabilityAbove(maximum);
        boolean unsure = above >= 1 - SURE && above < SURE;
        return new VolumeSpread(
                above >= SURE ? Predictability.VOLATILE : Predictability.FORESEEABLE,
                Estimate.of(posterior().interval(level), METHOD, unsure ? UNSURE : null),
                maximum,
                Estimate.rounded(above),
                weeks);
    }

    private boolean isJudged() {
        return weeks >= Assessment.FEWEST_WEEKS
                && IntStream.range(0, counts.length).anyMatch(week -> exposure[week] > 0 && counts[week] > 0);
    }

    private SpreadPosterior posterior() {
        if (posterior == null) {
            posterior = SpreadPosterior.of(counts, exposures());
        }
        return posterior;
    }

    /** What the inquiries may have arisen from: activity, and the spend of a week of it to each power. */
    private List<double[]> exposures() {
        boolean paid = IntStream.range(0, spend.length).allMatch(week -> exposure[week] == 0 || spend[week] > 0);
        if (!paid) {
            return List.of(exposure);
        }
        List<double[]> exposures = new ArrayList<>();
        for (double elasticity : ELASTICITIES) {
            double[] followed = new double[exposure.length];
            Arrays.setAll(
                    followed,
                    week -> exposure[week] == 0
                            ? 0
                            : exposure[week] * Math.pow(spend[week] / exposure[week], elasticity));
            exposures.add(followed);
        }
        return exposures;
    }
}
