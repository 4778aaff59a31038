package dev.leadline.analysis.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Regions that sell castings, of which 8 % of inquiries become deals, and plates, of which 2 % do. Five regions sell as much of
 * the one as of the other, two sell mostly plates: Anhui at the others' rates, Bavaria at half of them.
 */
class MixTest {

    private static final LocalDate LAST = LocalDate.of(2026, 6, 28);
    private static final int DAYS = 365;
    private static final int PER_DAY = 6;
    private static final int LAG = 15;
    private static final int MARKETS = 20;

    @Test
    void given_mostly_what_converts_less_everywhere_then_it_is_the_mix_and_no_fault_of_sales() {
        int named = 0;
        for (int seed = 1; seed <= MARKETS; seed++) {
            Diagnosis diagnosis = Diagnosing.by(Dimension.REGION).of(market(seed), LAST, "Anhui");
            Factor conversion = diagnosis.factors().get("conversionRate");
            assertEquals("product", conversion.mix().dimension());
            assertEquals(
                    conversion.loss(),
                    conversion.mix().mixEffect() + conversion.mix().rateEffect(),
                    1e-5);
            assertTrue(conversion.mix().mixEffect() > 0.2, "seed " + seed + ": " + conversion);
            named += diagnosis.bottleneck() == Bottleneck.SALES_AND_SERVICE ? 1 : 0;
        }
        assertTrue(named <= 2, named + " of " + MARKETS);
    }

    @Test
    void given_the_same_mix_at_half_the_rates_then_sales_and_service_are_named() {
        int named = 0;
        for (int seed = 1; seed <= MARKETS; seed++) {
            Diagnosis diagnosis = Diagnosing.by(Dimension.REGION).of(market(seed), LAST, "Bavaria");
            named += diagnosis.bottleneck() == Bottleneck.SALES_AND_SERVICE ? 1 : 0;
        }
        assertTrue(named >= 16, named + " of " + MARKETS);
    }

    @Test
    void given_only_mix_then_the_sentence_says_of_what_it_sells_less() {
        Diagnosis diagnosis = Diagnosing.by(Dimension.REGION).of(market(1), LAST, "Anhui");

        assertEquals(Bottleneck.NONE, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().startsWith("Anhui: no link is weak."), diagnosis.sentence());
        assertTrue(diagnosis.sentence().endsWith("but only because it sells less of castings."), diagnosis.sentence());
    }

    @Test
    void given_dear_products_sold_elsewhere_then_little_per_deal_is_no_fault_of_the_product() {
        LedgerFixture fixture = market(1);
        Diagnosis diagnosis = Diagnosing.by(Dimension.REGION).of(fixture, LAST, "Anhui");

        assertTrue(diagnosis.factors().get("marginPerDeal").mix().mixEffect() > 0.2, diagnosis.toString());
        assertNotEquals(Bottleneck.PRODUCT_MARGIN, diagnosis.bottleneck());
    }

    @Test
    void given_products_side_by_side_then_conversion_is_parted_by_region_and_value_not_at_all() {
        Diagnosis diagnosis = Diagnosing.by(Dimension.PRODUCT).of(market(1), LAST, "plates");

        assertEquals("region", diagnosis.factors().get("conversionRate").mix().dimension());
        assertTrue(diagnosis.factors().get("conversionRate").mix().mixEffect() < 0.2, diagnosis.toString());
        assertNull(diagnosis.factors().get("marginPerDeal").mix());
    }

    @Test
    void given_nothing_in_common_with_its_peers_then_nothing_is_parted() {
        Diagnosis diagnosis = Diagnosing.by(Dimension.CATEGORY).of(twoCategories(), LAST, "cast");

        assertNull(diagnosis.factors().get("conversionRate").mix());
        assertNull(diagnosis.factors().get("costPerInquiry").mix());
    }

    private static LedgerFixture market(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LedgerFixture fixture = new LedgerFixture()
                .campaign("castings", Map.of(Dimension.PRODUCT, "castings"))
                .campaign("plates", Map.of(Dimension.PRODUCT, "plates"));
        for (int region = 1; region <= 5; region++) {
            add(fixture, random, "region " + region, 0.5, 1);
        }
        add(fixture, random, "Anhui", 0.9, 1);
        return add(fixture, random, "Bavaria", 0.9, 0.5);
    }

    /** @param plates the share of inquiries that are for plates */
    private static LedgerFixture add(
            LedgerFixture fixture, SplittableRandom random, String region, double plates, double times) {
        Own own = Own.region(region);
        for (int back = DAYS; back > 0; back--) {
            LocalDate day = LAST.minusDays(back);
            for (int i = 0; i < PER_DAY; i++) {
                boolean plate = random.nextDouble() < plates;
                String product = plate ? "plates" : "castings";
                fixture.inquiries(product, day, own, 1, 0);
                fixture.spend(product, day, own, "40");
                if (random.nextDouble() < times * (plate ? 0.02 : 0.08)) {
                    String margin = Integer.toString((plate ? 600 : 1500) + random.nextInt(500));
                    fixture.deal(product, own, region + back + " " + i, day, LAG, margin, null);
                }
            }
        }
        return fixture;
    }

    private static LedgerFixture twoCategories() {
        LedgerFixture fixture = new LedgerFixture()
                .campaign(
                        "castings",
                        Map.of(Dimension.PRODUCT, "castings", Dimension.CATEGORY, "cast", Dimension.REGION, "Anhui"))
                .campaign(
                        "plates",
                        Map.of(Dimension.PRODUCT, "plates", Dimension.CATEGORY, "sheet", Dimension.REGION, "Bavaria"));
        for (String campaign : new String[] {"castings", "plates"}) {
            for (int back = DAYS; back > 0; back--) {
                fixture.inquiries(campaign, LAST.minusDays(back), 5).spend(campaign, LAST.minusDays(back), "200");
                fixture.deal(campaign, LAST.minusDays(back), LAG, "900");
            }
        }
        return fixture;
    }
}
