package dev.leadline.calibration.untidy;

import dev.leadline.demo.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** How large the orders of a product are, in any unit: only their ratios matter. */
interface OrderSizes {

    double draw(RandomSource random);

    double mean();

    /** The same, but for a share of the orders that are so many times as large. */
    default OrderSizes withShare(double share, double factor) {
        return new Mixed(this, new double[] {1 - share, share}, new double[] {1, factor});
    }

    /**
     * Of median 1.
     *
     * @param logSd standard deviation of the log
     */
    record LogNormal(double logSd) implements OrderSizes {

        @Override
        public double draw(RandomSource random) {
            return random.logNormal(1, logSd);
        }

        @Override
        public double mean() {
            return Math.exp(logSd * logSd / 2);
        }
    }

    /**
     * Log-normal below a threshold, and a Pareto tail above it.
     *
     * @param logSd of the log-normal
     * @param share of the orders above the threshold
     * @param exponent of the tail; above 1, or there is no mean
     */
    record ParetoTailed(double logSd, double share, double exponent) implements OrderSizes {

        private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

        @Override
        public double draw(RandomSource random) {
            if (random.chance(share)) {
                return threshold() * Math.pow(random.uniform(), -1 / exponent);
            }
            return Math.exp(logSd * STANDARD.inverseCumulativeProbability((1 - share) * random.uniform()));
        }

        @Override
        public double mean() {
            double below = Math.exp(logSd * logSd / 2) * STANDARD.cumulativeProbability(quantile() - logSd);
            return below + share * threshold() * exponent / (exponent - 1);
        }

        private double threshold() {
            return Math.exp(logSd * quantile());
        }

        private double quantile() {
            return STANDARD.inverseCumulativeProbability(1 - share);
        }
    }

    /**
     * Orders of some sizes, a share of them so many times as large.
     *
     * @param shares sum to 1
     * @param factors one for each share
     */
    record Mixed(OrderSizes sizes, double[] shares, double[] factors) implements OrderSizes {

        @Override
        public double draw(RandomSource random) {
            double left = random.uniform();
            int kind = 0;
            while (kind < shares.length - 1 && left >= shares[kind]) {
                left -= shares[kind++];
            }
            return factors[kind] * sizes.draw(random);
        }

        @Override
        public double mean() {
            double factor = 0;
            for (int kind = 0; kind < shares.length; kind++) {
                factor += shares[kind] * factors[kind];
            }
            return factor * sizes.mean();
        }
    }
}
