package dev.leadline.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Money inside the ledger: whole units of 1/10,000, exact. One amount fits a long (10^12 x 10^4); sums use {@link Sum}. */
public final class Money {

    private static final int SCALE = 4;
    private static final double UNIT = 1e-4;

    private Money() {}

    static long units(BigDecimal amount) {
        return amount.movePointRight(SCALE).longValueExact();
    }

    /** The amount as a double, for estimates. */
    public static double approximate(long units) {
        return units * UNIT;
    }

    /** An exact sum that cannot overflow. */
    public static final class Sum {

        private long small;
        private BigInteger large = BigInteger.ZERO;

        public void add(long units) {
            long sum = small + units;
            if (((small ^ sum) & (units ^ sum)) < 0) {
                large = large.add(BigInteger.valueOf(small));
                small = units;
            } else {
                small = sum;
            }
        }

        public void add(Sum other) {
            add(other.small);
            large = large.add(other.large);
        }

        BigInteger units() {
            return large.add(BigInteger.valueOf(small));
        }

        void addUnits(BigInteger units) {
            large = large.add(units);
        }

        /** The sum, with up to 4 decimals. */
        public BigDecimal amount() {
            BigDecimal amount = new BigDecimal(units(), SCALE).stripTrailingZeros();
            return amount.scale() < 0 ? amount.setScale(0) : amount;
        }
    }
}
