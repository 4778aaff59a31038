package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.cut.Cut;
import dev.leadline.analysis.cut.SegmentView;
import dev.leadline.analysis.cut.ShownSegments;
import dev.leadline.analysis.estimate.Family;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.LedgerReader;
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
        return cohorts(Cut.of(query, ledgers.read(query.asOf())), length);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the answer would have too many points */
    static Cohorts cohorts(Cut cut, BucketLength length) {
        AnalysisQuery query = cut.query();
        ShownSegments shown = ShownSegments.of(cut);
        List<Bucket> buckets = length.tile(query.from(), query.to(), query.asOf());
        LagGrid grid = new LagGrid(length, query.horizonDays());
        long asked = (shown.segments().size() + 1L) * buckets.size() * grid.size();
        if (asked > MOST_POINTS) {
            throw Problem.badParameter(
                            "interval",
                            "gives " + asked + " points over all cohorts; at most " + MOST_POINTS + " are answered."
                                    + " Take a longer interval, a shorter window, or a lower limit.")
                    .toException();
        }
        Family family = cut.family();
        CohortFigures figures = new CohortFigures(cut, buckets, grid);
        return new Cohorts(
                query.asOf(),
                query.from(),
                query.to(),
                query.workspace().currency(),
                query.horizonDays(),
                SegmentView.names(query.groupBy()),
                length.apiName(),
                shown.segments().stream().map(s -> figures.of(s, family)).toList(),
                figures.of(cut.total(), family.withoutSiblings(cut.window())),
                shown.truncated(),
                shown.count());
    }
}
