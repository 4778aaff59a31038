package dev.leadline.analysis.closed;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.bucket.BucketLimit;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.MoneyBy;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.LedgerReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Computes the money of a query by the days on which it moved. */
@ApplicationScoped
class ClosedService {

    private final LedgerReader ledgers;

    ClosedService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    ClosedMetrics closed(AnalysisQuery query, BucketLength length) {
        return closed(Segmentation.of(query, ledgers.read(query.asOf())), length);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the answer would have too many buckets */
    static ClosedMetrics closed(Segmentation segmentation, BucketLength length) {
        AnalysisQuery query = segmentation.query();
        List<SegmentLedger> segments = segmentation.segments();
        List<Bucket> buckets = length.tile(query.from(), query.to(), query.weekStart(), query.asOf());
        int count = Math.min(query.limit(), segments.size());
        BucketLimit.check(count, buckets.size());
        SegmentClosings closings = new SegmentClosings(segmentation, buckets);
        List<ClosedMetrics.SegmentMoney> shown = segments.stream()
                .map(closings::of)
                .sorted(ClosedFigure.order(query.sort().figure(), query.sort().descending()))
                .limit(count)
                .toList();
        return new ClosedMetrics(
                query.asOf(),
                query.from(),
                query.to(),
                query.currency(),
                MoneyBy.CLOSING_DAY,
                ClosedMetrics.NOTE,
                SegmentView.names(query.groupBy()),
                length.apiName(),
                shown,
                closings.of(segmentation.total()),
                count < segments.size(),
                segments.size(),
                QueryWarning.of(query, segmentation.ledger()));
    }
}
