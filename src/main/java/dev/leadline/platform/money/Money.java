package dev.leadline.platform.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Money to compute with: whole units of the last decimal that an amount may have, exact. One amount fits a long (10^12 x 10^4);
 * sums use {@link Sum}.
 */
public final class Money {

    /** How many units make 1. */
    public static final int UNITS = BigInteger.TEN.pow(Amounts.DECIMALS).intValueExact();

    private Money() {}

    /** The amount as the nearest double, for estimates. */
    public static double approximate(long units) {
        return units / (double) UNITS;
    }

    /** An amount computed as a double, to the nearest unit, in as few decimals as it needs. */
    public static BigDecimal rounded(double amount) {
        return plain(BigDecimal.valueOf(amount).setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** An exact sum that cannot overflow. */
    public static final class Sum {

        private long small;
        private BigInteger large = BigInteger.ZERO;

        /** Adds an amount in units. */
        public void add(long units) {
            long sum = small + units;
            if (((small ^ sum) & (units ^ sum)) < 0) {
                large = large.add(BigInteger.valueOf(small));
                small = units;
            } else {
                small = sum;
            }
        }

        /** Adds another sum. */
        public void add(Sum other) {
            add(other.small);
            large = large.add(other.large);
        }

        /** The sum in units. */
        public BigInteger units() {
            return large.add(BigInteger.valueOf(small));
        }

        /** Adds an amount in units, which need not fit a long. */
        public void addUnits(BigInteger units) {
            large = large.add(units);
        }

        /** The sum, in as few decimals as it needs. */
        public BigDecimal amount() {
            return plain(new BigDecimal(units(), Amounts.DECIMALS));
        }
    }
}
