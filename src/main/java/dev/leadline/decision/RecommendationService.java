package dev.leadline.decision;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.analysis.diagnosis.Diagnosis;
import dev.leadline.analysis.diagnosis.Diagnostics;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.ExpectedLoss;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.concurrent.InParallel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes recommendations from the ledger. */
@ApplicationScoped
class RecommendationService {

    /** Of fewer deals the answer says that they are few: their number alone is known to a quarter or worse, at 90 %. */
    private static final int FEW_DEALS = 50;
    /** For about a month it is told what either choice loses. */
    private static final int DAYS_OF_LOSS = 30;

    private final LedgerReader ledgers;

    RecommendationService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    Recommendations recommendations(AnalysisQuery query, Policy policy, Set<Action> actions) {
        return recommendations(query, policy, actions, ledgers.read(query.asOf()));
    }

    /**
     * A pure function of the query, which holds the terms and the day, the policy and the ledger.
     *
     * @param actions that are shown; they decide nothing
     */
    static Recommendations recommendations(AnalysisQuery query, Policy policy, Set<Action> actions, Ledger ledger) {
        Replay replay = new Replay(query, ledger, policy);
        Replay.Outcomes outcomes = replay.outcomes();
        SegmentView view = replay.view();
        Optional<Diagnostics> diagnostics = diagnostics(view, outcomes.compared());
        Replication replication = new Replication(query, policy, ledger);
        List<Replay.Outcome> order = order(query, view, outcomes.shown()).stream()
                .filter(outcome -> actions.contains(outcome.judgement().action()))
                .toList();
        List<Replay.Outcome> shown = order.subList(0, Math.min(order.size(), query.limit()));
        List<Recommendation> items = InParallel.map(
                shown,
                outcome -> recommendation(
                        query,
                        policy,
                        view,
                        outcome,
                        diagnostics.orElseThrow().of(outcomes.compared().indexOf(outcome.evidence())),
                        replication));
        return new Recommendations(
                query.asOf(),
                query.currency(),
                query.horizonDays(),
                query.targetRoi(),
                SegmentView.names(query.groupBy()),
                policy,
                falseDiscovery(outcomes.shown()),
                ledger.lateRecords(),
                items,
                items.size() < order.size(),
                order.size(),
                QueryWarning.of(query, ledger));
    }

    /** Of segments whose evidence is all of the same day, and so share window and peer group; empty where there are none. */
    private static Optional<Diagnostics> diagnostics(SegmentView view, List<SegmentEvidence> evidence) {
        return evidence.stream()
                .findFirst()
                .map(any -> new Diagnostics(
                        view,
                        evidence.stream().map(SegmentEvidence::segment).toList(),
                        evidence.stream().map(SegmentEvidence::overWindow).toList(),
                        any.peerGroup(),
                        any.window()));
    }

    /** The mean of 1 - P over SCALE; null without. */
    private static Double falseDiscovery(List<Replay.Outcome> outcomes) {
        OptionalDouble mean = outcomes.stream()
                .filter(outcome -> outcome.judgement().isScale())
                .mapToDouble(outcome -> 1 - outcome.evidence().probability().orElseThrow())
                .average();
        return rounded(mean);
    }

    private static List<Replay.Outcome> order(AnalysisQuery query, SegmentView view, List<Replay.Outcome> outcomes) {
        Comparator<Double> direction =
                query.sort().descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Replay.Outcome> byFigure = Comparator.comparing(
                outcome -> figure(query.sort().figure(), outcome.evidence()), Comparator.nullsLast(direction));
        return outcomes.stream()
                .filter(outcome -> outcome.evidence().estimates().inquiries() >= query.minInquiries())
                .sorted(byFigure.thenComparing(
                        outcome -> outcome.evidence().segment().segment(), view.inOrder()))
                .toList();
    }

    /** What is sorted by; null where it is not known. */
    private static Double figure(String name, SegmentEvidence evidence) {
        return switch (name) {
            case "inquiries" -> (double) evidence.estimates().inquiries();
            case "probabilityOfTarget" -> rounded(evidence.probability());
            default -> evidence.estimates().spend();
        };
    }

    private static Recommendation recommendation(
            AnalysisQuery query,
            Policy policy,
            SegmentView view,
            Replay.Outcome outcome,
            Diagnosis diagnosis,
            Replication replication) {
        SegmentEvidence evidence = outcome.evidence();
        Judgement judgement = outcome.judgement();
        Replication.Places places =
                judgement.isScale() ? replication.of(evidence.segment().segment()) : Replication.Places.NONE;
        ReviewPlanner review = new ReviewPlanner(policy, query.asOf());
        Recommendation.Needed needed =
                judgement.action() == Action.HOLD ? review.needed(judgement.reason(), evidence) : null;
        return new Recommendation(
                view.of(evidence.segment().segment()),
                judgement.action(),
                judgement.reason(),
                new Explanation(policy, view, query.asOf(), query.level()).of(outcome, places, diagnosis, needed),
                rounded(evidence.probability()),
                losses(evidence),
                shown(query, policy, evidence),
                bottleneck(outcome, diagnosis),
                places.targets(),
                needed,
                outcome.scaleSince(),
                review.nextReview(judgement, evidence, needed));
    }

    /** Where money brings no inquiry at all, that is the weak link, whatever cannot be compared with peers. */
    private static Bottleneck bottleneck(Replay.Outcome outcome, Diagnosis diagnosis) {
        return switch (outcome.judgement().action()) {
            case SCALE, HOLD -> diagnosis.bottleneck();
            case FIX ->
                outcome.evidence().estimates().inquiries() == 0 ? Bottleneck.AD_STRATEGY : diagnosis.bottleneck();
        };
    }

    private static Recommendation.ExpectedLosses losses(SegmentEvidence evidence) {
        Double perDay = evidence.inquiriesPerDay();
        if (perDay == null) {
            return new Recommendation.ExpectedLosses(null, null);
        }
        return evidence.expectedLossPerInquiry()
                .map(loss -> loss.times(perDay * DAYS_OF_LOSS))
                .map((ExpectedLoss loss) -> new Recommendation.ExpectedLosses(
                        Estimate.rounded(loss.scale()), Estimate.rounded(loss.hold())))
                .orElseGet(() -> new Recommendation.ExpectedLosses(null, null));
    }

    private static Recommendation.Evidence shown(AnalysisQuery query, Policy policy, SegmentEvidence evidence) {
        SegmentEstimates estimates = evidence.estimates();
        double level = query.level();
        return new Recommendation.Evidence(
                evidence.segment().costIsAllocated() ? "allocated" : "direct",
                query.from(),
                estimates.inquiries(),
                estimates.deals(),
                estimates.deals() < FEW_DEALS,
                evidence.segment().windowSpend(),
                Estimate.rounded(estimates.maturity()),
                evidence.historyWeeks(),
                evidence.stability().cycleWeeks(),
                query.targetRoi(),
                evidence.overWindow().costPerInquiry(level),
                estimates.costPerInquiry(level),
                evidence.costSince(),
                estimates.conversionRate(level),
                estimates.marginPerInquiry(level),
                estimates.maxAffordableCostPerInquiry(level),
                estimates.projectedRoi(level),
                rounded(evidence.largestDealShare()),
                evidence.probability().isEmpty() ? null : Estimate.rounded(evidence.probabilityWithoutLargestDeal()),
                new Recommendation.StabilityEvidence(
                        evidence.stability().volume().summary(),
                        evidence.stability().cost().summary(),
                        evidence.stability()
                                .volumeSpread()
                                .judge(policy.maximumVolumeSpread().doubleValue(), level)));
    }

    private static Double rounded(OptionalDouble value) {
        return value.isEmpty() ? null : Estimate.rounded(value.getAsDouble());
    }
}
