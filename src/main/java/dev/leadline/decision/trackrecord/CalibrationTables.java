package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.estimate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was said of past decisions, and how often it came true. */
final class CalibrationTables {

    /** Of a probability: the narrower, the nearer to sure; at 0.1 and 0.9 lie FIX and SCALE by default. */
    private static final double[] BANDS = {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1};
    /** In the first weeks of its deals a segment is judged by what others bring. */
    private static final int FIRST_WEEKS = 10;

    private final List<PastDecision> decisions;
    private final double target;
    private final int outcomeWeeks;

    CalibrationTables(List<PastDecision> decisions, double target, int outcomeWeeks) {
        this.decisions = decisions;
        this.target = target;
        this.outcomeWeeks = outcomeWeeks;
    }

    /** That their outcomes overlap, and what that leaves; there is at least one decision. */
    String noteOnOverlap() {
        Calibration all = Calibration.of(decisions, d -> OptionalDouble.of(0), target);
        return String.format(
                Locale.ROOT,
                " The %d decisions are not independent: outcomes of one segment share inquiries, so together they tell as"
                        + " much as about %.0f independent ones at most, and less where an error lasts or segments share it.",
                all.number(),
                Math.max(1, all.effectiveNumber(outcomeWeeks)));
    }

    /** By the probability of the long run. */
    List<TrackRecord.Band> longRun() {
        List<TrackRecord.Band> bands = new ArrayList<>();
        for (int band = 0; band + 1 < BANDS.length; band++) {
            List<PastDecision> within = within(PastDecision::probability, band);
            Calibration longRun = Calibration.of(within, PastDecision::probability, target);
            Calibration predictive = Calibration.of(within, PastDecision::predictive, target);
            if (longRun.number() > 0) {
                bands.add(new TrackRecord.Band(
                        BANDS[band],
                        BANDS[band + 1],
                        longRun.number(),
                        Estimate.rounded(longRun.meanProbability()),
                        predictive.number() == 0 ? null : Estimate.rounded(predictive.meanProbability()),
                        Estimate.rounded(longRun.share())));
            }
        }
        return bands;
    }

    /** By the probability of the outcome itself. */
    TrackRecord.Predictive predictive() {
        Calibration all = Calibration.of(decisions, PastDecision::predictive, target);
        if (all.number() == 0) {
            return new TrackRecord.Predictive(0, 0, 0, null, null, null, null, null, null, List.of());
        }
        return new TrackRecord.Predictive(
                all.number(),
                all.segments(),
                Estimate.rounded(all.effectiveNumber(outcomeWeeks)),
                Estimate.rounded(all.meanProbability()),
                Estimate.rounded(all.share()),
                Estimate.rounded(all.brierScore()),
                Estimate.rounded(all.brierScoreOfConstant()),
                Estimate.rounded(all.logScore()),
                Estimate.rounded(all.logScoreOfConstant()),
                predictiveBands());
    }

    private List<TrackRecord.PredictiveBand> predictiveBands() {
        List<TrackRecord.PredictiveBand> bands = new ArrayList<>();
        for (int band = 0; band + 1 < BANDS.length; band++) {
            Calibration within =
                    Calibration.of(within(PastDecision::predictive, band), PastDecision::predictive, target);
            if (within.number() > 0) {
                bands.add(new TrackRecord.PredictiveBand(
                        BANDS[band],
                        BANDS[band + 1],
                        within.number(),
                        Estimate.rounded(within.effectiveNumber(outcomeWeeks)),
                        Estimate.rounded(within.meanProbability()),
                        Estimate.rounded(within.share())));
            }
        }
        return bands;
    }

    private List<PastDecision> within(Function<PastDecision, OptionalDouble> probability, int band) {
        double from = BANDS[band];
        double to = BANDS[band + 1];
        return decisions.stream()
                .filter(d -> probability.apply(d).isPresent())
                .filter(d -> probability.apply(d).getAsDouble() >= from)
                .filter(d -> probability.apply(d).getAsDouble() < to || to == 1)
                .toList();
    }

    /** The same of a segment's first weeks with deals on record, and of those after. */
    List<TrackRecord.ByDealRecords> byDealRecords() {
        Map<Boolean, List<PastDecision>> parts =
                decisions.stream().collect(Collectors.partitioningBy(d -> d.weeksOfDealRecords() < FIRST_WEEKS));
        return Stream.of(true, false)
                .map(early -> {
                    CalibrationTables part = new CalibrationTables(parts.get(early), target, outcomeWeeks);
                    return new TrackRecord.ByDealRecords(
                            early ? 0 : FIRST_WEEKS, early ? FIRST_WEEKS : null, part.longRun(), part.predictive());
                })
                .toList();
    }
}
