package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.decision.Action;
import dev.leadline.decision.Policy;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks back: what was recommended, and its outcome. */
@ApplicationScoped
class TrackRecordService {

    private static final double WEEKS_OF_YEAR = 365.25 / Week.DAYS;
    private static final String NOTHING = "No recommendation is old enough to judge: that takes a whole horizon and the"
            + " outcome's weeks. Try a shorter horizonDays.";
    private static final String CHANCE =
            "The outcome of a few weeks is partly chance, all the more the fewer deals they"
                    + " brought: a probability of the long run of 0.9 may be right and a week still miss the target. `predictive`"
                    + " knows of that chance.";

    private final LedgerReader ledgers;

    TrackRecordService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    TrackRecord trackRecord(AnalysisQuery query, Policy policy, int weeks, int outcomeWeeks) {
        return trackRecord(query, policy, weeks, outcomeWeeks, ledgers.read(query.asOf()));
    }

    /** A pure function of the query, the policy and the ledger. */
    static TrackRecord trackRecord(AnalysisQuery query, Policy policy, int weeks, int outcomeWeeks, Ledger ledger) {
        PastDecisions past = new PastDecisions(query, policy, ledger, outcomeWeeks);
        List<PastDecision> decisions = past.of(weeks).stream()
                .filter(d -> query.filter().accepts(d.segment().segment()))
                .filter(d -> d.outcome().isKnown() && d.outcome().inquiries() >= query.minInquiries())
                .toList();
        double target = query.targetRoi();
        Calibration longRun = Calibration.of(decisions, PastDecision::probability, target);
        CalibrationTables tables = new CalibrationTables(decisions, target, outcomeWeeks);
        List<TrackRecord.Past> items = decisions.stream()
                .sorted(order(query.sort(), past.view()))
                .limit(query.limit())
                .map(d -> item(d, past.view(), target))
                .toList();
        return new TrackRecord(
                query.asOf(),
                query.currency(),
                query.horizonDays(),
                target,
                SegmentView.names(query.groupBy()),
                outcomeWeeks,
                decisions.isEmpty() ? null : decisions.get(0).day(),
                past.lastRipeDay(),
                decisions.size(),
                Arrays.stream(Action.values())
                        .map(action -> new TrackRecord.ByAction(
                                action,
                                result(decisions, d -> d.judgement().action() == action, target),
                                changesPerYear(decisions, d -> d.judgement().action() == action)))
                        .toList(),
                tables.longRun(),
                longRun.number() == 0 ? null : Estimate.rounded(longRun.brierScore()),
                longRun.number() == 0 ? null : Estimate.rounded(longRun.brierScoreOfConstant()),
                tables.predictive(),
                tables.byDealRecords(),
                Arrays.stream(UsualRule.values())
                        .map(rule -> new TrackRecord.ByRule(
                                rule,
                                result(decisions, d -> d.scaledBy().contains(rule), target),
                                result(decisions, d -> !d.scaledBy().contains(rule), target),
                                changesPerYear(decisions, d -> d.scaledBy().contains(rule))))
                        .toList(),
                items,
                items.size() < decisions.size(),
                note(decisions, tables, query.terms().dealsTrackedFrom()),
                QueryWarning.of(query, ledger));
    }

    private static String note(List<PastDecision> decisions, CalibrationTables tables, LocalDate tracked) {
        return (decisions.isEmpty() ? NOTHING : CHANCE + tables.noteOnOverlap())
                + (tracked == null
                        ? ""
                        : " Deals are on record from " + tracked
                                + " on; weeks whose outcome begins earlier are not judged, because not all of their deals are"
                                + " known.");
    }

    private static Comparator<PastDecision> order(AnalysisQuery.Sort sort, SegmentView view) {
        Comparator<Double> direction = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((PastDecision d) -> figure(sort.figure(), d), Comparator.nullsLast(direction))
                .thenComparing(PastDecision::day, Comparator.reverseOrder())
                .thenComparing(d -> d.segment().segment(), view.inOrder());
    }

    /** What is sorted by; null where it is not known. */
    private static Double figure(String name, PastDecision decision) {
        return switch (name) {
            case "day" -> (double) decision.day().toEpochDay();
            case "inquiries" -> (double) decision.outcome().inquiries();
            case "probabilityOfTarget" ->
                decision.probability().isEmpty() ? null : decision.probability().getAsDouble();
            default -> decision.outcome().spend();
        };
    }

    private static TrackRecord.Past item(PastDecision decision, SegmentView view, double target) {
        RealisedReturn outcome = decision.outcome();
        return new TrackRecord.Past(
                view.of(decision.segment().segment()),
                decision.day(),
                decision.judgement().action(),
                decision.judgement().reason(),
                decision.probability().isEmpty()
                        ? null
                        : Estimate.rounded(decision.probability().getAsDouble()),
                decision.predictive().isEmpty()
                        ? null
                        : Estimate.rounded(decision.predictive().getAsDouble()),
                decision.weeksOfDealRecords(),
                outcome.inquiries(),
                Money.rounded(outcome.spend()),
                Money.rounded(outcome.margin()),
                Estimate.rounded(outcome.roi()),
                outcome.roi() >= target);
    }

    private static TrackRecord.Result result(
            List<PastDecision> decisions, Predicate<PastDecision> which, double target) {
        List<PastDecision> some = decisions.stream().filter(which).toList();
        RealisedReturn all = some.stream()
                .map(PastDecision::outcome)
                .reduce(RealisedReturn::plus)
                .orElse(new RealisedReturn(0, 0, 0));
        return new TrackRecord.Result(
                some.size(),
                (int) some.stream().map(d -> d.segment().segment()).distinct().count(),
                Money.rounded(all.spend()),
                Money.rounded(all.margin()),
                some.isEmpty() ? null : Estimate.rounded(all.roi()),
                some.isEmpty() ? null : Estimate.rounded(metTarget(some, target)));
    }

    private static double metTarget(List<PastDecision> some, double target) {
        return some.stream()
                .mapToDouble(d -> d.outcome().roi() >= target ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** How often a yes turned to a no or back from one week to the next, for one segment and year; null without two weeks. */
    private static Double changesPerYear(List<PastDecision> decisions, Predicate<PastDecision> yes) {
        Map<Segment, PastDecision> before = new HashMap<>();
        int changes = 0;
        int steps = 0;
        for (PastDecision decision : decisions) {
            PastDecision last = before.put(decision.segment().segment(), decision);
            if (last != null) {
                steps++;
                changes += yes.test(last) == yes.test(decision) ? 0 : 1;
            }
        }
        return steps == 0 ? null : Estimate.rounded(changes * WEEKS_OF_YEAR / steps);
    }
}
