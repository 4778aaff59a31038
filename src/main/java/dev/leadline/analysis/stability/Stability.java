package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.statistics.CumulativeConversion;
import java.time.LocalDate;
import java.util.List;

/**
 * Judges a segment's weekly volume and cost, and whether the volume can be foreseen. Only what is adverse and unexplained counts:
 * fewer inquiries per unit of spend, or fewer inquiries where the spend did not fall as much.
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

    /**
     * The first day of the present level of the cost per inquiry, within some days.
     *
     * @param from the first of them, an index of the ledger; the answer where the level has not changed since
     * @param to the last of them
     */
    public int costFrom(Ledger ledger, int from, int to) {
        return last(costLevel.changePoints(), ledger, from, to);
    }

    /**
     * The same without a week.
     *
     * @param monday its first day, an index of the ledger
     */
    public int costFromWithout(int monday, Ledger ledger, int from, int to) {
        return last(costLevel.changePointsWithout(ledger.day(monday)), ledger, from, to);
    }

    private static int last(List<LocalDate> changePoints, Ledger ledger, int from, int to) {
        return changePoints.stream()
                .mapToInt(ledger::index)
                .filter(day -> day > from && day <= to)
                .max()
                .orElse(from);
    }
}
