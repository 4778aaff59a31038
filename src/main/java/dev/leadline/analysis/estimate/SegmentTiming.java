package dev.leadline.analysis.estimate;

import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortMaturity;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.TimingCurve;
import java.util.List;

/**
 * When a segment's deals come.
 *
 * @param curve the likeliest timing
 * @param shares what each day has had time to show by it
 * @param plausible all that is plausible
 */
record SegmentTiming(TimingCurve curve, CohortMaturity shares, List<Plausible> plausible) {

    /**
     * A plausible timing.
     *
     * @param weight its probability
     * @param shares what each day has had time to show by it
     * @param prior of a rate, by the same timing: if less of the deals has come so far, all rates are as much higher
     */
    record Plausible(double weight, CohortMaturity shares, BetaPrior prior) {}

    /**
     * The same with a prior that is set by the rates of some cohorts.
     *
     * @param central the prior by the likeliest timing
     * @param table of the cohorts behind it
     * @param from the first of their days
     * @param to the last of them; before the first if there is none
     */
    SegmentTiming withPrior(BetaPrior central, CohortTable table, int from, int to) {
        double exposure = exposure(table, from, to).exposure();
        return new SegmentTiming(
                curve,
                shares,
                plausible.stream()
                        .map(p -> {
                            double by = ConversionExposure.of(table, p.shares(), from, to)
                                    .exposure();
                            boolean moved = exposure > 0 && by > 0;
                            return new Plausible(
                                    p.weight(), p.shares(), moved ? central.times(exposure / by) : central);
                        })
                        .toList());
    }

    /** What the cohorts of some days, both included, have shown by the likeliest timing. */
    ConversionExposure exposure(CohortTable table, int from, int to) {
        return ConversionExposure.of(table, shares, from, to);
    }

    /** What is known of the rate by each plausible timing, from what the cohorts of some days have shown, both included. */
    List<RatePosterior.Case> cases(CohortTable table, int from, int to) {
        return plausible.stream()
                .map(p -> new RatePosterior.Case(
                        p.weight(), p.prior(), ConversionExposure.of(table, p.shares(), from, to)))
                .toList();
    }
}
