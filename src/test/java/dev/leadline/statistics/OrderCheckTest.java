package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCheckTest {

    private static final double LOG_SD = 0.8;
    /** Of the largest order of a product whose others are about 1. */
    private static final double HUGE = 150;

    private final RandomSource random = RandomSource.seeded(17);
    private final List<OrderMargins> siblings =
            IntStream.range(0, 6).mapToObj(i -> usual(40)).toList();

    /** As a log-normal lets expect them, without chance. */
    private static double[] typical(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.exp(LOG_SD * StandardNormal.quantile((i + 0.5) / count)))
                .toArray();
    }

    private static OrderMargins usual(int count) {
        return OrderMargins.of(typical(count));
    }

    private static OrderMargins with(int count, double... more) {
        return OrderMargins.of(DoubleStream.concat(Arrays.stream(typical(count)), Arrays.stream(more))
                .toArray());
    }

    private OddOrders check(OrderMargins own) {
        return OrderCheck.of(siblings).of(own, null);
    }

    @Test
    void given_one_huge_order_among_small_ones_then_it_is_odd_and_no_other() {
        OrderMargins own = with(46, HUGE);
        OddOrders odd = check(own);

        assertEquals(new OddOrders(0, HUGE), odd);
        assertEquals(1, odd.of(own).large().deals());
        assertEquals(HUGE, odd.of(own).large().gains().sum());
        assertEquals(0, odd.of(own).small());
        assertEquals(own.statistics(), odd.usual(own));
    }

    @Test
    void given_huge_orders_that_hide_one_another_then_all_are_odd() {
        assertEquals(100, check(with(46, HUGE, 120, 100)).large());
    }

    @Test
    void given_so_many_huge_orders_that_they_are_a_kind_then_none_is_odd() {
        assertEquals(OddOrders.NONE, check(with(46, 100, 105, 110, 115, 120, 125, 130, 135)));
        assertEquals(105, check(with(46, 105, 110, 115, 120, 125, 130, 135)).large());
    }

    @Test
    void given_siblings_that_have_such_orders_then_none_is_odd() {
        List<OrderMargins> alike =
                IntStream.range(0, 6).mapToObj(i -> with(38, 90, HUGE)).toList();

        assertEquals(OddOrders.NONE, OrderCheck.of(alike).of(with(46, HUGE), null));
    }

    /** A model that has seen the order itself would expect it. */
    @Test
    void given_its_own_orders_among_the_siblings_then_they_do_not_count() {
        OrderMargins own = with(46, HUGE, HUGE, HUGE);
        List<OrderMargins> all = new ArrayList<>(siblings);
        all.add(own);

        assertEquals(HUGE, OrderCheck.of(all).of(own, own).large());
        assertEquals(OddOrders.NONE, OrderCheck.of(all).of(own, null));
    }

    @Test
    void given_no_siblings_then_one_huge_order_is_odd_all_the_same() {
        assertEquals(200, OrderCheck.of(List.of()).of(with(46, 200), null).large());
    }

    @Test
    void given_an_order_less_than_twenty_times_the_median_then_it_is_not_odd_however_alike_the_others_are() {
        double[] fixed = new double[46];
        Arrays.fill(fixed, 100);
        fixed[0] = 1_900;
        List<OrderMargins> prices = IntStream.range(0, 6)
                .mapToObj(i -> OrderMargins.of(
                        DoubleStream.generate(() -> 100).limit(40).toArray()))
                .toList();

        assertEquals(OddOrders.NONE, OrderCheck.of(prices).of(OrderMargins.of(fixed), null));
        fixed[0] = 20_000;
        assertEquals(
                20_000, OrderCheck.of(prices).of(OrderMargins.of(fixed), null).large());
    }

    @Test
    void given_samples_that_no_sibling_gives_then_they_are_a_kind_of_their_own() {
        double[] samples = Arrays.stream(typical(14)).map(size -> size / 50).toArray();
        OrderMargins own = with(32, samples);
        OddOrders odd = check(own);

        assertEquals(0.2 * own.median(), odd.small());
        assertEquals(Double.POSITIVE_INFINITY, odd.large());
        assertEquals(14, odd.of(own).small(), 2);
        assertEquals(46, odd.of(own).small() + odd.usual(own).deals());
    }

    @Test
    void given_siblings_that_give_samples_too_then_nothing_is_odd() {
        List<OrderMargins> alike = IntStream.range(0, 6)
                .mapToObj(i -> with(
                        30, Arrays.stream(typical(8 + i)).map(size -> size / 50).toArray()))
                .toList();
        OrderMargins own =
                with(32, Arrays.stream(typical(14)).map(size -> size / 50).toArray());

        assertEquals(OddOrders.NONE, OrderCheck.of(alike).of(own, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.8, 1.1})
    void given_log_normal_orders_then_hardly_any_segment_has_odd_ones(double logSd) {
        int segments = 0;
        int odd = 0;
        for (int market = 0; market < 150; market++) {
            List<OrderMargins> all = IntStream.range(0, 8)
                    .mapToObj(i -> OrderMargins.of(IntStream.range(0, 8 + random.below(200))
                            .mapToDouble(order -> Math.exp(i + logSd * random.normal()))
                            .toArray()))
                    .toList();
            OrderCheck check = OrderCheck.of(all);
            for (OrderMargins own : all) {
                segments++;
                odd += check.of(own, own).equals(OddOrders.NONE) ? 0 : 1;
            }
        }
        assertTrue(odd <= 0.005 * segments, odd + " of " + segments);
    }

    @Test
    void given_thin_data_then_nothing_is_odd() {
        assertEquals(OddOrders.NONE, check(OrderMargins.of()));
        assertEquals(OddOrders.NONE, check(OrderMargins.of(-5, 0)));
        assertEquals(OddOrders.NONE, check(OrderMargins.of(1, 1, 1, 1, 1, 1, 1e6)));
    }
}
