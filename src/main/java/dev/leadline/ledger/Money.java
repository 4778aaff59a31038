package dev.leadline.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Money inside the ledger: whole units of 1/10,000, exact. One amount fits a long (10^12 x 10^4); sums use {@link Sum}. */
public final class Money {

    private static final int SCALE = 4;
    private static final double UNITS = 1e4;

    private Money() {}

    /** The amount as the nearest double, for estimates. */
    public static double approximate(long units) {
        return units / UNITS;
    }

    /** An amount computed as a double, to the nearest unit, in as few decimals as it needs. */
    public static BigDecimal rounded(double amount) {
        return plain(BigDecimal.valueOf(amount).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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

        public BigInteger units() {
            return large.add(BigInteger.valueOf(small));
        }

        public void addUnits(BigInteger units) {
            large = large.add(units);
        }

        /** The sum, with up to 4 decimals. */
        public BigDecimal amount() {
            return plain(new BigDecimal(units(), SCALE));
        }
    }
}
