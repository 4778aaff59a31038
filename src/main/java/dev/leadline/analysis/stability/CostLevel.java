package dev.leadline.analysis.stability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Since when what an inquiry costs has had its level, and whether that rests on a single week. */
public final class CostLevel {

    private final WeeklyChart chart;

    CostLevel(WeeklyChart chart) {
        this.chart = chart;
    }

    /** Mondays at which a new level began. */
    public List<LocalDate> changePoints() {
        return chart.changePoints();
    }

    /**
     * The same without the records of a week.
     *
     * @param monday of the week, which may lie outside of those judged
     */
    public List<LocalDate> changePointsWithout(LocalDate monday) {
        if (chart.weeks().count() == 0) {
            return List.of();
        }
        long week = ChronoUnit.WEEKS.between(chart.weeks().monday(0), monday);
        return week < 0 || week >= chart.weeks().count() ? changePoints() : chart.changePointsWithout((int) week);
    }
}
