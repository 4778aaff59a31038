package dev.leadline.analysis.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BottleneckRuleTest {

    /** A third lower than the peers', surely. */
    private static final Finding CONVERSION = new Finding(
            FactorKind.CONVERSION,
            new Comparison(-1, new LogEstimate(Math.log(0.04), 0.1), new LogEstimate(Math.log(0.06), 0.02)),
            Optional.empty(),
            Optional.empty(),
            true);

    @Test
    void given_one_weak_factor_then_it_is_named() {
        assertEquals(Bottleneck.SALES_AND_SERVICE, judged(Map.of(FactorKind.CONVERSION, CONVERSION)));
    }

    @Test
    void given_a_factor_that_may_cost_more_than_half_of_what_the_weak_one_does_then_neither_is_named() {
        Finding value = halved(new LogEstimate(0.2, 0.4));

        assertFalse(value.isWeak());
        assertTrue(value.isUnsure());
        assertEquals(
                Bottleneck.UNDETERMINED, judged(Map.of(FactorKind.CONVERSION, CONVERSION, FactorKind.VALUE, value)));
    }

    @Test
    void given_a_factor_that_is_made_up_for_then_the_weak_one_is_named() {
        Finding value = halved(new LogEstimate(0.65, 0.1));

        assertTrue(value.isMatched());
        assertEquals(
                Bottleneck.SALES_AND_SERVICE,
                judged(Map.of(FactorKind.CONVERSION, CONVERSION, FactorKind.VALUE, value)));
    }

    @Test
    void given_a_dear_inquiry_while_nothing_is_known_of_what_a_deal_brings_then_nobody_is_blamed() {
        Finding cost = new Finding(
                FactorKind.COST,
                new Comparison(1, new LogEstimate(Math.log(80), 0.1), new LogEstimate(Math.log(40), 0.1)),
                Optional.empty(),
                Optional.empty(),
                true);
        Finding conversion = usual(FactorKind.CONVERSION);

        assertEquals(Bottleneck.UNDETERMINED, judged(Map.of(FactorKind.COST, cost, FactorKind.CONVERSION, conversion)));
        assertEquals(
                Bottleneck.AD_STRATEGY,
                judged(Map.of(
                        FactorKind.COST,
                        cost,
                        FactorKind.CONVERSION,
                        conversion,
                        FactorKind.VALUE,
                        usual(FactorKind.VALUE))));
    }

    @Test
    void given_no_deal_or_no_spend_then_it_is_not_said_that_no_link_is_weak() {
        Finding conversion = usual(FactorKind.CONVERSION);

        assertEquals(Bottleneck.UNDETERMINED, judged(Map.of(FactorKind.CONVERSION, conversion)));
        assertEquals(
                Bottleneck.UNDETERMINED,
                judged(Map.of(FactorKind.CONVERSION, conversion, FactorKind.COST, usual(FactorKind.COST))));
        assertEquals(
                Bottleneck.NONE,
                judged(Map.of(
                        FactorKind.CONVERSION,
                        conversion,
                        FactorKind.COST,
                        usual(FactorKind.COST),
                        FactorKind.VALUE,
                        usual(FactorKind.VALUE))));
    }

    private static Finding usual(FactorKind kind) {
        LogEstimate same = new LogEstimate(Math.log(0.06), 0.05);
        return new Finding(kind, new Comparison(kind.worse(), same, same), Optional.empty(), Optional.empty(), true);
    }

    /** A deal brings half of the peers', and an inquiry may be cheaper. */
    private static Finding halved(LogEstimate cheaper) {
        return new Finding(
                FactorKind.VALUE,
                new Comparison(-1, new LogEstimate(Math.log(500), 0.2), new LogEstimate(Math.log(1000), 0.2)),
                Optional.empty(),
                Optional.of(cheaper),
                true);
    }

    private static Bottleneck judged(Map<FactorKind, Finding> findings) {
        return BottleneckRule.bottleneck(findings, 1000, false);
    }
}
