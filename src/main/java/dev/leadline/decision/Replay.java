package dev.leadline.decision;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Segment;
import dev.leadline.workspace.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Judges the segments of a cut at the ends of the last weeks, each by what was known then, and last on the day itself. So
 * SCALE can be held over time although nothing is stored.
 */
final class Replay {

    /** How far back SCALE may have begun to be held. */
    static final int WEEKS = 26;

    /**
     * One segment on the last day.
     *
     * @param scaleSince the day from which it has been SCALE, as far back as was replayed; null unless it is
     */
    record Outcome(Appraisal appraisal, Judgement judgement, LocalDate scaleSince) {}

    private final AnalysisQuery query;
    private final PastAppraisals past;
    private final DecisionRule rule;

    Replay(AnalysisQuery query, Ledger ledger, Policy policy) {
        this.query = query;
        this.past = new PastAppraisals(query, ledger);
        this.rule = new DecisionRule(policy);
    }

    List<Outcome> outcomes() {
        List<Appraisal> appraisals = past.at(query.asOf());
        // The past matters only to those that would stay SCALE if they were.
        Set<Segment> kept = appraisals.stream()
                .filter(rule::keeps)
                .map(appraisal -> appraisal.segment().segment())
                .collect(Collectors.toSet());
        Map<Segment, LocalDate> scaling = kept.isEmpty() ? Map.of() : scaling(kept);
        return InParallel.map(appraisals, appraisal -> outcome(appraisal, scaling));
    }

    /** Those of some segments that were SCALE at the end of last week, with the day since. */
    private Map<Segment, LocalDate> scaling(Set<Segment> segments) {
        Map<Segment, LocalDate> scaling = new ConcurrentHashMap<>();
        past.inTurn(past.sundaysBefore(query.asOf(), WEEKS), segments, (sunday, appraisal) -> {
            Segment segment = appraisal.segment().segment();
            if (rule.scales(appraisal, scaling.containsKey(segment))) {
                scaling.putIfAbsent(segment, sunday);
            } else {
                scaling.remove(segment);
            }
        });
        return scaling;
    }

    private Outcome outcome(Appraisal appraisal, Map<Segment, LocalDate> scaling) {
        Segment segment = appraisal.segment().segment();
        Judgement judgement = rule.judge(appraisal, scaling.containsKey(segment));
        LocalDate since = judgement.isScale() ? scaling.getOrDefault(segment, query.asOf()) : null;
        return new Outcome(appraisal, judgement, since);
    }
}
