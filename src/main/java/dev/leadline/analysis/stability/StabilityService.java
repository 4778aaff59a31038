package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.segmentation.ShownSegments;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes the charts of a query. */
@ApplicationScoped
class StabilityService {

    /** Most daily and weekly points of an answer, over all its segments and the total. */
    static final int MOST_POINTS = 200_000;

    private final LedgerReader ledgers;
    private final SpreadLimit spreadLimit;

    StabilityService(LedgerReader ledgers, SpreadLimit spreadLimit) {
        this.ledgers = ledgers;
        this.spreadLimit = spreadLimit;
    }

    StabilityCharts charts(AnalysisQuery query, Metric metric) {
        return charts(Segmentation.of(query, ledgers.read(query.asOf())), metric, spreadLimit.ofCurrentWorkspace());
    }

    /**
     * The charts of a segmentation.
     *
     * @param maximumSpread see {@link SpreadLimit}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the answer would have too many points
     */
    static StabilityCharts charts(Segmentation segmentation, Metric metric, double maximumSpread) {
        AnalysisQuery query = segmentation.query();
        ShownSegments shown = ShownSegments.of(segmentation);
        long days = Math.max(
                0,
                segmentation.window().lastKnown()
                        - Math.max(0, segmentation.window().from())
                        + 1);
        long points = (shown.segments().size() + 1L) * (days + days / Week.DAYS);
        if (points > MOST_POINTS) {
            throw Problem.badParameter(
                            "limit",
                            "would return " + points + " points for all segments and the total; the maximum is "
                                    + MOST_POINTS + ". Use a lower limit or a shorter window.")
                    .toException();
        }
        ChartFigures figures =
                new ChartFigures(segmentation, metric, segmentation.peerGroupOfWorkspace(), maximumSpread);
        return new StabilityCharts(
                query.asOf(),
                query.from(),
                query.to(),
                query.currency(),
                query.horizonDays(),
                SegmentView.names(query.groupBy()),
                metric.apiName(),
                shown.segments().stream().map(figures::of).toList(),
                figures.of(segmentation.total()),
                shown.truncated(),
                shown.count(),
                QueryWarning.of(query, segmentation.ledger()));
    }
}
