package dev.leadline.demo;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How long after their inquiry the deals of those who ever buy are closed: the G of a mixture-cure model (Boag 1949),
 * in which a share of all inquiries never buys.
 */
public sealed interface DealTiming {

    /** G: share of the buyers who have bought within {@code days}; 0 for days of 0 or less. */
    double shareWithin(double days);

    /** Days until a deal, drawn; positive. */
    double draw(RandomSource random);

    /**
     * Share of the buyers whose deal has a lag of at most {@code lag} whole days, that is G(lag + 1): a lag of 0 is
     * the inquiry's own day. 0 for a negative lag.
     */
    default double shareByLag(int lag) {
        return shareWithin(lag + 1.0);
    }

    /** Log-normal: half have bought within {@code medianDays}; {@code logSd} is the sd of the days' logarithm. */
    record LogNormal(double medianDays, double logSd) implements DealTiming {

        private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

        public LogNormal {
            Checks.require(medianDays > 0 && logSd > 0, "median and log-sd must be positive");
        }

        @Override
        public double shareWithin(double days) {
            return days <= 0 ? 0 : STANDARD_NORMAL.cumulativeProbability(StrictMath.log(days / medianDays) / logSd);
        }

        @Override
        public double draw(RandomSource random) {
            return random.logNormal(medianDays, logSd);
        }
    }

    /** Weibull: G(t) = 1 - exp(-(t / scaleDays)^shape). */
    record Weibull(double shape, double scaleDays) implements DealTiming {

        public Weibull {
            Checks.require(shape > 0 && scaleDays > 0, "shape and scale must be positive");
        }

        @Override
        public double shareWithin(double days) {
            return days <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(days / scaleDays, shape));
        }

        @Override
        public double draw(RandomSource random) {
            return scaleDays * StrictMath.pow(random.exponential(1), 1 / shape);
        }
    }
}
