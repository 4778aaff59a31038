package dev.leadline.calibration.untidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.calibration.DelayLaw;
import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether what is called the truth of a simulated market is what its records come from. */
@Execution(CONCURRENT)
class UntidyMarketTest {

    private static final long SEED = 5;
    private static final int MARKETS = 3;
    private static final double ERRORS = 4;
    private static final int DRAWS = 100_000;

    static List<OrderSizes> sizes() {
        OrderSizes usual = new OrderSizes.LogNormal(0.8);
        return List.of(
                usual,
                usual.withShare(0.3, 0.02),
                usual.withShare(0.06, 40),
                // Of a lighter tail than the markets': theirs has no variance to test a mean by.
                new OrderSizes.ParetoTailed(0.8, 0.2, 4),
                Articles.sizes(usual, Articles.shares(RandomSource.seeded(SEED))));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void given_order_sizes_when_many_are_drawn_then_their_mean_is_the_mean(OrderSizes sizes) {
        RandomSource random = RandomSource.seeded(SEED);
        double mean = IntStream.range(0, DRAWS)
                .mapToDouble(i -> sizes.draw(random))
                .average()
                .orElseThrow();

        assertEquals(sizes.mean(), mean, 0.05 * sizes.mean());
    }

    @Test
    void given_customers_who_come_back_and_cancel_when_many_are_drawn_then_they_bring_what_is_expected() {
        OrderSizes sizes = new OrderSizes.LogNormal(0.5);
        Customers customers =
                new Customers(DelayLaw.LOG_LOGISTIC, 60, 0.8, 50, new Cancellation(0.2, 100, 140), sizes, 2_000);
        Outcome expected = customers.by(UntidyMarket.HORIZON);
        RandomSource random = RandomSource.seeded(SEED);
        double share = 0;
        double margin = 0;
        for (int i = 0; i < DRAWS; i++) {
            List<Order> counting = customers.draw(random).stream()
                    .filter(order -> order.stands() && order.lag() <= UntidyMarket.HORIZON)
                    .toList();
            share += counting.isEmpty() ? 0 : 1.0 / DRAWS;
            margin += counting.stream().mapToDouble(Order::margin).sum() / DRAWS;
        }

        assertEquals(expected.share(), share, 0.005);
        assertEquals(expected.margin(), margin, 0.02 * expected.margin());
    }

    @ParameterizedTest
    @EnumSource
    void given_a_condition_then_its_records_come_from_what_is_called_its_truth(Condition condition) {
        List<UntidyMarket> markets = IntStream.range(0, condition.markets(MARKETS))
                .mapToObj(market -> MarketSimulation.draw(condition, SEED + market))
                .toList();

        // Of a Pareto tail the mean of a few hundred orders says too little.
        if (condition != Condition.HEAVY_TAIL) {
            assertOneOnAverage(markets.stream()
                    .flatMap(market -> market.truths().values().stream())
                    .mapToDouble(truth -> (1 + truth.realisedRoi()) / (1 + truth.expectedRoi())));
        }
        // What regions cost the records do not tell.
        if (condition != Condition.REGIONS) {
            assertOneOnAverage(markets.stream().flatMapToDouble(UntidyMarketTest::costsByTruth));
        }
    }

    private static DoubleStream costsByTruth(UntidyMarket market) {
        int last = market.ledger().days() - 1;
        int first = Math.max(0, last + 1 - UntidyMarket.WINDOW_DAYS);
        return Segmenter.of(market.ledger(), List.of(market.grouping()), Filter.NONE, first, last).stream()
                .filter(segment -> truth(market, segment) != null)
                .mapToDouble(segment -> segment.spend(first, last, Omission.NONE)
                        / segment.inquiries(first, last)
                        / truth(market, segment).costPerInquiry());
    }

    private static SegmentTruth truth(UntidyMarket market, SegmentLedger segment) {
        return market.truths().get(segment.segment().values().get(market.grouping()));
    }

    private static void assertOneOnAverage(DoubleStream values) {
        double[] ratios = values.toArray();
        double mean = DoubleStream.of(ratios).average().orElseThrow();
        double squares =
                DoubleStream.of(ratios).map(r -> (r - mean) * (r - mean)).sum();

        assertEquals(1, mean, ERRORS * Math.sqrt(squares) / ratios.length);
    }
}
