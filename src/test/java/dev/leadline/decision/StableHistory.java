package dev.leadline.decision;

import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A simulated history of one product that is stable but for chance, over 56 weeks up to a Sunday. Days are counted from its first.
 *
 * @param inquiries by day
 * @param spend by day
 * @param orders first deals
 */
record StableHistory(String product, int[] inquiries, double[] spend, List<Order> orders) {

    /** The last day, a Sunday. */
    static final LocalDate LAST = LocalDate.of(2026, 6, 28);

    static final int WEEKS = 56;
    static final int DAYS = 7 * WEEKS;

    /** An order of an inquiry of a day. */
    record Order(int day, int lag, double margin) {}

    /** Draws a history of 5 inquiries a day; see {@link #draw(String, double, double, long)}. */
    static StableHistory draw(String product, double cost, long seed) {
        return draw(product, 5, cost, seed);
    }

    /**
     * Draws a history in which 5 % of the inquiries become orders of 1,000 on average, so that one earns about 50.
     *
     * @param volume inquiries a day
     * @param cost of an inquiry
     */
    static StableHistory draw(String product, double volume, double cost, long seed) {
        RandomSource random = RandomSource.seeded(seed);
        int[] inquiries = new int[DAYS];
        double[] spend = new double[DAYS];
        List<Order> orders = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            inquiries[day] = random.count(volume, 1.3);
            spend[day] = volume * cost * (0.8 + 0.4 * random.uniform());
            for (int i = 0; i < inquiries[day]; i++) {
                if (random.chance(0.05)) {
                    orders.add(new Order(day, (int) random.logNormal(18, 0.7), random.logNormal(730, 0.8)));
                }
            }
        }
        return new StableHistory(product, inquiries, spend, orders);
    }

    static LocalDate date(int day) {
        return LAST.minusDays(DAYS - 1L - day);
    }

    /** Without the inquiries, the spend and the orders of a week. */
    StableHistory withoutWeek(int week) {
        return only(day -> day / 7 != week);
    }

    /** What of it had come in by the end of a day. */
    StableHistory knownOn(LocalDate day) {
        StableHistory received = only(d -> !date(d).isAfter(day));
        return new StableHistory(
                product,
                received.inquiries,
                received.spend,
                received.orders.stream()
                        .filter(order -> !date(order.day() + order.lag()).isAfter(day))
                        .toList());
    }

    /** Without what was before a day. */
    StableHistory from(int first) {
        return only(day -> day >= first);
    }

    private StableHistory only(IntPredicate days) {
        return new StableHistory(
                product,
                IntStream.range(0, DAYS)
                        .map(day -> days.test(day) ? inquiries[day] : 0)
                        .toArray(),
                IntStream.range(0, DAYS)
                        .mapToDouble(day -> days.test(day) ? spend[day] : 0)
                        .toArray(),
                orders.stream().filter(order -> days.test(order.day())).toList());
    }

    /** With all that another history of the product has beside. */
    StableHistory plus(StableHistory other) {
        return new StableHistory(
                product,
                IntStream.range(0, DAYS)
                        .map(day -> inquiries[day] + other.inquiries[day])
                        .toArray(),
                IntStream.range(0, DAYS)
                        .mapToDouble(day -> spend[day] + other.spend[day])
                        .toArray(),
                Stream.concat(orders.stream(), other.orders.stream()).toList());
    }

    /** With the spend of some days times a factor. */
    StableHistory spend(IntPredicate days, double factor) {
        double[] changed = spend.clone();
        for (int day = 0; day < DAYS; day++) {
            changed[day] *= days.test(day) ? factor : 1;
        }
        return new StableHistory(product, inquiries, changed, orders);
    }

    /** With the inquiries of some days times a factor, rounded up and down in turn, and no more orders than inquiries. */
    StableHistory inquiries(IntPredicate days, double factor) {
        int[] changed = inquiries.clone();
        for (int day = 0; day < DAYS; day++) {
            if (days.test(day)) {
                changed[day] = (int) (changed[day] * factor + (day % 2 == 0 ? 0.5 : 0));
            }
        }
        int[] left = changed.clone();
        return new StableHistory(
                product,
                changed,
                spend,
                orders.stream().filter(order -> left[order.day()]-- > 0).toList());
    }

    /** With so many times the orders of the inquiries of a day, each of an inquiry of its own. */
    StableHistory orders(int day, int times) {
        int[] changed = inquiries.clone();
        List<Order> more = new ArrayList<>();
        for (Order order : orders) {
            int copies = order.day() == day ? times : 1;
            for (int copy = 0; copy < copies; copy++) {
                more.add(order);
            }
            changed[order.day()] += Math.max(0, copies - 1);
        }
        return new StableHistory(product, changed, spend, more);
    }

    /** With the margin of some orders times a factor. */
    StableHistory margins(Predicate<Order> some, double factor) {
        return new StableHistory(
                product,
                inquiries,
                spend,
                orders.stream()
                        .map(o -> some.test(o) ? new Order(o.day(), o.lag(), factor * o.margin()) : o)
                        .toList());
    }

    StableHistory without(Order some) {
        return new StableHistory(
                product,
                inquiries,
                spend,
                orders.stream().filter(o -> o != some).toList());
    }

    /** The largest that is known on the last day. */
    Order largest() {
        return orders.stream()
                .filter(order -> order.day() + order.lag() < DAYS)
                .max(Comparator.comparingDouble(Order::margin))
                .orElseThrow();
    }

    LedgerFixture in(LedgerFixture fixture) {
        fixture.campaign(product, Map.of(Dimension.PRODUCT, product));
        for (int day = 0; day < DAYS; day++) {
            if (inquiries[day] > 0) {
                fixture.inquiries(product, date(day), inquiries[day]);
            }
            if (spend[day] > 0) {
                fixture.spend(product, date(day), String.format(Locale.ROOT, "%.2f", spend[day]));
            }
        }
        orders.forEach(order -> fixture.deal(
                product, date(order.day()), order.lag(), String.format(Locale.ROOT, "%.2f", order.margin())));
        return fixture;
    }
}
