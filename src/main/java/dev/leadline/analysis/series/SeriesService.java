package dev.leadline.analysis.series;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.bucket.BucketLimit;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.segmentation.ShownSegments;
import dev.leadline.ledger.store.LedgerReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Computes the metrics of a query over time. */
@ApplicationScoped
class SeriesService {

    private final LedgerReader ledgers;

    SeriesService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    Series series(AnalysisQuery query, BucketLength length) {
        return series(Segmentation.of(query, ledgers.read(query.asOf())), length);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the answer would have too many buckets */
    static Series series(Segmentation segmentation, BucketLength length) {
        AnalysisQuery query = segmentation.query();
        ShownSegments shown = ShownSegments.of(segmentation);
        List<Bucket> buckets = length.tile(query.from(), query.to(), query.weekStart(), query.asOf());
        BucketLimit.check(shown.segments().size(), buckets.size());
        PeerGroup peerGroup = segmentation.peerGroup();
        SegmentBuckets figures = new SegmentBuckets(segmentation, buckets);
        return new Series(
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
