package dev.leadline.decision;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On seeded random histories that are stable but for chance. */
@Execution(CONCURRENT)
class OneDayDecidesNothingTest {

    private static final Asking BY_PRODUCT = Asking.asOf(LAST, Dimension.PRODUCT);
    private static final int DAYS = 392;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void given_a_product_below_target_when_one_day_is_changed_then_it_is_not_scaled(int seed) {
        History history = random("so so", 44, seed);
        int day = 20 + new Random(seed).nextInt(300);
        assertTrue(judged(history).probabilityOfTarget() < 0.6);

        for (double factor : List.of(0.0, 2.0, 100.0)) {
            notScaled(history.spend(d -> history.spend().applyAsDouble(d) * (d == day ? factor : 1)), day);
            notScaled(history.inquiries(d -> (int) (history.inquiries().applyAsInt(d) * (d == day ? factor : 1))), day);
            notScaled(history.margin(d -> history.margin().applyAsDouble(d) * (d == day ? factor : 1)), day);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void given_a_product_below_target_when_one_day_brings_ten_orders_more_then_it_is_not_scaled(int seed) {
        History history = random("so so", 44, seed);
        int day = 20 + new Random(seed).nextInt(300);
        LedgerFixture fixture = History.fixture(history).inquiries("so so", LAST.minusDays(day), 10);
        for (int order = 0; order < 10; order++) {
            fixture.deal("so so", LAST.minusDays(day), 5 + order, "3000");
        }

        assertNotEquals(Action.SCALE, BY_PRODUCT.of(fixture.asOf(LAST), "so so").action());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void given_a_product_below_target_when_one_order_is_a_hundred_times_the_usual_then_it_is_not_scaled(int seed) {
        History history = random("so so", 44, seed);
        LedgerFixture fixture = History.fixture(history)
                .inquiries("so so", LAST.minusDays(90), 1)
                .deal("so so", LAST.minusDays(90), 15, "160000");

        assertNotEquals(Action.SCALE, BY_PRODUCT.of(fixture.asOf(LAST), "so so").action());
    }

    /** Of stable histories one in some has a false alarm by chance; those are not scaled to begin with. */
    @Test
    void given_scaled_products_when_a_holiday_empties_a_week_for_all_then_none_ends() {
        int scaled = 0;
        for (int market = 1; market <= 4; market++) {
            LedgerFixture usual = new LedgerFixture();
            LedgerFixture holiday = new LedgerFixture();
            for (int product = 0; product < 4; product++) {
                History history = random("product " + product, 15, 10 * market + product);
                history.in(usual);
                history.inquiries(d -> history.inquiries().applyAsInt(d) / (d / 7 == 5 ? 5 : 1))
                        .in(holiday);
            }
            for (Recommendation before : BY_PRODUCT.of(usual.asOf(LAST)).items()) {
                if (before.action() == Action.SCALE) {
                    scaled++;
                    String product = (String) before.segment().get("product");
                    Recommendation after = BY_PRODUCT.of(holiday.asOf(LAST), product);
                    assertEquals(Action.SCALE, after.action(), after.explanation());
                }
            }
        }
        assertTrue(scaled >= 10, "scaled: " + scaled);
    }

    /** Of stable histories one in some has a false alarm by chance; those are not scaled to begin with. */
    @Test
    void given_scaled_products_when_volume_and_budget_grow_by_half_then_none_ends() {
        int scaled = 0;
        for (int seed = 1; seed <= 8; seed++) {
            History history = random("grown", 15, seed);
            History grown = history.inquiries(d -> grown(history.inquiries().applyAsInt(d), d))
                    .spend(d -> history.spend().applyAsDouble(d) * (d < 35 ? 1.5 : 1));
            if (judged(history).action() == Action.SCALE) {
                scaled++;
                Recommendation item = judged(grown);
                assertEquals(Action.SCALE, item.action(), item.explanation());
            }
        }
        assertTrue(scaled >= 6, "scaled: " + scaled);
    }

    /** Half as many more in the last five weeks. */
    private static int grown(int inquiries, int daysBack) {
        return daysBack < 35 ? (3 * inquiries + daysBack % 2) / 2 : inquiries;
    }

    @Test
    void given_a_scaled_product_when_a_replica_of_it_starts_beside_then_it_does_not_end() {
        History first = random("first", 15, 1);
        History replica = random("replica", 15, 2).from(LAST.minusDays(30));
        LedgerFixture both = History.fixture(first, replica);

        assertEquals(Action.SCALE, BY_PRODUCT.of(both.asOf(LAST), "first").action());
    }

    private static void notScaled(History history, int day) {
        Recommendation item = judged(history);
        assertNotEquals(
                Action.SCALE, item.action(), () -> String.format(Locale.ROOT, "day %d: %s", day, item.explanation()));
    }

    private static Recommendation judged(History history) {
        return BY_PRODUCT.of(History.fixture(history).asOf(LAST), history.product());
    }

    /** Poisson inquiries at 5 a day, spend that swings by a fifth from day to day. */
    private static History random(String product, double costPerInquiry, int seed) {
        Random random = new Random(seed);
        int[] inquiries = new int[DAYS];
        double[] spend = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            double left = Math.exp(-5);
            for (double chance = random.nextDouble(); chance > left; chance *= random.nextDouble()) {
                inquiries[day]++;
            }
            spend[day] = 5 * costPerInquiry * (0.8 + 0.4 * random.nextDouble());
        }
        return History.of(product, costPerInquiry).inquiries(d -> inquiries[d]).spend(d -> spend[d]);
    }
}
