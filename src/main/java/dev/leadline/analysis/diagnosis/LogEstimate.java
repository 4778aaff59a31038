package dev.leadline.analysis.diagnosis;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The logarithm of a positive figure with the standard deviation of what is not known of it.
 *
 * @param log natural logarithm
 * @param sd its standard deviation, not negative; of members of a peer group above 0
 */
record LogEstimate(double log, double sd) {

    /** Nothing that is estimated is known exactly, and weights are divided by it. */
    private static final double LEAST_SD = 1e-6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** From the 16 % and 84 % points of a posterior. */
    static LogEstimate between(double low, double middle, double high) {
        return new LogEstimate(Math.log(middle), Math.max(LEAST_SD, Math.log(high / low) / 2));
    }

    /**
     * The mean of a peer group, each member weighed by 1 / (spread of the peer group + what is not known of it); the spread by
     * moments (R. DerSimonian and N. Laird 1986, Meta-analysis in clinical trials).
     */
    static LogEstimate meanOf(List<LogEstimate> peerGroup) {
        double[] counts = weights(peerGroup);
        double total = 0;
        double mean = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            mean += counts[i] * peerGroup.get(i).log;
        }
        return new LogEstimate(mean / total, Math.sqrt(1 / total));
    }

    /** How much each member of a peer group counts in {@link #meanOf}. */
    static double[] weights(List<LogEstimate> peerGroup) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (LogEstimate member : peerGroup) {
            double weight = 1 / (member.sd * member.sd);
            weights += weight;
            sum += weight * member.log;
            squares += weight * weight;
        }
        double fixed = sum / weights;
        double q = 0;
        for (LogEstimate member : peerGroup) {
            q += (member.log - fixed) * (member.log - fixed) / (member.sd * member.sd);
        }
        double denominator = weights - squares / weights;
        double spread = denominator <= 0 ? 0 : Math.max(0, (q - (peerGroup.size() - 1)) / denominator);
        return peerGroup.stream()
                .mapToDouble(member -> 1 / (spread + member.sd * member.sd))
                .toArray();
    }

    /** The probability that this figure is truly below another. */
    double probabilityBelow(LogEstimate other) {
        return NORMAL.cumulativeProbability((other.log - log) / Math.hypot(sd, other.sd));
    }
}
