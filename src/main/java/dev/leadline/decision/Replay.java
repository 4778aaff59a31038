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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges the segments of a cut at the ends of the last weeks, each by what was known then, and last on the day itself. So
 * SCALE can be held over time although nothing is stored.
 */
final class Replay {

    private static final int WEEKS = 26;

    /**
     * One segment on the last day.
     *
     * @param since the day from which its action has been the same, as far back as was replayed
     */
    record Outcome(Appraisal appraisal, Judgement judgement, LocalDate since) {}

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
        boolean allocated = present.siblings().stream().anyMatch(SegmentLedger::costIsAllocated);
        Set<Segment> scaling = new HashSet<>();
        List<Outcome> outcomes = List.of();
        for (LocalDate day : days()) {
            // Where spend is shared, a past day's shares come from the inquiries of its own window.
            Cut cut = allocated && !day.equals(query.asOf()) ? cutOf(day) : present;
            outcomes = judge(cut, day, scaling, outcomes);
            scaling.clear();
            outcomes.stream()
                    .filter(o -> o.judgement().isScale())
                    .forEach(o -> scaling.add(o.appraisal().segment().segment()));
        }
        return outcomes;
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate sunday = query.asOf().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (int week = WEEKS - 1; week >= 0; week--) {
            LocalDate day = sunday.minusWeeks(week);
            if (day.isAfter(ledger.firstDay())) {
                days.add(day);
            }
        }
        days.add(query.asOf());
        return days;
    }

    private long shift(LocalDate day) {
        return query.asOf().toEpochDay() - day.toEpochDay();
    }

    private Cut cutOf(LocalDate day) {
        return Cut.of(
                query, ledger, query.from().minusDays(shift(day)), query.to().minusDays(shift(day)));
    }

    private List<Outcome> judge(Cut cut, LocalDate day, Set<Segment> scaling, List<Outcome> before) {
        int shift = (int) shift(day);
        int asOf = ledger.index(day);
        Window window =
                new Window(ledger.index(query.from()) - shift, Math.min(asOf, ledger.index(query.to()) - shift), asOf);
        List<SegmentLedger> segments = cut.siblings().isEmpty() ? List.of(cut.total()) : cut.siblings();
        Family family = Family.of(Terms.of(query), cut.everything(), cut.siblings(), window);
        List<Outcome> outcomes = new ArrayList<>();
        for (SegmentLedger segment : segments) {
            Appraisal appraisal = Appraisal.of(segment, cut.everything(), family, window);
            Judgement judgement = rule.judge(appraisal, scaling.contains(segment.segment()));
            LocalDate since = before.stream()
                    .filter(o -> o.appraisal().segment().segment().equals(segment.segment()))
                    .filter(o -> o.judgement().action() == judgement.action())
                    .map(Outcome::since)
                    .findFirst()
                    .orElse(day);
            outcomes.add(new Outcome(appraisal, judgement, since));
        }
        return outcomes;
    }
}
