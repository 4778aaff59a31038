package dev.leadline.decision;

import dev.leadline.analysis.stability.Verdict;
import dev.leadline.demo.RandomSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes a day, or the largest order, of a stable history in many ways, and compares what is recommended without it. */
record OneDayOrOrder(Tally tally, StableMarket others) {

    private static final double LEAVE_OUT = 0.75;
    private static final double SCALE_END = 0.5;
    /**
     * A leave-out recomputes P, but not the timing of deals, which the whole workspace shares and which still knows of what is left
     * out; and what is held is asked without the best weeks, not without the largest order.
     */
    private static final double SHARED = 0.05;

    private static final double[] FACTORS = {0, 2, 100};

    /** Takes a history whose cost lies about what an inquiry may cost, now and then beside others. */
    static void change(Tally tally, long seed) {
        RandomSource random = RandomSource.seeded(seed);
        StableHistory history = StableHistory.draw("p", 28 + 24 * random.uniform(), seed);
        StableMarket others = new StableMarket(IntStream.range(0, seed % 8 == 0 ? 5 : 0)
                .mapToObj(i -> StableHistory.draw("other " + i, 15 + 10 * i, 10 * seed + i))
                .toList());
        OneDayOrOrder trial = new OneDayOrOrder(tally, others);
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
        trial.decidesNothing("seed " + seed + ", day " + day, history.withoutWeek(day / 7), changed);

        StableHistory.Order largest = history.largest();
        Map<String, StableHistory> lucky = new LinkedHashMap<>();
        for (double factor : FACTORS) {
            lucky.put("x " + factor, history.margins(order -> order == largest, factor));
        }
        trial.decidesNothing("seed " + seed + ", largest order", history.without(largest), lucky);
    }

    private void decidesNothing(String what, StableHistory without, Map<String, StableHistory> changed) {
        Recommendation unchanged = others.judgedWith(without, StableHistory.LAST);
        if (unchanged.probabilityOfTarget() == null) {
            return;
        }
        boolean stable = looksStable(unchanged);
        double probability = unchanged.probabilityOfTarget();
        changed.forEach((how, history) -> {
            Recommendation item = others.judgedWith(history, StableHistory.LAST);
            tally.countCase();
            tally.check(
                    item.action() != Action.FIX || 1 - probability >= LEAVE_OUT - SHARED,
                    () -> what + " " + how + ": FIX though without it P is " + probability);
            tally.check(
                    !stable
                            || item.action() != Action.SCALE
                            || probability >= LEAVE_OUT
                            || enteredWithout(without, item.scaleSince()) && probability >= SCALE_END - SHARED,
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
    private boolean enteredWithout(StableHistory without, LocalDate since) {
        return since.isBefore(StableHistory.LAST)
                && others.judgedWith(without, since).probabilityOfTarget() >= LEAVE_OUT - SHARED;
    }
}
