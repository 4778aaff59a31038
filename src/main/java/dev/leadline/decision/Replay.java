package dev.leadline.decision;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.platform.concurrent.InParallel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the segments of a segmentation at the ends of the last weeks, each by what was known then, and last on the day itself. So
 * SCALE can be held over time although nothing is stored.
 */
public final class Replay {

    /** How far back SCALE may have begun to be held. */
    public static final int WEEKS = 26;

    /**
     * One segment on the last day.
     *
     * @param scaleSince the day from which it has been SCALE, as far back as was replayed; null unless it is
     */
    record Outcome(SegmentEvidence evidence, Judgement judgement, LocalDate scaleSince) {}

    /**
     * What is answered.
     *
     * @param compared the evidence on all segments that are compared with each other
     * @param shown the outcomes of those that the filter shows, in the same order
     */
    record Outcomes(List<SegmentEvidence> compared, List<Outcome> shown) {}

    private final AnalysisQuery query;
    private final PastEvidence past;
    private final DecisionRule rule;
    private final FalseDiscovery falseDiscovery;

    Replay(AnalysisQuery query, Ledger ledger, Policy policy) {
        this.query = query;
        this.past = new PastEvidence(query, ledger);
        this.rule = new DecisionRule(policy);
        this.falseDiscovery = new FalseDiscovery(policy);
    }

    Outcomes outcomes() {
        List<SegmentEvidence> all = past.at(query.asOf());
        // Who waits depends on the others; else those that are not shown need no judgement.
        List<SegmentEvidence> judged = falseDiscovery.mayHold()
                ? all
                : all.stream().filter(this::isShown).toList();
        Set<Segment> scaleable =
                judged.stream().filter(rule::keeps).map(Replay::segment).collect(Collectors.toSet());
        Map<Segment, LocalDate> scaling = scaleable.isEmpty() ? Map.of() : scaling(scaleable);
        List<Outcome> outcomes = InParallel.map(judged, evidence -> outcome(evidence, scaling));
        Set<Outcome> waiting = falseDiscovery.waiting(
                outcomes.stream().filter(o -> o.judgement().isScale()).toList(),
                outcome -> scaling.containsKey(segment(outcome.evidence())),
                outcome -> outcome.evidence().probability().orElseThrow());
        return new Outcomes(
                all,
                outcomes.stream()
                        .filter(o -> isShown(o.evidence()))
                        .map(o -> waiting.contains(o)
                                ? new Outcome(o.evidence(), Judgement.hold(Reason.FALSE_DISCOVERY), null)
                                : o)
                        .toList());
    }

    private boolean isShown(SegmentEvidence evidence) {
        return query.filter().accepts(segment(evidence));
    }

    /** How the segments are shown. */
    SegmentView view() {
        return past.view();
    }

    private static Segment segment(SegmentEvidence evidence) {
        return evidence.segment().segment();
    }

    /**
     * What was SCALE at the end of last week, with the day since.
     *
     * @param scaleable those that would still be SCALE if they were last week: only theirs is needed, unless who enters also
     *     depends on the others
     */
    private Map<Segment, LocalDate> scaling(Set<Segment> scaleable) {
        Set<Segment> followed = falseDiscovery.mayHold() ? Set.of() : scaleable;
        Map<Segment, LocalDate> scaling = new HashMap<>();
        past.inTurn(
                past.sundaysBefore(query.asOf(), WEEKS),
                followed,
                a -> rule.scales(a, scaling.containsKey(segment(a))) ? a : null,
                (sunday, scales) -> {
                    Set<SegmentEvidence> waiting =
                            falseDiscovery.waiting(scales, a -> scaling.containsKey(segment(a)), a -> a.probability()
                                    .orElseThrow());
                    Map<Segment, LocalDate> before = Map.copyOf(scaling);
                    scaling.clear();
                    scales.stream()
                            .filter(a -> !waiting.contains(a))
                            .forEach(a -> scaling.put(segment(a), before.getOrDefault(segment(a), sunday)));
                });
        return scaling;
    }

    private Outcome outcome(SegmentEvidence evidence, Map<Segment, LocalDate> scaling) {
        Segment segment = segment(evidence);
        Judgement judgement = rule.judge(evidence, scaling.containsKey(segment));
        LocalDate since = judgement.isScale() ? scaling.getOrDefault(segment, query.asOf()) : null;
        return new Outcome(evidence, judgement, since);
    }
}
