package dev.leadline.analysis.metrics;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.MoneyBy;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.concurrent.InParallel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Computes the metrics of a query. */
@ApplicationScoped
class MetricsService {

    private final LedgerReader ledgers;

    MetricsService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    Metrics metrics(AnalysisQuery query) {
        return metrics(query, ledgers.read(query.asOf()));
    }

    /** A pure function of the query, which holds the settings and the day, and the ledger. */
    static Metrics metrics(AnalysisQuery query, Ledger ledger) {
        Segmentation segmentation = Segmentation.of(query, ledger);
        PeerGroup peerGroup = segmentation.peerGroup();
        SegmentFigures figures = new SegmentFigures(segmentation);
        List<SegmentMetrics> all =
                InParallel.map(segmentation.segments(), segment -> figures.of(segment, peerGroup)).stream()
                        .sorted(Figure.order(query.sort().figure(), query.sort().descending()))
                        .toList();
        List<SegmentMetrics> shown = all.subList(0, Math.min(query.limit(), all.size()));
        return new Metrics(
                query.asOf(),
                query.from(),
                query.to(),
                query.currency(),
                MoneyBy.INQUIRY_DAY,
                query.horizonDays(),
                SegmentView.names(query.groupBy()),
                shown,
                figures.of(segmentation.total(), segmentation.peerGroupOfTotal(peerGroup)),
                shown.size() < all.size(),
                all.size(),
                QueryWarning.of(query, ledger));
    }
}
