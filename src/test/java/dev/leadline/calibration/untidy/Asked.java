package dev.leadline.calibration.untidy;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.decision.Asking;
import dev.leadline.decision.Recommendation;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks of simulated markets what the API answers by default: recommendations for the decision, metrics for the intervals. */
final class Asked {

    private static final long MOST_MARKETS = 1_000_000;
    /** As many as there were at first: what is drawn of them stays as it is though others are added. */
    private static final long CONDITIONS = 19;

    private final UntidyMarket market;
    private final Asking asking;

    private Asked(UntidyMarket market) {
        this.market = market;
        this.asking = Asking.asOf(market.lastDay(), market.grouping());
    }

    /**
     * The answers to a condition, on all processors.
     *
     * @param seed of the run: every market of every condition has one of its own
     */
    static List<Answer> of(Condition condition, int markets, long seed) {
        return IntStream.range(0, markets)
                .parallel()
                .mapToObj(number ->
                        new Asked(MarketSimulation.draw(condition, seedOf(condition, number, seed))).answers(number))
                .flatMap(List::stream)
                .toList();
    }

    private static long seedOf(Condition condition, int number, long seed) {
        return (seed * CONDITIONS + condition.ordinal()) * MOST_MARKETS + number;
    }

    private List<Answer> answers(int number) {
        Map<String, Recommendation> recommendations = asking.of(market.ledger()).items().stream()
                .collect(Collectors.toMap(
                        item -> (String) item.segment().get(market.grouping().apiName()), item -> item));
        Map<String, SegmentEstimates> metrics = metrics();
        List<Answer> answers = new ArrayList<>();
        market.truths().forEach((segment, truth) -> {
            Recommendation said = recommendations.get(segment);
            Map<Figure, Held> held = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                held.put(figure, figure.held(metrics.get(segment), truth));
            }
            answers.add(new Answer(
                    number, truth.nextReturn(), said.action(), said.reason(), said.probabilityOfTarget(), held));
        });
        return answers;
    }

    private Map<String, SegmentEstimates> metrics() {
        AnalysisQuery wide = asking.query();
        AnalysisQuery query = new AnalysisQuery(
                wide.currency(),
                wide.terms(),
                wide.groupBy(),
                wide.filter(),
                wide.from(),
                wide.to(),
                wide.asOf(),
                Figure.LEVEL,
                wide.minInquiries(),
                wide.sort(),
                wide.limit(),
                wide.weekStart());
        Segmentation segmentation = Segmentation.of(query, market.ledger());
        PeerGroup peers = segmentation.peerGroup();
        return segmentation.segments().stream()
                .collect(Collectors.toMap(
                        segment -> segment.segment().values().get(market.grouping()),
                        segment -> estimates(segment, peers, segmentation)));
    }

    private static SegmentEstimates estimates(SegmentLedger segment, PeerGroup peers, Segmentation segmentation) {
        return SegmentEstimates.of(new SegmentContext(segment, peers, segmentation.window()), Omission.NONE);
    }
}
