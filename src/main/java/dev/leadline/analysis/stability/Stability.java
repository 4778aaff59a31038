package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CumulativeConversion;

/**
 * Judges a segment's weekly volume and cost, and whether the volume can be foreseen. Only what is adverse and unexplained counts: fewer inquiries per unit of spend, or
 * fewer inquiries where the spend did not fall as much.
 *
 * @param volume of the number of inquiries a week
 * @param cost of the inquiries per unit of spend
 * @param volumeSpread how far the volume can be foreseen
 * @param costLevel since when the cost has had its level
 * @param cycleWeeks the decision cycle: median days to deal, 4 to 12 weeks
 */
public record Stability(
        Assessment volume, Assessment cost, WeeklySpread volumeSpread, CostLevel costLevel, int cycleWeeks) {

    /** Bounds of the decision cycle, in weeks. */
    private static final int SHORTEST_CYCLE = 4;

    private static final int LONGEST_CYCLE = 12;

    /**
     * How stable a segment is.
     *
     * @param all the whole workspace, up to the day at whose end it is judged: from it the common factor of a week is taken
     * @param cycleWeeks see {@link #cycleWeeks(CumulativeConversion, int)}
     */
    public static Stability of(SegmentLedger segment, WorkspaceWeeks all, int cycleWeeks) {
        WeeklyCharts charts = new WeeklyCharts(segment, all);
        WeeklyChart volume = charts.volume();
        WeeklyChart cost = charts.cost();
        return new Stability(
                volume.assess(cycleWeeks),
                cost.assess(cycleWeeks),
                WeeklySpread.of(volume),
                new CostLevel(cost),
                cycleWeeks);
    }

    /** The decision cycle in weeks: the median days to deal, at least 4 weeks and at most 12; 12 while no deal is known. */
    public static int cycleWeeks(CumulativeConversion timing, int horizon) {
        int days = timing.medianLag(timing.supported(horizon)).orElse(LONGEST_CYCLE * Week.DAYS);
        return Math.max(SHORTEST_CYCLE, Math.min(LONGEST_CYCLE, (days + Week.DAYS - 1) / Week.DAYS));
    }
}
