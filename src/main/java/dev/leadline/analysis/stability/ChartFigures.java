package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import dev.leadline.statistics.ControlChart;
import dev.leadline.statistics.Direction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a segment's chart together as it is shown. Cost is charted on inquiries per unit of spend and inverted here. */
final class ChartFigures {

    private final Segmentation segmentation;
    private final SegmentView view;
    private final Metric metric;
    private final PeerGroup peerGroup;
    private final double maximumSpread;
    private final int cycleWeeks;
    private final WorkspaceWeeks all;

    /** @param maximumSpread of a volume that counts as foreseeable, a fraction */
    ChartFigures(Segmentation segmentation, Metric metric, PeerGroup peerGroup, double maximumSpread) {
        this.segmentation = segmentation;
        this.view = segmentation.view();
        this.metric = metric;
        this.peerGroup = peerGroup;
        this.maximumSpread = maximumSpread;
        this.cycleWeeks =
                Stability.cycleWeeks(peerGroup.timing(), segmentation.query().horizonDays());
        this.all = WorkspaceWeeks.of(
                segmentation.everything(), segmentation.window().asOf());
    }

    StabilityCharts.SegmentChart of(SegmentLedger segment) {
        int asOf = segmentation.window().asOf();
        WeeklyCharts charts = new WeeklyCharts(segment, all);
        WeeklyChart volume = charts.volume();
        WeeklyChart chart =
                switch (metric) {
                    case VOLUME -> volume;
                    case COST -> charts.cost();
                    case CONVERSION -> charts.conversion(peerGroup);
                };
        Assessment assessment = chart.assess(cycleWeeks);
        return new StabilityCharts.SegmentChart(
                view.of(segment.segment()),
                assessment.verdict(),
                assessment.note(),
                WeeklySpread.of(volume)
                        .judge(maximumSpread, segmentation.query().level()),
                cycleWeeks,
                assessment.provisional(),
                chart.current().points().isEmpty()
                        ? null
                        : shown(chart.current().centre()),
                Estimate.rounded(chart.current().sigmaZ()),
                metric.unit(segmentation.query().currency()),
                weeks(chart),
                chart.signals().stream().map(signal -> signal(chart, signal)).toList(),
                chart.changePoints(),
                metric == Metric.CONVERSION
                        ? List.of()
                        : new DailyPoints(segment, chart, metric, asOf)
                                .days(
                                        Math.max(0, segmentation.window().from()),
                                        segmentation.window().lastKnown()));
    }

    private List<StabilityCharts.Week> weeks(WeeklyChart chart) {
        Map<Integer, ControlChart.Point> points = new HashMap<>();
        chart.points().forEach(point -> points.put(point.index(), point));
        return IntStream.range(0, chart.weeks().count())
                .filter(week -> isShown(chart.weeks().monday(week)))
                .mapToObj(week -> week(chart.weeks(), week, points.get(week)))
                .toList();
    }

    private boolean isShown(LocalDate monday) {
        return !monday.plusDays(Week.DAYS - 1L).isBefore(segmentation.query().from())
                && !monday.isAfter(segmentation.query().to());
    }

    private StabilityCharts.Week week(Weeks weeks, int week, ControlChart.Point point) {
        boolean inverted = metric == Metric.COST;
        return new StabilityCharts.Week(
                weeks.monday(week),
                point == null ? null : shown(point.value()),
                point == null ? null : shown(point.expected()),
                point == null ? null : shown(inverted ? point.upper() : point.lower()),
                point == null ? null : shown(inverted ? point.lower() : point.upper()),
                Math.round(weeks.inquiries()[week]),
                Money.rounded(weeks.spend()[week]),
                (int) Math.round(weeks.activeDays()[week]));
    }

    /** In the unit of the answer; the cost of a rate of 0 is no number and becomes null. */
    private Double shown(double value) {
        return Estimate.rounded(metric == Metric.COST ? 1 / value : value);
    }

    private StabilityCharts.ChartSignal signal(WeeklyChart chart, WeeklyChart.Signal signal) {
        boolean high = (signal.direction() == Direction.HIGH) != (metric == Metric.COST);
        return new StabilityCharts.ChartSignal(
                chart.weeks().monday(signal.week()),
                signal.rule(),
                high ? Direction.HIGH : Direction.LOW,
                signal.isAdverse(),
                signal.planned());
    }
}
