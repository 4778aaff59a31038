package dev.leadline.decision;

import dev.leadline.analysis.cut.Cut;
import dev.leadline.analysis.estimate.Family;
import dev.leadline.analysis.estimate.Terms;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Segment;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.workspace.Policy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the segments of a cut at the ends of the last weeks, each by what was known then, and last on the day itself. So
 * SCALE can be held over time although nothing is stored.
 */
final class Replay {

    private static final int WEEKS = 26;

    /**
     * One segment on the last day.
     *
     * @param scaleSince the day from which it has been SCALE, as far back as was replayed; null unless it is
     */
    record Outcome(Appraisal appraisal, Judgement judgement, LocalDate scaleSince) {}

    private final AnalysisQuery query;
    private final Ledger ledger;
    private final DecisionRule rule;

    Replay(AnalysisQuery query, Ledger ledger, Policy policy) {
        this.query = query;
        this.ledger = ledger;
        this.rule = new DecisionRule(policy);
    }

    List<Outcome> outcomes() {
        Cut present = Cut.of(query, ledger);
        List<Appraisal> appraisals = appraisals(present, query.asOf(), Set.of());
        // The past matters only to those that would stay SCALE if they were.
        Set<Segment> kept = appraisals.stream()
                .filter(rule::keeps)
                .map(appraisal -> appraisal.segment().segment())
                .collect(Collectors.toSet());
        Map<Segment, LocalDate> scaling = kept.isEmpty() ? Map.of() : scaling(present, kept);
        return appraisals.stream().map(appraisal -> outcome(appraisal, scaling)).toList();
    }

    /** Those of some segments that were SCALE at the end of last week, with the day since. */
    private Map<Segment, LocalDate> scaling(Cut present, Set<Segment> segments) {
        boolean allocated = present.siblings().stream().anyMatch(SegmentLedger::costIsAllocated);
        Map<Segment, LocalDate> scaling = new HashMap<>();
        for (LocalDate sunday : pastSundays()) {
            // Where spend is shared, a past day's shares come from the inquiries of its own window.
            for (Appraisal appraisal : appraisals(allocated ? cutOf(sunday) : present, sunday, segments)) {
                Segment segment = appraisal.segment().segment();
                if (rule.scales(appraisal, scaling.containsKey(segment))) {
                    scaling.putIfAbsent(segment, sunday);
                } else {
                    scaling.remove(segment);
                }
            }
        }
        return scaling;
    }

    private Outcome outcome(Appraisal appraisal, Map<Segment, LocalDate> scaling) {
        Segment segment = appraisal.segment().segment();
        Judgement judgement = rule.judge(appraisal, scaling.containsKey(segment));
        LocalDate since = judgement.isScale() ? scaling.getOrDefault(segment, query.asOf()) : null;
        return new Outcome(appraisal, judgement, since);
    }

    private List<LocalDate> pastSundays() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate sunday = query.asOf().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (int week = WEEKS - 1; week >= 0; week--) {
            LocalDate day = sunday.minusWeeks(week);
            if (day.isAfter(ledger.firstDay())) {
                days.add(day);
            }
        }
        return days;
    }

    private long shift(LocalDate day) {
        return query.asOf().toEpochDay() - day.toEpochDay();
    }

    private Cut cutOf(LocalDate day) {
        return Cut.of(
                query, ledger, query.from().minusDays(shift(day)), query.to().minusDays(shift(day)));
    }

    /**
     * What is known of segments at the end of a day, from the window as it lay then.
     *
     * @param only the segments to appraise; none: all
     */
    private List<Appraisal> appraisals(Cut cut, LocalDate day, Set<Segment> only) {
        int shift = (int) shift(day);
        int asOf = ledger.index(day);
        Window window =
                new Window(ledger.index(query.from()) - shift, Math.min(asOf, ledger.index(query.to()) - shift), asOf);
        List<SegmentLedger> segments = query.groupBy().isEmpty() ? List.of(cut.total()) : cut.siblings();
        Family family = Family.of(Terms.of(query), cut.everything(), cut.siblings(), window);
        return segments.stream()
                .filter(segment -> only.isEmpty() || only.contains(segment.segment()))
                .map(segment -> Appraisal.of(segment, cut.everything(), family, window))
                .toList();
    }
}
