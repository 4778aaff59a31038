package dev.leadline.analysis.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.DemoMarket;
import dev.leadline.demo.MarketSimulator;
import dev.leadline.demo.MarketTruth.ProductTruth;
import dev.leadline.demo.Story;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** Diagnoses of the demo market, of a year's inquiries, against the truth behind it. */
@Execution(CONCURRENT)
class DemoDiagnosisTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final int YEAR = 365;
    private static final double TARGET = 0.3;
    private static final List<DemoMarket> MARKETS = LongStream.rangeClosed(1, 8)
            .mapToObj(seed -> MarketSimulator.demoMarket(seed, TODAY))
            .toList();

    @Test
    void given_dear_tooling_that_pays_then_its_cost_is_no_fault() {
        for (DemoMarket market : MARKETS) {
            Map<Object, Diagnosis> products = by(Dimension.PRODUCT, market);
            for (ProductTruth product : market.truth().products()) {
                if (product.parameters().category().equals("Moulds")
                        && product.economics().roi() >= TARGET) {
                    Diagnosis diagnosis = products.get(product.name());
                    assertNotEquals(Bottleneck.AD_STRATEGY, diagnosis.bottleneck(), diagnosis.sentence());
                }
            }
        }
    }

    @Test
    void given_poor_follow_up_then_sales_and_service_are_named_and_slow_answers_bear_it_out() {
        for (DemoMarket market : MARKETS) {
            String slow = market.truth().withStory(Story.POOR_FOLLOW_UP).get(0).name();
            Diagnosis diagnosis = by(Dimension.PRODUCT, market).get(slow);

            assertEquals(Bottleneck.SALES_AND_SERVICE, diagnosis.bottleneck(), diagnosis.sentence());
            assertTrue(diagnosis.sentence().contains("First answers take"), diagnosis.sentence());
            assertEquals(31, diagnosis.responseTime().typicalHours(), 4);
            assertEquals(4, diagnosis.responseTime().peersHours(), 0.5);
        }
    }

    /** A product converts alike in all regions, which differ in what they ask for: only chance can say otherwise. */
    @Test
    void given_regions_that_differ_in_their_mix_then_sales_and_service_are_hardly_named() {
        List<String> named = MARKETS.stream()
                .flatMap(market -> by(Dimension.REGION, market).values().stream())
                .filter(diagnosis -> diagnosis.bottleneck() == Bottleneck.SALES_AND_SERVICE)
                .map(Diagnosis::sentence)
                .toList();

        assertTrue(named.size() <= 7, named.size() + " of 72: " + named);
    }

    private static Map<Object, Diagnosis> by(Dimension dimension, DemoMarket market) {
        return Diagnosing.by(dimension)
                .over(YEAR)
                .trackedFrom(market.settings().dealsTrackedFrom())
                .of(LedgerFixture.of(market), TODAY.minusDays(1))
                .stream()
                .collect(Collectors.toMap(
                        diagnosis -> String.valueOf(diagnosis.segment().get(dimension.apiName())),
                        Function.identity()));
    }
}
