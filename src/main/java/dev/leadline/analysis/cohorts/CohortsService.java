package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.segmentation.ShownSegments;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Computes the cohorts of a query. */
@ApplicationScoped
class CohortsService {

    /** Most points of an answer, over all its cohorts. */
    static final int MOST_POINTS = 100_000;

    private final LedgerReader ledgers;

    CohortsService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    Cohorts cohorts(AnalysisQuery query, BucketLength length) {
        return cohorts(Segmentation.of(query, ledgers.read(query.asOf())), length);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the answer would have too many points */
    static Cohorts cohorts(Segmentation segmentation, BucketLength length) {
        AnalysisQuery query = segmentation.query();
        ShownSegments shown = ShownSegments.of(segmentation);
        List<Bucket> buckets = length.tile(query.from(), query.to(), query.weekStart(), query.asOf());
        LagGrid grid = new LagGrid(length, query.horizonDays());
        long asked = (shown.segments().size() + 1L) * buckets.size() * grid.size();
        if (asked > MOST_POINTS) {
            throw Problem.badParameter(
                            "interval",
                            "would return " + asked + " points for all cohorts; the limit is " + MOST_POINTS + "."
                                    + " Use a longer interval, a shorter window, or a lower limit.")
                    .toException();
        }
        PeerGroup peerGroup = segmentation.peerGroup();
        CohortFigures figures = new CohortFigures(segmentation, buckets, grid);
        return new Cohorts(
                query.asOf(),
                query.from(),
                query.to(),
                query.currency(),
                query.horizonDays(),
                SegmentView.names(query.groupBy()),
                length.apiName(),
                shown.segments().stream().map(s -> figures.of(s, peerGroup)).toList(),
                figures.of(segmentation.total(), segmentation.peerGroupOfTotal(peerGroup)),
                shown.truncated(),
                shown.count(),
                QueryWarning.of(query, segmentation.ledger()));
    }
}
