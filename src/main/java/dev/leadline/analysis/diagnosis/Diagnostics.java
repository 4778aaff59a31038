package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.SegmentLedger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares each segment with its peers, factor by factor. */
public final class Diagnostics {

    /** Of the outcome, by its likeliest timing; with few deals a segment may well be twice as slow. */
    private static final double RIPE = 2 / 3.0;

    private final SegmentView view;
    private final List<SegmentLedger> segments;
    private final List<SegmentEstimates> estimates;
    private final List<Factors> peerGroup;
    /** By what a mix is told. */
    private final List<MixDecomposition> mixes;

    private final Responses responses;

    /**
     * @param view how they are shown
     * @param segments all that are compared with each other
     * @param estimates of each of them
     * @param peerGroup what they share
     * @param window the cohorts that are judged
     */
    public Diagnostics(
            SegmentView view,
            List<SegmentLedger> segments,
            List<SegmentEstimates> estimates,
            PeerGroup peerGroup,
            Window window) {
        this.view = view;
        this.segments = List.copyOf(segments);
        this.estimates = List.copyOf(estimates);
        this.peerGroup = estimates.stream().map(Factors::of).toList();
        this.mixes = segments.size() < 2
                ? List.of()
                : mixDimensions(dimensions(segments))
                        .map(by -> new MixDecomposition(Composition.of(segments, by, peerGroup, window)))
                        .toList();
        this.responses = new Responses(segments.stream()
                .map(s -> s.responses(window.from(), window.lastKnown()))
                .toList());
    }

    /** By what the segments are divided. */
    private static Set<Dimension> dimensions(List<SegmentLedger> segments) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        segments.forEach(segment -> dimensions.addAll(segment.segment().values().keySet()));
        return dimensions;
    }

    /** What a segment sells, or to whom, where the grouping does not fix it: a campaign has one product. */
    private static Stream<Dimension> mixDimensions(Set<Dimension> groupBy) {
        boolean product = groupBy.contains(Dimension.PRODUCT) || groupBy.contains(Dimension.CAMPAIGN);
        return Stream.concat(
                product ? Stream.empty() : Stream.of(Dimension.PRODUCT),
                groupBy.contains(Dimension.REGION) ? Stream.empty() : Stream.of(Dimension.REGION));
    }

    /** @param member the segment's place among the segments */
    public Diagnosis of(int member) {
        long inquiries = estimates.get(member).inquiries();
        Map<FactorKind, Finding> findings = findings(member);
        Map<String, Factor> factors = new LinkedHashMap<>();
        findings.forEach((kind, finding) -> factors.put(kind.apiName(), finding.factor()));
        Bottleneck bottleneck = BottleneckRule.bottleneck(
                findings, inquiries, estimates.get(member).isFree());
        Sentence sentence = new Sentence(
                findings,
                responses.slow(member),
                responses.asFast(member, inquiries),
                estimates.get(member).spendIsOnRecord());
        return new Diagnosis(
                view.of(segments.get(member).segment()),
                factors,
                responses.of(member, inquiries),
                bottleneck,
                bottleneck.owner(),
                sentence.of(view.words(segments.get(member).segment()), bottleneck));
    }

    private Map<FactorKind, Finding> findings(int member) {
        Map<FactorKind, Comparison> plain = new EnumMap<>(FactorKind.class);
        Map<FactorKind, Finding> findings = new EnumMap<>(FactorKind.class);
        for (FactorKind kind : FactorKind.values()) {
            compare(kind, member).ifPresent(comparison -> plain.put(kind, comparison));
        }
        boolean ripe = estimates.get(member).maturity() >= RIPE;
        plain.forEach((kind, comparison) -> findings.put(
                kind,
                new Finding(
                        kind,
                        comparison,
                        mix(kind, member),
                        match(kind, plain),
                        ripe || kind != FactorKind.CONVERSION)));
        return findings;
    }

    private Optional<Comparison> compare(FactorKind kind, int member) {
        Optional<LogEstimate> own = kind.of(peerGroup.get(member));
        List<LogEstimate> peers =
                peers(kind, member).mapToObj(i -> figure(kind, i)).toList();
        return peers.isEmpty()
                ? Optional.empty()
                : own.map(figure -> new Comparison(kind.worse(), figure, LogEstimate.meanOf(peers)));
    }

    /** The other segments of which the factor is known. */
    private IntStream peers(FactorKind kind, int member) {
        return IntStream.range(0, peerGroup.size())
                .filter(i -> i != member && kind.of(peerGroup.get(i)).isPresent());
    }

    private LogEstimate figure(FactorKind kind, int member) {
        return kind.of(peerGroup.get(member)).orElseThrow();
    }

    private Optional<MixEffect> mix(FactorKind kind, int member) {
        if (mixes.isEmpty() || kind != FactorKind.CONVERSION && kind != FactorKind.VALUE) {
            return Optional.empty();
        }
        int[] peers = peers(kind, member).toArray();
        double[] weights = LogEstimate.weights(
                IntStream.of(peers).mapToObj(i -> figure(kind, i)).toList());
        double[] counts = new double[peerGroup.size()];
        for (int i = 0; i < peers.length; i++) {
            counts[peers[i]] = weights[i];
        }
        return mixes.stream()
                .map(m -> kind == FactorKind.VALUE ? m.value(member, counts) : m.conversion(member, counts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * What costs more to advertise and earns as much more per deal is no fault, nor is what earns less and costs as much less:
     * expensive goods are expensive to promote everywhere.
     */
    private static Optional<LogEstimate> match(FactorKind kind, Map<FactorKind, Comparison> plain) {
        Comparison other =
                switch (kind) {
                    case COST -> plain.get(FactorKind.VALUE);
                    case VALUE -> plain.get(FactorKind.COST);
                    default -> null;
                };
        return Optional.ofNullable(other)
                .map(o -> new LogEstimate(
                        -o.loss(), Math.hypot(o.own().sd(), o.peers().sd())));
    }
}
