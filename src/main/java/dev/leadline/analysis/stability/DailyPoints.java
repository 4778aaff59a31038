package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.platform.money.Money;
import dev.leadline.statistics.ControlChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The days beside a weekly chart: the level of their week, by weekday. They decide nothing. */
final class DailyPoints {

    private final SegmentLedger segment;
    private final WeeklyChart chart;
    private final Metric metric;
    private final ActiveDays active;
    private final int firstMonday;
    /** By week the level; NaN where the week is not charted. After the last complete week the last level holds. */
    private final double[] levels;

    private final WeekdayPattern pattern = new WeekdayPattern();

    DailyPoints(SegmentLedger segment, WeeklyChart chart, Metric metric, int asOf) {
        this.segment = segment;
        this.chart = chart;
        this.metric = metric;
        this.active = new ActiveDays(segment, asOf);
        Ledger ledger = segment.ledger();
        this.firstMonday = ledger.index(chart.weeks().monday(0));
        this.levels = new double[chart.weeks().count() + 1];
        Arrays.fill(levels, Double.NaN);
        for (ControlChart.Point point : chart.points()) {
            levels[point.index()] = point.expected() * commonFactor(point.index());
        }
        if (!chart.current().points().isEmpty()) {
            levels[chart.weeks().count()] = chart.current().centre();
        }
        for (int i = 0; i < chart.weeks().count() * Week.DAYS; i++) {
            int day = firstMonday + i;
            pattern.add(ledger.day(day), segment.inquiries(day), exposure(day));
        }
    }

    /** By how much the chart's exposure of a week was scaled. */
    private double commonFactor(int week) {
        Weeks weeks = chart.weeks();
        double own = metric == Metric.COST ? weeks.informativeSpend()[week] : weeks.activity()[week];
        return own > 0 ? chart.exposure(week) / own : 1;
    }

    private double exposure(int day) {
        if (!active.include(day)) {
            return 0;
        }
        return metric == Metric.COST ? segment.spend(day) : 1.0 / Week.DAYS;
    }

    /** @param from first day shown, an index of the ledger; {@code to} the last */
    List<StabilityCharts.Day> days(int from, int to) {
        List<StabilityCharts.Day> days = new ArrayList<>();
        for (int day = from; day <= to; day++) {
            days.add(new StabilityCharts.Day(
                    segment.ledger().day(day),
                    segment.inquiries(day),
                    Money.rounded(segment.spend(day)),
                    Estimate.rounded(expected(day))));
        }
        return days;
    }

    private double expected(int day) {
        int week = Math.floorDiv(day - firstMonday, Week.DAYS);
        double exposure = exposure(day);
        if (week < 0 || exposure <= 0) {
            return Double.NaN;
        }
        return levels[Math.min(week, levels.length - 1)]
                * exposure
                * pattern.factor(segment.ledger().day(day));
    }
}
