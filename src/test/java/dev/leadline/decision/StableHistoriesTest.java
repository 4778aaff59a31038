package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds on every history that is stable but for chance: no single day and no single order makes a segment SCALE or FIX, and to act on SCALE,
 * or a holiday, ends none. Some histories in every build, many others in the profile {@code decisions}, which prints how many cases
 * there were.
 *
 * <p>What bounds it: a leave-out recomputes P roughly ({@link OneDayOrOrder}); an alarm that a product's own weeks raise by chance is no end by
 * what is done; and money that a holiday takes may end what was near its end ({@link ActedUpon}). The last two are
 * counted, {@link #MOST_EXCUSED} of all cases at most. What is neither may be {@link #MOST_TIPPED} of them.
 * docs/methods/derivations.md says how many there were.
 */
@Execution(CONCURRENT)
class StableHistoriesTest {

    private static final long SEED = 20260701;
    /** Of histories by which nothing was chosen. */
    private static final long OTHER_SEED = 20280001;

    private static final int FEW = 40;
    private static final int FEW_MARKETS = 12;
    private static final int MANY = 400;

    private static final double MOST_EXCUSED = 0.01;
    /** An alarm within a hair of its limit may be tipped by what others do beside it; as many tip the other way. */
    private static final double MOST_TIPPED = 0.002;

    @Test
    void given_stable_histories_when_a_day_or_the_largest_order_is_changed_then_that_alone_decides_nothing() {
        Tally tally = Tally.of(SEED, FEW, OneDayOrOrder::change);

        assertEquals(List.of(), tally.failures());
        assertTrue(tally.cases() >= 10 * FEW, tally.toString());
    }

    @Test
    @Tag("decisions")
    void given_many_stable_histories_when_a_day_or_the_largest_order_is_changed_then_that_alone_decides_nothing() {
        Tally tally = Tally.of(OTHER_SEED, MANY, OneDayOrOrder::change);

        System.out.println("A day or an order changed: " + tally);
        assertEquals(List.of(), tally.failures());
    }

    /** A day's spend of a hundred times the usual made a level of cost of its own; its orders moved what is known of an order's value. */
    @ParameterizedTest
    @ValueSource(longs = {20261059, 20260763, 20261028, 20261136, 20262085, 20280134})
    void given_a_history_on_which_a_day_once_decided_when_it_is_changed_then_it_decides_nothing(long seed) {
        assertEquals(List.of(), Tally.of(seed, 1, OneDayOrOrder::change).failures());
    }

    @Test
    void given_what_is_scaled_when_it_is_acted_upon_or_a_holiday_comes_then_it_does_not_end() {
        Tally tally = Tally.of(SEED, FEW_MARKETS, ActedUpon::act);

        assertEquals(List.of(), tally.failures());
        assertTrue(tally.cases() >= 5 * FEW_MARKETS, tally.toString());
    }

    @Test
    @Tag("decisions")
    void given_much_that_is_scaled_when_it_is_acted_upon_or_a_holiday_comes_then_hardly_any_ends() {
        Tally tally = Tally.of(OTHER_SEED, MANY, ActedUpon::act);

        System.out.println("Held through growth, a replica or a holiday: " + tally);
        assertTrue(tally.failures().size() <= MOST_TIPPED * tally.cases(), tally.toString());
        assertTrue(tally.excused() <= MOST_EXCUSED * tally.cases(), tally.toString());
    }

    /** A week that all shared, or a replica, made a change of level, a run or a drift. */
    @ParameterizedTest
    @ValueSource(longs = {20260794, 20260843, 20261129, 20262064, 20262361, 20262388, 20270041, 20270067, 20270335})
    void given_a_market_in_which_what_all_shared_once_ended_scale_when_it_comes_then_nothing_ends(long seed) {
        Tally tally = Tally.of(seed, 1, ActedUpon::act);

        assertEquals(List.of(), tally.failures());
        assertEquals(0, tally.excused());
    }

    @ParameterizedTest
    @ValueSource(longs = {SEED, SEED + 1, SEED + 2, SEED + 3, SEED + 4})
    void given_a_past_day_when_later_records_have_come_in_then_the_answer_is_what_it_was(long seed) {
        LocalDate day = StableHistory.date(200 + RandomSource.seeded(seed).below(190));
        StableMarket now = StableMarket.draw(seed);
        StableMarket then = new StableMarket(
                now.histories().stream().map(history -> history.knownOn(day)).toList());
        Asking asking = Asking.asOf(day, Dimension.PRODUCT);

        assertEquals(asking.of(then.ledger(day)), asking.of(now.ledger(day)), day.toString());
    }
}
