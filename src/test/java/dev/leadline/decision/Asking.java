package dev.leadline.decision;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.demo.MarketSettings;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.store.Ledger;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks for recommendations as the API does: of its default window up to a day, a target of 0.3 and a horizon of 180 days. */
public record Asking(
        LocalDate asOf,
        List<Dimension> groupBy,
        Filter filter,
        Policy policy,
        LocalDate dealsTrackedFrom,
        AnalysisQuery.Sort sort,
        BigDecimal handlingCost) {

    public static Asking asOf(LocalDate day, Dimension... groupBy) {
        return new Asking(
                day,
                List.of(groupBy),
                Filter.NONE,
                Policy.DEFAULT,
                null,
                new AnalysisQuery.Sort("spend", true),
                BigDecimal.ZERO);
    }

    public Asking on(LocalDate day) {
        return new Asking(day, groupBy, filter, policy, dealsTrackedFrom, sort, handlingCost);
    }

    public Asking in(MarketSettings settings) {
        return trackedFrom(settings.dealsTrackedFrom());
    }

    public Asking trackedFrom(LocalDate day) {
        return new Asking(asOf, groupBy, filter, policy, day, sort, handlingCost);
    }

    public Asking only(Dimension dimension, String... values) {
        return new Asking(
                asOf,
                groupBy,
                new Filter(Map.of(dimension, Set.of(values))),
                policy,
                dealsTrackedFrom,
                sort,
                handlingCost);
    }

    public Asking by(Policy other) {
        return new Asking(asOf, groupBy, filter, other, dealsTrackedFrom, sort, handlingCost);
    }

    public Asking handling(String cost) {
        return new Asking(asOf, groupBy, filter, policy, dealsTrackedFrom, sort, new BigDecimal(cost));
    }

    public Asking sortedBy(String figure, boolean descending) {
        return new Asking(
                asOf,
                groupBy,
                filter,
                policy,
                dealsTrackedFrom,
                new AnalysisQuery.Sort(figure, descending),
                handlingCost);
    }

    public Recommendations of(Ledger ledger) {
        return RecommendationService.recommendations(query(), policy, EnumSet.allOf(Action.class), ledger);
    }

    public AnalysisQuery query() {
        Terms terms = new Terms(180, 0.3, handlingCost.doubleValue(), 0, dealsTrackedFrom);
        return new AnalysisQuery(
                "USD",
                terms,
                groupBy,
                filter,
                asOf.minusDays(AnalysisParameters.WINDOW_DAYS - 1L),
                asOf,
                asOf,
                0.9,
                0,
                sort,
                1000,
                DayOfWeek.MONDAY);
    }

    /** The recommendation for a product. */
    public Recommendation of(Ledger ledger, String product) {
        return of(ledger).items().stream()
                .filter(item -> product.equals(item.segment().get("product")))
                .findFirst()
                .orElseThrow();
    }

    /** The default policy with another maximum of the volume's spread. */
    static Policy policy(BigDecimal maximumVolumeSpread) {
        Policy usual = Policy.DEFAULT;
        return new Policy(
                usual.scaleProbability(),
                usual.scaleEndProbability(),
                usual.leaveOutProbability(),
                usual.fixProbability(),
                usual.fixMaturity(),
                usual.minimumDeals(),
                usual.minimumCycles(),
                maximumVolumeSpread);
    }

    /** The default policy with other leave-outs, deals and cycles. */
    public static Policy policy(String leaveOut, int deals, int cycles) {
        Policy usual = Policy.DEFAULT;
        return new Policy(
                usual.scaleProbability(),
                usual.scaleEndProbability(),
                new BigDecimal(leaveOut),
                usual.fixProbability(),
                usual.fixMaturity(),
                deals,
                cycles,
                usual.maximumVolumeSpread());
    }
}
