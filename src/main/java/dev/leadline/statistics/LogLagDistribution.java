package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The distribution of the logarithm of the days to a deal, on bins: of no family, learnt from deals each of which could only be seen
 * between two times, and smooth where they are few.
 *
 * <p>Source: B. Efron and V. Petrosian (1999), Nonparametric methods for doubly truncated data, JASA 94, 824-834: the density is the deals
 * of a bin over the sum, of all deals that could be seen in it, of 1 over the probability that they could be seen at all.
 */
final class LogLagDistribution {

    private static final int BINS = LogLagBins.COUNT;
    private static final int ONE_DAY = LogLagBins.ONE_DAY;
    /** Before any deal is seen: as many, seen whatever they take, about the mean of all with this spread. */
    private static final double PRIOR_DEALS = 2;

    private static final double PRIOR_SPREAD = 1.5;
    /** The density is averaged over neighbours with weights of a normal distribution of this spread. */
    private static final double SMOOTHING = 0.2;
    /** Beyond so many spreads a neighbour weighs nothing. */
    private static final double KERNEL_REACH = 3;

    private static final double[] KERNEL = kernel();

    /** A probability counts as this at least, so that one deal where none was expected does not rule all else out. */
    private static final double LEAST = 1e-12;

    private static final double LOG_LEAST = Math.log(LEAST);

    private final double[] density;
    private final double[] logDensity = new double[BINS];
    /** Up to the start of each bin. */
    private final double[] cumulative = new double[BINS + 1];

    private final double[] logCumulative = new double[BINS + 1];

    /** A sample whose times are divided by a ratio, whose logarithm is so many bins, as far as it counts. */
    record Weighted(LagSample sample, int bins, double weight) {}

    private LogLagDistribution(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        this.density = weights;
        logCumulative[0] = LOG_LEAST;
        for (int j = 0; j < BINS; j++) {
            density[j] /= sum;
            logDensity[j] = Math.log(Math.max(LEAST, density[j]));
            cumulative[j + 1] = cumulative[j] + density[j];
            logCumulative[j + 1] = Math.log(Math.max(LEAST, cumulative[j + 1]));
        }
    }

    /** Before any deal is seen. */
    static LogLagDistribution prior(double meanLog) {
        return new LogLagDistribution(normal(meanLog));
    }

    private static double[] normal(double mean) {
        double[] normal = new double[BINS];
        double sum = 0;
        for (int j = 0; j < BINS; j++) {
            double score = (LogLagBins.start(j) + LogLagBins.width(1) / 2 - mean) / PRIOR_SPREAD;
            normal[j] = Math.exp(-score * score / 2);
            sum += normal[j];
        }
        for (int j = 0; j < BINS; j++) {
            normal[j] /= sum;
        }
        return normal;
    }

    /** The probability of what lies below a logarithm of days. */
    double upTo(double log) {
        double position = LogLagBins.position(log);
        int bin = Math.min(BINS - 1, (int) position);
        return cumulative[bin] + (position - bin) * density[bin];
    }

    private double between(double low, double high) {
        return Math.max(LEAST, upTo(high) - upTo(low));
    }

    /**
     * The logarithm of the likelihood that a sample's deals took as long as they did, up to a constant of the sample.
     *
     * @param bins the logarithm of how much longer they take than by this distribution
     */
    double logLikelihood(LagSample sample, int bins) {
        double sum = sample.withinADay() * logCumulative[inside(ONE_DAY - bins)];
        for (int j = sample.first(); j <= sample.last(); j++) {
            int at = j - bins;
            sum += sample.deals(j) * (at < 0 || at >= BINS ? LOG_LEAST : logDensity[at]);
        }
        for (int j = sample.first(); j <= BINS; j++) {
            sum -= sample.seenUntil(j) * logCumulative[inside(j - bins)];
        }
        for (LagSample.Late late : sample.late()) {
            sum -= late.weight()
                    * Math.log(between(late.low() - LogLagBins.width(bins), late.high() - LogLagBins.width(bins)));
        }
        return sum;
    }

    private static int inside(int edge) {
        return Math.min(BINS, Math.max(0, edge));
    }

    /** One step of learning, from this distribution to a likelier one. */
    LogLagDistribution refined(List<Weighted> samples, double meanLog) {
        double[] deals = new double[BINS];
        // By the end of what they are known to lie below, and of what could be seen of them.
        double[] below = new double[BINS + 1];
        double[] seenUntil = new double[BINS + 1];
        double[] change = new double[BINS + 1];
        for (Weighted one : samples) {
            LagSample sample = one.sample();
            below[inside(ONE_DAY - one.bins())] += one.weight() * sample.withinADay();
            for (int j = sample.first(); j <= sample.last(); j++) {
                deals[Math.min(BINS - 1, inside(j - one.bins()))] += one.weight() * sample.deals(j);
            }
            for (int j = 0; j <= BINS; j++) {
                seenUntil[inside(j - one.bins())] += one.weight() * sample.seenUntil(j);
            }
            for (LagSample.Late late : sample.late()) {
                double low = late.low() - LogLagBins.width(one.bins());
                double high = late.high() - LogLagBins.width(one.bins());
                double count = late.weight() * one.weight() / between(low, high);
                change[(int) LogLagBins.position(low)] += count;
                change[(int) Math.ceil(LogLagBins.position(high))] -= count;
            }
        }
        double[] prior = normal(meanLog);
        double[] refined = new double[BINS];
        double late = Arrays.stream(change).sum();
        double unknown = 0;
        double seen = 0;
        for (int j = BINS - 1; j >= 0; j--) {
            unknown += below[j + 1] / Math.max(LEAST, cumulative[j + 1]);
            seen += seenUntil[j + 1] / Math.max(LEAST, cumulative[j + 1]);
            late -= change[j + 1];
            refined[j] = (deals[j] + unknown * density[j] + PRIOR_DEALS * prior[j]) / (seen + late + PRIOR_DEALS);
        }
        return new LogLagDistribution(smooth(refined));
    }

    private static double[] kernel() {
        int reach = (int) Math.ceil(KERNEL_REACH * SMOOTHING / LogLagBins.width(1));
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
            double score = LogLagBins.width(d) / SMOOTHING;
            kernel[d + reach] = Math.exp(-score * score / 2);
            sum += kernel[d + reach];
        }
        for (int d = 0; d < kernel.length; d++) {
            kernel[d] /= sum;
        }
        return kernel;
    }

    private static double[] smooth(double[] rough) {
        int reach = KERNEL.length / 2;
        double[] smooth = new double[BINS];
        for (int j = 0; j < BINS; j++) {
            for (int d = -reach; d <= reach; d++) {
                smooth[Math.min(BINS - 1, Math.max(0, j + d))] += rough[j] * KERNEL[d + reach];
            }
        }
        return smooth;
    }
}
