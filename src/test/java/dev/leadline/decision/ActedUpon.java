package dev.leadline.decision;

import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Acts on SCALE in a stable market, and lets a holiday come: what was SCALE before still is.
 *
 * @param before what was recommended without, by product
 */
record ActedUpon(Tally tally, Map<Object, Recommendation> before) {

    /** Where P was below this, SCALE was near its end. */
    private static final double NEAR_ITS_END = 0.85;

    /** Half as much again of the first product, a replica of it, and a holiday of all. */
    static void act(Tally tally, long seed) {
        RandomSource random = RandomSource.seeded(seed);
        List<StableHistory> market = StableMarket.draw(seed).histories();
        ActedUpon trial = new ActedUpon(tally, new StableMarket(market).judged());
        int acted = StableHistory.DAYS - 7 * (1 + random.below(8));
        StableHistory first = market.get(0);
        StableHistory half = StableHistory.draw(first.product(), 2.5, 12, 10 * seed + StableMarket.PRODUCTS);
        List<StableHistory> grown = new ArrayList<>(market);
        grown.set(0, first.plus(half.from(acted)));
        List<StableHistory> large = new ArrayList<>(market);
        large.set(0, first.plus(half));
        trial.stays("seed " + seed + ", half as much again", grown, acted, large);

        List<StableHistory> replica = new ArrayList<>(market);
        replica.add(StableHistory.draw("replica", 12, 10 * seed + StableMarket.PRODUCTS + 1)
                .from(acted));
        trial.stays("seed " + seed + ", a replica", replica, acted, market);

        int holiday = StableHistory.WEEKS - 1 - random.below(12);
        List<StableHistory> pause =
                market.stream().map(h -> h.withoutWeek(holiday)).toList();
        for (double spend : new double[] {1, 0.5}) {
            UnaryOperator<StableHistory> empty =
                    h -> h.inquiries(d -> d / 7 == holiday, 0.2).spend(d -> d / 7 == holiday, spend);
            trial.stays(
                    "seed " + seed + ", a holiday in week " + holiday + " at a spend of " + spend,
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
    private void stays(String what, List<StableHistory> changed, int from, List<StableHistory> quiet) {
        Map<Object, Recommendation> after = new StableMarket(changed).judged();
        for (StableHistory history : quiet) {
            Recommendation item = before.get(history.product());
            if (item.action() == Action.SCALE && item.scaleSince().isBefore(StableHistory.date(from))) {
                tally.countCase();
                Recommendation now = after.get(history.product());
                boolean ended = now.action() != Action.SCALE;
                boolean excuse = ended && (isLoss(item, now) || isChance(now, history));
                if (excuse) {
                    tally.excuse();
                }
                tally.check(
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
        var alone = new StableMarket(List.of())
                .judgedWith(quiet, StableHistory.LAST)
                .evidence()
                .stability();
        return now.reason() == Reason.UNSTABLE_COST
                        && alone.cost().verdict() == alarms.cost().verdict()
                || now.reason() == Reason.UNSTABLE_VOLUME
                        && alone.volume().verdict() == alarms.volume().verdict();
    }
}
