package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.stability.Verdict;
import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds on every history that is stable but for chance: no single day and no single order makes a segment SCALE or FIX, and to act on SCALE,
 * or a holiday, ends none. Some histories in every build, many others in the profile {@code decisions}, which prints how many cases
 * there were.
 *
 * <p>What bounds it: a leave-out recomputes P within {@link #SHARED}; an alarm that a product's own weeks raise by chance is no end by
 * what is done ({@link #isChance}); and money that a holiday takes may end what was near its end ({@link #isLoss}). The last two are
 * counted, {@link #MOST_EXCUSED} of all cases at most. What is neither may be {@link #MOST_TIPPED} of them.
 * docs/methods/derivations.md says how many there were.
 */
class StableHistoriesTest {

    private static final long SEED = 20260701;
    /** Of histories by which nothing was chosen. */
    private static final long OTHER_SEED = 20280001;

    private static final int FEW = 40;
    private static final int FEW_MARKETS = 12;
    private static final int MANY = 400;
    private static final int MARKET = 4;

    private static final double LEAVE_OUT = 0.75;
    private static final double SCALE_END = 0.5;
    /**
     * A leave-out recomputes P, but not the timing of deals, which the whole workspace shares and which still knows of what is left
     * out; and what is held is asked without the best weeks, not without the largest order.
     */
    private static final double SHARED = 0.05;
    /** Where P was below this, SCALE was near its end. */
    private static final double NEAR_ITS_END = 0.85;

    private static final double MOST_EXCUSED = 0.01;
    /** An alarm within a hair of its limit may be tipped by what others do beside it; as many tip the other way. */
    private static final double MOST_TIPPED = 0.002;

    private static final double[] FACTORS = {0, 2, 100};

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger cases = new AtomicInteger();
    private final AtomicInteger excused = new AtomicInteger();

    @Test
    void given_stable_histories_when_a_day_or_the_largest_order_is_changed_then_that_alone_decides_nothing() {
        each(SEED, FEW, this::changeADay);

        assertTrue(cases.get() >= 10 * FEW, "" + cases);
    }

    @Test
    @Tag("decisions")
    void given_many_stable_histories_when_a_day_or_the_largest_order_is_changed_then_that_alone_decides_nothing() {
        each(OTHER_SEED, MANY, this::changeADay);
        System.out.println(cases + " changes of a day or an order");
    }

    /** A day's spend of a hundred times the usual made a level of cost of its own; its orders moved what is known of an order's value. */
    @ParameterizedTest
    @ValueSource(longs = {20261059, 20260763, 20261028, 20261136, 20262085, 20280134})
    void given_a_history_on_which_a_day_once_decided_when_it_is_changed_then_it_decides_nothing(long seed) {
        each(seed, 1, this::changeADay);
    }

    @Test
    void given_what_is_scaled_when_it_is_acted_upon_or_a_holiday_comes_then_it_does_not_end() {
        each(SEED, FEW_MARKETS, this::act);

        assertTrue(cases.get() >= 5 * FEW_MARKETS, "" + cases);
    }

    @Test
    @Tag("decisions")
    void given_much_that_is_scaled_when_it_is_acted_upon_or_a_holiday_comes_then_it_does_not_end() {
        all(OTHER_SEED, MANY, this::act);

        System.out.println(
                cases + " held through growth, a replica or a holiday but " + failures + "; excused " + excused);
        assertTrue(failures.size() <= MOST_TIPPED * cases.get(), failures + " of " + cases);
        assertTrue(excused.get() <= MOST_EXCUSED * cases.get(), excused + " of " + cases);
    }

    /** A week that all shared, or a replica, made a change of level, a run or a drift. */
    @ParameterizedTest
    @ValueSource(longs = {20260794, 20260843, 20261129, 20262064, 20262361, 20262388, 20270041, 20270067, 20270335})
    void given_a_market_in_which_what_all_shared_once_ended_scale_when_it_comes_then_nothing_ends(long seed) {
        each(seed, 1, this::act);

        assertEquals(0, excused.get());
    }

    @Test
    void given_a_past_day_when_later_records_have_come_in_then_the_answer_is_what_it_was() {
        each(SEED, 5, seed -> {
            LocalDate day = StableHistory.date(200 + RandomSource.seeded(seed).below(190));
            List<StableHistory> market = market(seed);
            Asking asking = Asking.asOf(day, Dimension.PRODUCT);
            Recommendations then =
                    asking.of(ledger(market.stream().map(h -> h.knownOn(day)).toList(), day));
            Recommendations now = asking.of(ledger(market, day));
            check(then.equals(now), () -> "seed " + seed + ", " + day);
        });
    }

    private void each(long seed, int histories, LongConsumer check) {
        all(seed, histories, check);
        assertEquals(List.of(), failures);
    }

    private static void all(long seed, int histories, LongConsumer check) {
        LongStream.range(seed, seed + histories).parallel().forEach(check);
    }

    private void check(boolean holds, Supplier<String> what) {
        if (!holds) {
            failures.add(what.get());
        }
    }

    /** Of a history whose cost lies about what an inquiry may cost, now and then beside others. */
    private void changeADay(long seed) {
        RandomSource random = RandomSource.seeded(seed);
        StableHistory history = StableHistory.draw("p", 28 + 24 * random.uniform(), seed);
        List<StableHistory> beside = IntStream.range(0, seed % 8 == 0 ? 5 : 0)
                .mapToObj(i -> StableHistory.draw("other " + i, 15 + 10 * i, 10 * seed + i))
                .toList();
        int day = random.chance(0.5)
                ? random.below(StableHistory.DAYS)
                : history.orders().get(random.below(history.orders().size())).day();
        Map<String, StableHistory> changed = new LinkedHashMap<>();
        for (double factor : FACTORS) {
            changed.put("spend x " + factor, history.spend(d -> d == day, factor));
            changed.put("inquiries x " + factor, history.inquiries(d -> d == day, factor));
            changed.put("orders x " + factor, history.orders(day, (int) factor));
            changed.put("margins x " + factor, history.margins(order -> order.day() == day, factor));
        }
        decidesNothing("seed " + seed + ", day " + day, history.withoutWeek(day / 7), changed, beside);

        StableHistory.Order largest = history.largest();
        Map<String, StableHistory> lucky = new LinkedHashMap<>();
        for (double factor : FACTORS) {
            lucky.put("x " + factor, history.margins(order -> order == largest, factor));
        }
        decidesNothing("seed " + seed + ", largest order", history.without(largest), lucky, beside);
    }

    private void decidesNothing(
            String what, StableHistory without, Map<String, StableHistory> changed, List<StableHistory> beside) {
        Recommendation unchanged = judged(without, beside, StableHistory.LAST);
        if (unchanged.probabilityOfTarget() == null) {
            return;
        }
        boolean stable = looksStable(unchanged);
        double probability = unchanged.probabilityOfTarget();
        changed.forEach((how, history) -> {
            Recommendation item = judged(history, beside, StableHistory.LAST);
            cases.incrementAndGet();
            check(
                    item.action() != Action.FIX || 1 - probability >= LEAVE_OUT - SHARED,
                    () -> what + " " + how + ": FIX though without it P is " + probability);
            check(
                    !stable
                            || item.action() != Action.SCALE
                            || probability >= LEAVE_OUT
                            || enteredWithout(without, beside, item.scaleSince()) && probability >= SCALE_END - SHARED,
                    () -> what + " " + how + ": SCALE since " + item.scaleSince() + " though without it P is "
                            + probability);
        });
    }

    /**
     * Of stable histories one in some has a change of level by chance, which a day of a hundred times the usual may hide; only FIX looks for
     * one that is hidden.
     */
    private static boolean looksStable(Recommendation item) {
        return Stream.of(
                        item.evidence().stability().cost(),
                        item.evidence().stability().volume())
                .allMatch(summary -> summary.verdict() == Verdict.STABLE
                        && summary.changePoints().isEmpty());
    }

    /** Hysteresis: what is SCALE at a lower P had a higher one when it became so, without the day or the order too. */
    private static boolean enteredWithout(StableHistory without, List<StableHistory> beside, LocalDate since) {
        return since.isBefore(StableHistory.LAST)
                && judged(without, beside, since).probabilityOfTarget() >= LEAVE_OUT - SHARED;
    }

    /** Of four products side by side, for whose inquiries more or less is paid. */
    private void act(long seed) {
        RandomSource random = RandomSource.seeded(seed);
        List<StableHistory> market = market(seed);
        Map<Object, Recommendation> before = judged(market);
        int acted = StableHistory.DAYS - 7 * (1 + random.below(8));
        StableHistory first = market.get(0);
        StableHistory half = StableHistory.draw(first.product(), 2.5, 12, 10 * seed + MARKET);
        List<StableHistory> grown = new ArrayList<>(market);
        grown.set(0, first.plus(half.from(acted)));
        List<StableHistory> large = new ArrayList<>(market);
        large.set(0, first.plus(half));
        stays("seed " + seed + ", half as much again", before, grown, acted, large);

        List<StableHistory> replica = new ArrayList<>(market);
        replica.add(StableHistory.draw("replica", 12, 10 * seed + MARKET + 1).from(acted));
        stays("seed " + seed + ", a replica", before, replica, acted, market);

        int holiday = StableHistory.WEEKS - 1 - random.below(12);
        List<StableHistory> pause =
                market.stream().map(h -> h.withoutWeek(holiday)).toList();
        for (double spend : new double[] {1, 0.5}) {
            UnaryOperator<StableHistory> empty =
                    h -> h.inquiries(d -> d / 7 == holiday, 0.2).spend(d -> d / 7 == holiday, spend);
            stays(
                    "seed " + seed + ", a holiday in week " + holiday + " at a spend of " + spend,
                    before,
                    market.stream().map(empty).toList(),
                    7 * holiday,
                    pause);
        }
    }

    /**
     * What was SCALE when the change came still is.
     *
     * @param quiet the same products without what is done to them
     */
    private void stays(
            String what,
            Map<Object, Recommendation> before,
            List<StableHistory> changed,
            int from,
            List<StableHistory> quiet) {
        Map<Object, Recommendation> after = judged(changed);
        for (StableHistory history : quiet) {
            Recommendation item = before.get(history.product());
            if (item.action() == Action.SCALE && item.scaleSince().isBefore(StableHistory.date(from))) {
                cases.incrementAndGet();
                Recommendation now = after.get(history.product());
                boolean ended = now.action() != Action.SCALE;
                boolean excuse = ended && (isLoss(item, now) || isChance(now, history));
                excused.addAndGet(excuse ? 1 : 0);
                check(
                        !ended || excuse,
                        () -> what + ": " + history.product() + " " + now.reason() + ", P " + item.probabilityOfTarget()
                                + " -> " + now.probabilityOfTarget());
            }
        }
    }

    /** What inquiries that did not come have cost is lost: a P that was near the end of SCALE may be below it then. */
    private static boolean isLoss(Recommendation before, Recommendation now) {
        return now.reason() == Reason.WITHIN_RANGE && before.probabilityOfTarget() < NEAR_ITS_END;
    }

    /**
     * Whether a product's own weeks raise the same alarm where it is alone, so that chance in the others excuses nothing, and nothing
     * is done to it: what has grown was as large throughout, and the week of a holiday is a pause.
     */
    private static boolean isChance(Recommendation now, StableHistory quiet) {
        var alarms = now.evidence().stability();
        var alone = judged(quiet, List.of(), StableHistory.LAST).evidence().stability();
        return now.reason() == Reason.UNSTABLE_COST
                        && alone.cost().verdict() == alarms.cost().verdict()
                || now.reason() == Reason.UNSTABLE_VOLUME
                        && alone.volume().verdict() == alarms.volume().verdict();
    }

    private static List<StableHistory> market(long seed) {
        return IntStream.range(0, MARKET)
                .mapToObj(i -> StableHistory.draw("p" + i, 12 + 6 * i, 10 * seed + i))
                .toList();
    }

    private static Map<Object, Recommendation> judged(List<StableHistory> market) {
        return Asking.asOf(StableHistory.LAST, Dimension.PRODUCT)
                .of(ledger(market, StableHistory.LAST))
                .items()
                .stream()
                .collect(Collectors.toMap(
                        item -> item.segment().get("product"), item -> item, (a, b) -> a, TreeMap::new));
    }

    private static Recommendation judged(StableHistory history, List<StableHistory> beside, LocalDate day) {
        List<StableHistory> all = new ArrayList<>(beside);
        all.add(history);
        return Asking.asOf(day, Dimension.PRODUCT).of(ledger(all, day), history.product());
    }

    private static Ledger ledger(List<StableHistory> histories, LocalDate day) {
        LedgerFixture fixture = new LedgerFixture();
        histories.forEach(history -> history.in(fixture));
        return fixture.asOf(day);
    }
}
