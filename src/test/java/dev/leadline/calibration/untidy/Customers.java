package dev.leadline.calibration.untidy;

import dev.leadline.calibration.DelayLaw;
import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What inquiries that become customers order, and when. A customer whose first order is cancelled does not come back.
 *
 * @param delay from inquiry to first order
 * @param medianDelay in days
 * @param repeats mean number of further orders of a customer, ever
 * @param daysToRepeat mean days from the first order to a further one
 * @param sizes of the orders
 * @param margin mean of an order, in the currency
 */
record Customers(
        DelayLaw delay,
        double medianDelay,
        double repeats,
        double daysToRepeat,
        Cancellation cancellation,
        OrderSizes sizes,
        double margin) {

    private static final double LONGEST = 1e5;

    /** The orders of one customer, in the order they close. */
    List<Order> draw(RandomSource random) {
        Order first = order(random, (int) Math.min(LONGEST, delay.quantile(random.uniform(), medianDelay)));
        if (!first.stands()) {
            return List.of(first);
        }
        List<Order> orders = new ArrayList<>(List.of(first));
        for (int further = random.poisson(repeats); further > 0; further--) {
            orders.add(order(random, first.lag() + 1 + (int) random.exponential(daysToRepeat)));
        }
        orders.sort(Comparator.comparingInt(Order::lag));
        return orders;
    }

    private Order order(RandomSource random, int lag) {
        return new Order(lag, margin * sizes.draw(random) / sizes.mean(), cancellation.draw(random));
    }

    /** What they have brought by the horizon, on average. */
    Outcome by(int horizon) {
        double orders = 0;
        for (int lag = 0; lag <= horizon; lag++) {
            double come = delay.below(lag + 1.0, medianDelay) - delay.below(lag, medianDelay);
            double further = -repeats * Math.expm1(-(horizon - lag) / daysToRepeat);
            orders += come * (1 + (1 - cancellation.share()) * further);
        }
        double stand = 1 - cancellation.share();
        return new Outcome(stand * delay.below(horizon + 1.0, medianDelay), stand * orders * margin);
    }

    Customers withMargin(double other) {
        return new Customers(delay, medianDelay, repeats, daysToRepeat, cancellation, sizes, other);
    }
}
