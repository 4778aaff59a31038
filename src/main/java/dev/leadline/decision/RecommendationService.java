package dev.leadline.decision;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.analysis.diagnosis.Diagnosis;
import dev.leadline.analysis.diagnosis.Diagnostics;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.ExpectedLoss;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerReader;
import dev.leadline.platform.concurrent.InParallel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes recommendations from the ledger. */
@ApplicationScoped
class RecommendationService {

    private static final int FEW_DEALS = 50;
    private static final int DAYS_OF_LOSS = 30;

    private final LedgerReader ledgers;

    RecommendationService(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    Recommendations recommendations(AnalysisQuery query, Policy policy) {
        return recommendations(query, policy, ledgers.read(query.asOf()));
    }

    /** A pure function of the query, which holds the terms and the day, the policy and the ledger. */
    static Recommendations recommendations(AnalysisQuery query, Policy policy, Ledger ledger) {
        List<Replay.Outcome> outcomes = new Replay(query, ledger, policy).outcomes();
        Optional<Diagnostics> diagnostics = diagnostics(outcomes);
        Replication replication = new Replication(query, policy, ledger);
        List<Integer> order = order(query, outcomes);
        List<Integer> shown = order.subList(0, Math.min(order.size(), query.limit()));
        List<Recommendation> items = InParallel.map(
                shown,
                member -> recommendation(
                        query,
                        policy,
                        outcomes.get(member),
                        diagnostics.orElseThrow().of(member),
                        replication));
        return new Recommendations(
                query.asOf(),
                query.currency(),
                query.horizonDays(),
                query.targetRoi(),
                SegmentView.names(query.groupBy()),
                policy,
                falseDiscovery(outcomes),
                ledger.lateRecords(),
                items,
                items.size() < order.size(),
                order.size());
    }

    /** Of segments whose evidence is all of the same day, and so share window and peer group; empty where there are none. */
    private static Optional<Diagnostics> diagnostics(List<Replay.Outcome> outcomes) {
        List<SegmentEvidence> evidence =
                outcomes.stream().map(Replay.Outcome::evidence).toList();
        return evidence.stream()
                .findFirst()
                .map(any -> new Diagnostics(
                        evidence.stream().map(SegmentEvidence::segment).toList(),
                        evidence.stream().map(SegmentEvidence::estimates).toList(),
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

    private static List<Integer> order(AnalysisQuery query, List<Replay.Outcome> outcomes) {
        Comparator<Double> direction =
                query.sort().descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Integer> byFigure = Comparator.comparing(
                member -> figure(query.sort().figure(), outcomes.get(member).evidence()),
                Comparator.nullsLast(direction));
        List<Integer> order = new ArrayList<>();
        for (int member = 0; member < outcomes.size(); member++) {
            SegmentEvidence evidence = outcomes.get(member).evidence();
            if (query.filter().accepts(evidence.segment().segment())
                    && evidence.estimates().inquiries() >= query.minInquiries()) {
                order.add(member);
            }
        }
        order.sort(byFigure.thenComparing(member ->
                SegmentView.words(outcomes.get(member).evidence().segment().segment())));
        return order;
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
            AnalysisQuery query, Policy policy, Replay.Outcome outcome, Diagnosis diagnosis, Replication replication) {
        SegmentEvidence evidence = outcome.evidence();
        Judgement judgement = outcome.judgement();
        Replication.Places places =
                judgement.isScale() ? replication.of(evidence.segment().segment()) : Replication.Places.NONE;
        ReviewPlanner review = new ReviewPlanner(policy, query.asOf());
        Recommendation.Needed needed =
                judgement.action() == Action.HOLD ? review.needed(judgement.reason(), evidence) : null;
        return new Recommendation(
                SegmentView.of(evidence.segment().segment()),
                judgement.action(),
                judgement.reason(),
                new Explanation(policy, query.asOf(), query.level()).of(outcome, places, diagnosis, needed),
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
            case SCALE -> null;
            case HOLD -> diagnosis.bottleneck();
            case FIX ->
                outcome.evidence().estimates().inquiries() == 0 ? Bottleneck.AD_STRATEGY : diagnosis.bottleneck();
        };
    }

    private static Recommendation.ExpectedLosses losses(SegmentEvidence evidence) {
        SegmentEstimates estimates = evidence.estimates();
        Double perDay = evidence.inquiriesPerDay();
        if (perDay == null || !evidence.hasSpend()) {
            return new Recommendation.ExpectedLosses(null, null);
        }
        return estimates
                .target()
                .expectedLossPerInquiry()
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
                estimates.costPerInquiry(level),
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
