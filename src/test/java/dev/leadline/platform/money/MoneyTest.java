package dev.leadline.platform.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Sums of money are exact, however large. */
class MoneyTest {

    @Test
    void a_sum_beyond_a_long_is_exact() {
        long most = 10_000_000_000_000_000L;
        Money.Sum sum = new Money.Sum();
        for (int i = 0; i < 3_000; i++) {
            sum.add(most);
        }
        sum.add(1);

        assertEquals(new BigDecimal("3000000000000000.0001"), sum.amount());
    }

    @Test
    void a_sum_of_losses_beyond_a_long_is_exact() {
        Money.Sum sum = new Money.Sum();
        sum.add(Long.MIN_VALUE);
        sum.add(-1);

        assertEquals(new BigDecimal("-922337203685477.5809"), sum.amount());
    }

    @Test
    void sums_add_up() {
        Money.Sum one = new Money.Sum();
        one.add(Long.MAX_VALUE);
        one.add(Long.MAX_VALUE);
        Money.Sum other = new Money.Sum();
        other.add(one);
        other.add(one);

        assertEquals(new BigDecimal("922337203685477.5807").multiply(BigDecimal.valueOf(4)), other.amount());
    }

    @Test
    void an_amount_is_the_nearest_double() {
        assertEquals(0.3, Money.approximate(3_000));
        assertEquals(0.0003, Money.approximate(3));
    }

    @Test
    void a_computed_amount_is_rounded_to_the_nearest_unit() {
        assertEquals(new BigDecimal("0.3"), Money.rounded(0.1 + 0.2));
        assertEquals(new BigDecimal("-12.3457"), Money.rounded(-12.34567));
        assertEquals(new BigDecimal("100"), Money.rounded(100.00001));
        assertEquals(new BigDecimal("0"), Money.rounded(0));
    }
}
