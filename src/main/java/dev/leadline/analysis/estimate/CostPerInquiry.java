package dev.leadline.analysis.estimate;

import dev.leadline.statistics.Garwood;
import dev.leadline.statistics.Interval;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The cost of an inquiry: the spend is known, the count is random. With over-dispersion phi the expected count has the
 * distribution phi x gamma(n / phi + 1/2).
 */
final class CostPerInquiry {

    private static final int NODES = 15;

    private final double spend;
    private final double inquiries;
    private final double phi;

    CostPerInquiry(double spend, double inquiries, double phi) {
        this.spend = spend;
        this.inquiries = inquiries;
        this.phi = phi;
    }

    /** spend / [U, L] of Garwood's interval; only where there is an inquiry. */
    Interval interval(double level) {
        Interval count = Garwood.mean(inquiries, phi, level);
        double high = count.low() > 0 ? spend / count.low() : Double.POSITIVE_INFINITY;
        return new Interval(spend / inquiries, spend / count.high(), high, level);
    }

    /** Equally probable costs, the midpoints of as many slices of probability. */
    double[] nodes() {
        double[] costs = new double[spend == 0 ? 1 : NODES];
        if (spend > 0) {
            GammaDistribution count = GammaDistribution.of(inquiries / phi + 0.5, phi);
            for (int i = 0; i < NODES; i++) {
                costs[i] = spend / count.inverseCumulativeProbability((i + 0.5) / NODES);
            }
        }
        return costs;
    }
}
