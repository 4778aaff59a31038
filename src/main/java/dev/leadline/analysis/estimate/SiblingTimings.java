package dev.leadline.analysis.estimate;

import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortMaturity;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.MatureConversion;
import dev.leadline.statistics.PlausibleTiming;
import dev.leadline.statistics.TimeRatios;
import dev.leadline.statistics.TimingCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** When the deals of siblings come: each at its own speed where the data show that they differ, else as in the whole workspace. */
final class SiblingTimings {

    private final WholeWorkspace whole;
    private final List<CohortTable> tables;
    private final Optional<TimeRatios> ratios;

    SiblingTimings(WholeWorkspace whole, List<CohortTable> tables) {
        this.whole = whole;
        this.tables = tables;
        this.ratios = TimeRatios.fit(tables, horizon());
    }

    private int horizon() {
        return whole.terms().horizonDays();
    }

    private CohortMaturity shares(TimingCurve timing) {
        return CohortMaturity.of(whole.cohorts(), timing, horizon());
    }

    /** What each sibling's cohorts of a window have shown. */
    List<RateHistory> histories(Window window) {
        return IntStream.range(0, tables.size())
                .mapToObj(s -> RateHistory.of(tables.get(s), likeliest(s), window, window.first()))
                .toList();
    }

    /** What each day has had time to show by a sibling's likeliest timing. */
    private CohortMaturity likeliest(int sibling) {
        return ratios.map(r -> shares(r.likeliest(sibling))).orElse(whole.shares());
    }

    private ConversionExposure exposure(int sibling, CohortMaturity by, int from, int to) {
        return ConversionExposure.of(tables.get(sibling), by, from, to);
    }

    /**
     * The timing of the workspace.
     *
     * @param prior of a rate by the likeliest timing
     * @param from the first of the cohort days behind it
     * @param to the last of them; before the first if it rests on none
     */
    SegmentTiming ofWorkspace(BetaPrior prior, int from, int to) {
        MatureConversion mature = whole.mature();
        List<SegmentTiming.Plausible> plausible = mature.plausible().stream()
                .map(p -> new SegmentTiming.Plausible(p.weight(), shares(p.timing()), prior))
                .toList();
        return new SegmentTiming(mature, whole.shares(), plausible).withPrior(prior, whole.cohorts(), from, to);
    }

    /** The likeliest timing of each sibling, by its number; empty if they do not differ. */
    Optional<IntFunction<TimingCurve>> curves() {
        return ratios.map(differing -> differing::likeliest);
    }

    /**
     * The timing of each sibling, by its number: if by one of the usual timings less has come so far, the rates of all are as much
     * higher by it. What each day has had time to show is as long as the history, and is computed anew each time: kept for thousands of
     * siblings it would be gigabytes.
     *
     * @param prior as of {@link #ofWorkspace}, as are the days
     * @return empty if they do not differ
     */
    Optional<IntFunction<SegmentTiming>> ofSiblings(BetaPrior prior, int from, int to) {
        return ratios.map(differing -> {
            double[] factors = factors(differing, from, to);
            return sibling -> new SegmentTiming(
                    differing.likeliest(sibling),
                    likeliest(sibling),
                    differing.plausible(sibling, factors).stream()
                            .map(p -> new SegmentTiming.Plausible(
                                    p.weight(), shares(p.timing()), prior.times(p.factor())))
                            .toList());
        });
    }

    /** By each plausible usual timing, how much more the siblings' cohorts have shown by the likeliest than by that. */
    private double[] factors(TimeRatios differing, int from, int to) {
        List<PlausibleTiming> usual = differing.timing().plausible();
        double exposure = 0;
        double[] by = new double[usual.size()];
        for (int s = 0; s < tables.size(); s++) {
            exposure += exposure(s, likeliest(s), from, to).exposure();
            for (int u = 0; u < by.length; u++) {
                TimingCurve curve = differing.ratio(s).applied(usual.get(u).timing(), 0);
                by[u] += exposure(s, shares(curve), from, to).exposure();
            }
        }
        double likeliest = exposure;
        return Arrays.stream(by)
                .map(e -> likeliest > 0 && e > 0 ? likeliest / e : 1)
                .toArray();
    }
}
