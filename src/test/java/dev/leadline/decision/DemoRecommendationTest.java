package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.demo.DemoMarket;
import dev.leadline.demo.MarketSimulator;
import dev.leadline.demo.MarketTruth.ProductTruth;
import dev.leadline.demo.Story;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recommended on the demo market's records against the truth behind them. */
@Execution(CONCURRENT)
class DemoRecommendationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final double TARGET = 0.3;

    @Test
    void given_the_demo_market_then_its_stories_are_told() {
        DemoMarket market = MarketSimulator.demoMarket(1, TODAY);
        Map<String, Recommendation> items = byProduct(market);

        for (ProductTruth product : market.truth().products()) {
            Recommendation item = items.get(product.name());
            String seen = product.name() + ": " + item.action() + " " + item.reason();
            double roi = product.economics().roi();
            switch (product.story()) {
                case STABLE_WINNER -> {
                    assertTrue(roi >= 1.5);
                    assertEquals(Action.SCALE, item.action(), seen);
                    assertFalse(item.replicateTo().isEmpty(), seen);
                }
                case LUCKY_ORDER, DRIFTING_COST -> {
                    assertTrue(roi < TARGET);
                    assertNotEquals(Action.SCALE, item.action(), seen);
                }
                case POOR_FOLLOW_UP -> assertEquals(Bottleneck.SALES_AND_SERVICE, item.bottleneck(), seen);
                case YOUNG_STAR -> assertEquals(Reason.LEARNING, item.reason(), seen);
                case ORDINARY -> assertTrue(roi >= TARGET || item.action() != Action.SCALE, seen);
            }
            assertFalse(item.explanation().toLowerCase(java.util.Locale.ROOT).contains("budget"), item.explanation());
        }
    }

    /** The market's lucky product earns more than it costs on paper; its truth is a loss. */
    @Test
    void given_a_lucky_order_then_the_observed_return_is_above_target_and_it_is_not_scaled() {
        DemoMarket market = MarketSimulator.demoMarket(1, TODAY);
        ProductTruth lucky = market.truth().withStory(Story.LUCKY_ORDER).get(0);
        Recommendation item = byProduct(market).get(lucky.name());

        assertTrue(lucky.economics().roi() < 0);
        assertTrue(item.evidence().largestDealShare() > 0.25);
        assertTrue(item.evidence().probabilityWithoutLargestDeal() <= item.probabilityOfTarget());
        assertEquals(Reason.VALUE_DOUBTFUL, item.reason());
        assertTrue(item.explanation().contains("But 1 of its "), item.explanation());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9})
    void given_another_market_then_no_product_that_loses_is_scaled_and_none_that_pays_is_to_be_fixed(long seed) {
        DemoMarket market = MarketSimulator.demoMarket(seed, TODAY);
        Map<String, Recommendation> items = byProduct(market);

        for (ProductTruth product : market.truth().products()) {
            Recommendation item = items.get(product.name());
            double roi = product.economics().roi();
            assertTrue(roi >= 0 || item.action() != Action.SCALE, product.name());
            assertTrue(roi <= TARGET || item.action() != Action.FIX, product.name());
        }
    }

    /** By chance the last weeks of one in ten look as if its conversion had fallen; it is held until they no longer do. */
    @Test
    void given_eight_markets_then_nearly_all_stable_winners_are_scaled() {
        int winners = 0;
        int scaled = 0;
        for (long seed = 2; seed <= 9; seed++) {
            DemoMarket market = MarketSimulator.demoMarket(seed, TODAY);
            Map<String, Recommendation> items = byProduct(market);
            for (ProductTruth product : market.truth().withStory(Story.STABLE_WINNER)) {
                winners++;
                scaled += items.get(product.name()).action() == Action.SCALE ? 1 : 0;
            }
        }
        assertEquals(32, winners);
        assertTrue(scaled >= 29, scaled + " of " + winners);
    }

    private static Map<String, Recommendation> byProduct(DemoMarket market) {
        return Asking.asOf(TODAY, Dimension.PRODUCT)
                .in(market.settings())
                .of(LedgerFixture.of(market).asOf(TODAY))
                .items()
                .stream()
                .collect(Collectors.toMap(item -> (String) item.segment().get("product"), Function.identity()));
    }
}
