package dev.leadline.analysis.metrics;

import dev.leadline.analysis.cut.Cut;
import dev.leadline.analysis.cut.SegmentView;
import dev.leadline.analysis.estimate.Family;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.LedgerReader;
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
        Cut cut = Cut.of(query, ledger);
        Family family = cut.family();
        SegmentFigures figures = new SegmentFigures(cut);
        List<SegmentMetrics> all = InParallel.map(cut.segments(), segment -> figures.of(segment, family)).stream()
                .sorted(Figure.order(query.sort().figure(), query.sort().descending()))
                .toList();
        List<SegmentMetrics> shown = all.subList(0, Math.min(query.limit(), all.size()));
        return new Metrics(
                query.asOf(),
                query.from(),
                query.to(),
                query.workspace().currency(),
                query.horizonDays(),
                SegmentView.names(query.groupBy()),
                shown,
                figures.ofTotal(cut.total(), family.withoutSiblings(cut.window())),
                shown.size() < all.size(),
                all.size());
    }
}
