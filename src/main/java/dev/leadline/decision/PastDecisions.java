package dev.leadline.decision;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Segment;
import dev.leadline.ledger.SegmentLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Recommends again at the ends of past weeks, each by what was known then, and sets beside it what has come of the inquiries since.
 * It is what {@link Replay} would answer on each of those days.
 */
final class PastDecisions {

    /** One segment at the end of one week; {@code fresh} is the judgement if it was not SCALE before. */
    private record Judged(OptionalDouble probability, Judgement fresh, boolean keeps) {}

    private final AnalysisQuery query;
    private final Ledger ledger;
    private final PastAppraisals past;
    private final DecisionRule rule;
    private final int outcomeDays;

    /** @param outcomeWeeks whose inquiries are the outcome of a recommendation */
    PastDecisions(AnalysisQuery query, Ledger ledger, int outcomeWeeks) {
        this.query = query;
        this.ledger = ledger;
        this.past = new PastAppraisals(query, ledger);
        this.rule = new DecisionRule(query.workspace().policy());
        this.outcomeDays = 7 * outcomeWeeks;
    }

    /** The last day whose recommendations have an outcome: the inquiries after it are as old as the horizon by now. */
    LocalDate lastRipeDay() {
        return query.asOf().minusDays(query.horizonDays() + outcomeDays);
    }

    /**
     * The recommendations of the last weeks that have ripened.
     *
     * @param weeks at most
     */
    List<PastDecision> of(int weeks) {
        List<LocalDate> all = past.sundaysBefore(lastRipeDay().plusDays(1), weeks + Replay.WEEKS);
        Map<Segment, SegmentLedger> present = past.segments().stream()
                .collect(Collectors.toMap(SegmentLedger::segment, s -> s, (a, b) -> a, LinkedHashMap::new));
        List<Map<Segment, Judged>> judged = judged(all, present.keySet());
        List<PastDecision> decisions = new ArrayList<>();
        for (int week = Math.max(0, all.size() - weeks); week < all.size(); week++) {
            decisions.addAll(
                    decisions(all.get(week), judged.subList(Math.max(0, week - Replay.WEEKS), week + 1), present));
        }
        return decisions;
    }

    /** By day in turn. */
    private List<Map<Segment, Judged>> judged(List<LocalDate> days, Set<Segment> known) {
        Map<LocalDate, Map<Segment, Judged>> judged =
                days.stream().collect(Collectors.toMap(day -> day, day -> new ConcurrentHashMap<>()));
        past.inTurn(days, known, (day, appraisal) -> {
            // Before its first activity there was nothing to recommend of it.
            if (appraisal.historyWeeks() > 0) {
                judged.get(day)
                        .put(
                                appraisal.segment().segment(),
                                new Judged(
                                        appraisal.probability(), rule.judge(appraisal, false), rule.keeps(appraisal)));
            }
        });
        return days.stream().map(judged::get).toList();
    }

    /** @param weeks the weeks up to this one, as far back as SCALE may have begun to be held */
    private List<PastDecision> decisions(
            LocalDate day, List<Map<Segment, Judged>> weeks, Map<Segment, SegmentLedger> present) {
        Map<Segment, Judged> now = weeks.get(weeks.size() - 1);
        List<Segment> segments =
                present.keySet().stream().filter(now::containsKey).toList();
        List<Judgement> judgements =
                segments.stream().map(segment -> judgement(segment, weeks)).toList();
        Set<Integer> dropped = FalseDiscovery.dropped(
                judgements,
                member -> now.get(segments.get(member)).probability().orElse(0),
                query.workspace().policy().falseDiscoveryRate().doubleValue());
        List<PastDecision> decisions = new ArrayList<>();
        for (int member = 0; member < segments.size(); member++) {
            Segment segment = segments.get(member);
            decisions.add(decision(
                    present.get(segment),
                    day,
                    dropped.contains(member) ? Judgement.hold(Reason.FALSE_DISCOVERY) : judgements.get(member),
                    now.get(segment).probability()));
        }
        return decisions;
    }

    /** The judgement in the last of some weeks, SCALE held from week to week. */
    private static Judgement judgement(Segment segment, List<Map<Segment, Judged>> weeks) {
        Judgement judgement = Judgement.hold(Reason.LEARNING);
        for (Map<Segment, Judged> week : weeks) {
            Judged judged = week.get(segment);
            boolean held = judgement.isScale() && judged != null && judged.keeps();
            judgement = held
                    ? new Judgement(Action.SCALE, Reason.PROFITABLE_AND_STABLE)
                    : judged == null ? Judgement.hold(Reason.LEARNING) : judged.fresh();
        }
        return judgement;
    }

    private PastDecision decision(
            SegmentLedger segment, LocalDate day, Judgement judgement, OptionalDouble probability) {
        int index = ledger.index(day);
        Set<UsualRule> scaledBy = Arrays.stream(UsualRule.values())
                .filter(usual -> usual.scales(segment, index, query.targetRoi()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsualRule.class)));
        RealisedReturn outcome = RealisedReturn.ofCohorts(segment, index + 1, index + outcomeDays, query.horizonDays());
        return new PastDecision(segment, day, judgement, probability, scaledBy, outcome);
    }
}
