package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.decision.DecisionRule;
import dev.leadline.decision.Judgement;
import dev.leadline.decision.PastEvidence;
import dev.leadline.decision.Policy;
import dev.leadline.decision.Replay;
import dev.leadline.decision.SegmentEvidence;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recommends again at the ends of past weeks, each by what was known then, and compares them with the outcome of the inquiries since.
 * It is what {@link Replay} would answer on each of those days.
 */
final class PastDecisions {

    /** One segment at the end of one week; {@code fresh} is the judgement if it was not SCALE before. */
    private record Judged(OptionalDouble probability, OptionalDouble predictive, Judgement fresh, boolean keeps) {}

    private final AnalysisQuery query;
    private final Ledger ledger;
    private final PastEvidence past;
    private final DecisionRule rule;
    private final int outcomeDays;

    /** @param outcomeWeeks whose inquiries are the outcome of a recommendation */
    PastDecisions(AnalysisQuery query, Policy policy, Ledger ledger, int outcomeWeeks) {
        this.query = query;
        this.ledger = ledger;
        this.past = new PastEvidence(query, ledger);
        this.rule = new DecisionRule(policy);
        this.outcomeDays = Week.DAYS * outcomeWeeks;
    }

    /** How the segments are shown. */
    SegmentView view() {
        return past.view();
    }

    /** The last day whose recommendations have an outcome: the inquiries after it are as old as the horizon by now. */
    LocalDate lastRipeDay() {
        return query.asOf().minusDays(query.horizonDays() + outcomeDays);
    }

    /** Whether the inquiries that are the outcome of a day's recommendations all came when deals were on record. */
    private boolean outcomeIsOnRecord(LocalDate day) {
        LocalDate tracked = query.terms().dealsTrackedFrom();
        return tracked == null || !day.plusDays(1).isBefore(tracked);
    }

    /**
     * The recommendations of the last weeks that have ripened; those whose outcome begins before deals are on record have none.
     *
     * @param weeks at most
     */
    List<PastDecision> of(int weeks) {
        List<LocalDate> all = past.sundaysBefore(lastRipeDay().plusDays(1), weeks + Replay.WEEKS);
        Map<Segment, SegmentLedger> present = past.segments().stream()
                .filter(s -> query.filter().accepts(s.segment()))
                .collect(Collectors.toMap(SegmentLedger::segment, s -> s, (a, b) -> a, LinkedHashMap::new));
        if (present.isEmpty()) {
            return List.of();
        }
        int first = Math.max(0, all.size() - weeks);
        Set<LocalDate> scored = Set.copyOf(all.subList(first, all.size()));
        List<Map<Segment, Judged>> judged = judged(all, scored, present);
        List<PastDecision> decisions = new ArrayList<>();
        for (int week = first; week < all.size(); week++) {
            if (outcomeIsOnRecord(all.get(week))) {
                decisions.addAll(
                        decisions(all.get(week), judged.subList(Math.max(0, week - Replay.WEEKS), week + 1), present));
            }
        }
        return decisions;
    }

    /**
     * By day in turn.
     *
     * @param scored the days whose recommendations are compared with the outcome
     */
    private List<Map<Segment, Judged>> judged(
            List<LocalDate> days, Set<LocalDate> scored, Map<Segment, SegmentLedger> present) {
        List<Map<Segment, Judged>> judged = new ArrayList<>();
        past.inTurn(
                days,
                present.keySet(),
                evidence -> {
                    Segment segment = evidence.segment().segment();
                    // Before its first activity there was nothing to recommend of it.
                    return evidence.historyWeeks() > 0
                            ? Map.entry(segment, judged(evidence, scored, present.get(segment)))
                            : null;
                },
                (day, week) -> {
                    Map<Segment, Judged> ofWeek = new LinkedHashMap<>();
                    week.forEach(one -> ofWeek.put(one.getKey(), one.getValue()));
                    judged.add(ofWeek);
                });
        return judged;
    }

    private Judged judged(SegmentEvidence evidence, Set<LocalDate> scored, SegmentLedger present) {
        return new Judged(
                evidence.probability(),
                scored.contains(evidence.day()) ? predictive(evidence, present) : OptionalDouble.empty(),
                rule.judge(evidence, false),
                rule.keeps(evidence));
    }

    /** That the outcome of what was spent then meets the target: how much to spend is chosen, what comes of it is forecast. */
    private OptionalDouble predictive(SegmentEvidence evidence, SegmentLedger present) {
        int day = ledger.index(evidence.day());
        double spend = present.spend(day + 1, day + outcomeDays, Omission.NONE);
        return spend > 0 ? evidence.outcomeProbability(spend) : OptionalDouble.empty();
    }

    /** @param weeks the weeks up to this one, as far back as SCALE may have begun to be held */
    private List<PastDecision> decisions(
            LocalDate day, List<Map<Segment, Judged>> weeks, Map<Segment, SegmentLedger> present) {
        Map<Segment, Judgement> judgements = Map.of();
        for (Map<Segment, Judged> week : weeks) {
            judgements = next(week, judgements);
        }
        Map<Segment, Judged> now = weeks.get(weeks.size() - 1);
        List<PastDecision> decisions = new ArrayList<>();
        for (Segment segment : present.keySet()) {
            if (now.containsKey(segment)) {
                decisions.add(decision(present.get(segment), day, judgements.get(segment), now.get(segment)));
            }
        }
        return decisions;
    }

    /** The judgements of a week, SCALE held from the week before. */
    private Map<Segment, Judgement> next(Map<Segment, Judged> week, Map<Segment, Judgement> before) {
        Map<Segment, Judgement> judgements = new LinkedHashMap<>();
        week.forEach((segment, judged) ->
                judgements.put(segment, isScale(before, segment) && judged.keeps() ? Judgement.SCALE : judged.fresh()));
        return judgements;
    }

    private static boolean isScale(Map<Segment, Judgement> judgements, Segment segment) {
        return judgements.containsKey(segment) && judgements.get(segment).isScale();
    }

    private PastDecision decision(SegmentLedger segment, LocalDate day, Judgement judgement, Judged judged) {
        int index = ledger.index(day);
        Set<UsualRule> scaledBy = Arrays.stream(UsualRule.values())
                .filter(usual -> usual.scales(segment, index, query.targetRoi()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsualRule.class)));
        RealisedReturn outcome = RealisedReturn.ofCohorts(segment, index + 1, index + outcomeDays, query.horizonDays());
        return new PastDecision(
                segment,
                day,
                judgement,
                judged.probability(),
                judged.predictive(),
                weeksOfDealRecords(segment, index),
                scaledBy,
                outcome);
    }

    /** Complete weeks since a deal of the segment could be on record. */
    private int weeksOfDealRecords(SegmentLedger segment, int day) {
        int first = Math.max(segment.firstActiveDay(), query.terms().trackedFrom(ledger));
        return Math.max(0, day + 1 - first) / Week.DAYS;
    }
}
