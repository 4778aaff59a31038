package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryReader;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.http.Bulkhead;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which link is weak, per segment. */
@Path("/api/v1/diagnoses")
@Tag(name = "Diagnoses")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class DiagnosisResource {

    private final QueryReader queries;
    private final LedgerReader ledgers;

    DiagnosisResource(QueryReader queries, LedgerReader ledgers) {
        this.queries = queries;
        this.ledgers = ledgers;
    }

    @GET
    @Operation(
            operationId = "getDiagnoses",
            summary = "Which link is weak: cost, conversion, value or volume against the peers'",
            description = "Each factor of a segment is compared with its peers', with the probability that it is"
                    + " worse; the bottleneck is the factor that costs most, or UNDETERMINED where the data"
                    + " cannot tell. A loss that comes only from what a segment sells (`mix`), or that more valuable goods"
                    + " make up for, is no bottleneck; the sentence says so. `responseTime` confirms or rules out slow"
                    + " answers as the reason. Segments sort by `spend` or `inquiries`.")
    public Diagnoses get(@BeanParam AnalysisParameters parameters) {
        AnalysisQuery query = queries.read(parameters, Set.of("spend", "inquiries"));
        Segmentation segmentation = Segmentation.of(query, ledgers.read(query.asOf()));
        List<SegmentLedger> siblings = segmentation.compared();
        PeerGroup peerGroup = segmentation.peerGroup();
        List<SegmentEstimates> estimates = siblings.stream()
                .map(s -> SegmentEstimates.of(new SegmentContext(s, peerGroup, segmentation.window()), Omission.NONE))
                .toList();
        Diagnostics diagnostics =
                new Diagnostics(segmentation.view(), siblings, estimates, peerGroup, segmentation.window());
        List<Integer> order = order(segmentation, siblings, estimates);
        List<Diagnosis> items = new ArrayList<>();
        for (int member : order.subList(0, Math.min(order.size(), query.limit()))) {
            items.add(diagnostics.of(member));
        }
        return new Diagnoses(
                query.asOf(),
                query.from(),
                query.to(),
                query.currency(),
                SegmentView.names(query.groupBy()),
                items,
                items.size() < order.size(),
                order.size(),
                QueryWarning.of(query, segmentation.ledger()));
    }

    /** The segments to show, as places among the siblings, in the order asked for. */
    private static List<Integer> order(
            Segmentation segmentation, List<SegmentLedger> siblings, List<SegmentEstimates> estimates) {
        AnalysisQuery query = segmentation.query();
        Comparator<Integer> byFigure =
                Comparator.comparing(member -> query.sort().figure().equals("spend")
                        ? estimates.get(member).spend()
                        : (double) estimates.get(member).inquiries());
        List<Integer> order = new ArrayList<>();
        for (int member = 0; member < siblings.size(); member++) {
            if (query.filter().accepts(siblings.get(member).segment())
                    && estimates.get(member).inquiries() >= query.minInquiries()) {
                order.add(member);
            }
        }
        order.sort((query.sort().descending() ? byFigure.reversed() : byFigure)
                .thenComparing(
                        member -> siblings.get(member).segment(),
                        segmentation.view().inOrder()));
        return order;
    }
}
