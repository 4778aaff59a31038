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

    Replay(AnalysisQuery query, Ledger ledger, Policy policy) {
        this.query = query;
        this.past = new PastEvidence(query, ledger);
        this.rule = new DecisionRule(policy);
    }

    Outcomes outcomes() {
        List<SegmentEvidence> all = past.at(query.asOf());
        List<SegmentEvidence> judged = all.stream().filter(this::isShown).toList();
        Set<Segment> scaleable =
                judged.stream().filter(rule::keeps).map(Replay::segment).collect(Collectors.toSet());
        Map<Segment, LocalDate> scaling = scaleable.isEmpty() ? Map.of() : scaling(scaleable);
        return new Outcomes(all, InParallel.map(judged, evidence -> outcome(evidence, scaling)));
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
     * @param scaleable those that would still be SCALE if they were last week: only theirs is needed
     */
    private Map<Segment, LocalDate> scaling(Set<Segment> scaleable) {
        Map<Segment, LocalDate> scaling = new HashMap<>();
        past.inTurn(
                past.sundaysBefore(query.asOf(), WEEKS),
                scaleable,
                a -> rule.scales(a, scaling.containsKey(segment(a))) ? segment(a) : null,
                (sunday, scales) -> {
                    scaling.keySet().retainAll(scales);
                    scales.forEach(segment -> scaling.putIfAbsent(segment, sunday));
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
