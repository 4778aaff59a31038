package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.DemoMarket;
import dev.leadline.demo.MarketSimulator;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** A segment gets one verdict, whether it is one of a grouping or asked for by a filter. */
@Execution(CONCURRENT)
class OneVerdictTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final DemoMarket MARKET = MarketSimulator.demoMarket(1, DAY);
    private static final Ledger LEDGER = LedgerFixture.of(MARKET).asOf(DAY);

    @Test
    void given_a_product_that_is_asked_for_then_the_verdict_is_that_of_the_grouping_by_product() {
        List<Recommendation> products = asking(Dimension.PRODUCT).of(LEDGER).items();

        assertEquals(12, products.size());
        for (Recommendation grouped : products) {
            String product = (String) grouped.segment().get("product");
            List<Recommendation> asked =
                    asking().only(Dimension.PRODUCT, product).of(LEDGER).items();

            assertEquals(List.of(verdict(grouped)), verdicts(asked));
            assertEquals(Map.of(), asked.get(0).segment());
            assertTrue(asked.get(0).explanation().startsWith(product + ": "));
        }
    }

    @Test
    void given_a_campaign_that_is_asked_for_then_the_verdict_is_that_of_the_grouping_by_campaign() {
        for (Recommendation grouped :
                asking(Dimension.CAMPAIGN).of(LEDGER).items().subList(0, 8)) {
            String id = (String) ((Map<?, ?>) grouped.segment().get("campaign")).get("id");

            assertEquals(
                    List.of(verdict(grouped)),
                    verdicts(asking().only(Dimension.CAMPAIGN, id).of(LEDGER).items()));
        }
    }

    @Test
    void given_regions_of_a_product_then_their_verdicts_are_those_of_the_grouping_by_both_whichever_is_the_filter() {
        List<Recommendation> both = asking(Dimension.PRODUCT, Dimension.REGION)
                .only(Dimension.PRODUCT, "Valve body")
                .of(LEDGER)
                .items();
        List<Recommendation> regions = asking(Dimension.REGION)
                .only(Dimension.PRODUCT, "Valve body")
                .of(LEDGER)
                .items();

        assertTrue(both.size() > 3);
        assertEquals(verdicts(both), verdicts(regions));
        assertTrue(regions.get(0).explanation().startsWith("Valve body, "));
        String region = (String) regions.get(0).segment().get("region");
        assertEquals(
                verdict(regions.get(0)),
                verdict(asking(Dimension.PRODUCT).only(Dimension.REGION, region).of(LEDGER, "Valve body")));
    }

    @Test
    void given_values_that_are_taken_together_then_they_are_one_segment_beside_the_others_and_all_are_named() {
        List<Recommendation> together = asking().only(Dimension.PRODUCT, "Valve body", "Pump casing")
                .of(LEDGER)
                .items();
        List<Recommendation> apart = asking(Dimension.PRODUCT)
                .only(Dimension.PRODUCT, "Valve body", "Pump casing")
                .of(LEDGER)
                .items();

        assertEquals(1, together.size());
        assertTrue(together.get(0).explanation().startsWith("Pump casing or Valve body: "));
        assertEquals(2, apart.size());
        assertEquals(
                apart.stream().mapToLong(item -> item.evidence().inquiries()).sum(),
                together.get(0).evidence().inquiries());
        assertTrue(together.get(0).evidence().conversionRate().method().contains("shrunk to 11 siblings"));
    }

    @Test
    void given_a_value_that_nothing_has_then_it_is_still_answered_and_named() {
        List<Recommendation> nothing =
                asking().only(Dimension.PRODUCT, "Anvil").of(LEDGER).items();

        assertEquals(1, nothing.size());
        assertTrue(nothing.get(0).explanation().startsWith("Anvil: there is no valid inquiry"));
    }

    private static Asking asking(Dimension... groupBy) {
        return Asking.asOf(DAY, groupBy).in(MARKET.settings());
    }

    private static List<String> verdicts(List<Recommendation> items) {
        return items.stream().map(OneVerdictTest::verdict).toList();
    }

    /** All that is said but how the segment is shown. */
    private static String verdict(Recommendation item) {
        return String.join(
                "\n",
                item.action() + " " + item.reason() + " " + item.probabilityOfTarget() + " " + item.bottleneck(),
                item.explanation(),
                item.expectedLoss().toString(),
                item.evidence().toString(),
                item.replicateTo().toString(),
                item.needed() + " " + item.scaleSince() + " " + item.nextReview());
    }
}
