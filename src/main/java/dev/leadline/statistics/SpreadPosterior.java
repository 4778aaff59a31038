package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How far the mean of the next four counts of a series may lie from what can be foreseen of it: the posterior of its coefficient
 * of variation, the chance of counting set apart.
 *
 * <p>Model: a count n_t that arose from exposure e_t is m_t (1 + u_t) plus noise of variance phi m_t, where m_t = r e_t. The relative
 * swings u_t are a stationary autoregression of order one, with variance tau^2 and correlation rho between neighbours. Given the last
 * swing, the variance of the mean of the next four is
 *
 * <pre>
 * s^2 = tau^2 (1 - rho^2) / 16 * sum over j = 1 to 4 of (1 + rho + ... + rho^(4-j))^2
 * </pre>
 *
 * so independent swings average out to s = tau / 2, and a level that wanders slowly can be foreseen.
 *
 * <p>The posterior is computed on a grid. The spread s has a half-Cauchy prior with median 0.1. rho is 0, 0.3, 0.6 or 0.9, each
 * equally likely, and never negative: nobody may count on good weeks to follow bad ones. phi is 1 or 3, equally likely: inquiries
 * come in clusters, and where there are few of them clusters cannot be told from swings. The likelihood is the restricted Gaussian
 * one of the Kalman filter, the level having a flat prior. Where several exposures may explain the counts (activity alone, or
 * activity and spend), they are equally likely beforehand.
 *
 * <p>Small counts scatter less evenly than a Gaussian model has it: the excess kurtosis of a negative binomial count of mean m and
 * dispersion phi is about 6 (phi - 1) / m, so their variance is known by 1 + 3 (phi - 1) / m times less. The logarithm of the likelihood
 * is divided by that, with the mean count and phi = 2.
 *
 * <p>No single count decides: the one that departs most is moved to where it departs as much as the next one.
 *
 * <p>Sources: A. C. Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, sections 3.2 to 3.4 (likelihood,
 * the level as a regression coefficient); A. Gelman (2006), Prior distributions for variance parameters in hierarchical models,
 * Bayesian Analysis 1, 515-534 (half-Cauchy); J. W. Tukey (1962), The future of data analysis, Annals of Mathematical Statistics 33,
 * 1-67 (Winsorizing).
 */
public final class SpreadPosterior {

    /** So many counts ahead are foreseen. */
    public static final int AHEAD = 4;

    /** The scale of the half-Cauchy prior: a half-Cauchy's median is its scale. */
    private static final double PRIOR_MEDIAN = 0.1;

    /** The grid, from what nobody would notice to swings larger than the mean. */
    private static final int SPREADS = 14;

    private static final double LEAST_SPREAD = 0.03;
    private static final double MOST_SPREAD = 1.5;
    /** Between neighbours of the grid, in logarithms. */
    private static final double STEP = Math.log(MOST_SPREAD / LEAST_SPREAD) / (SPREADS - 1);

    private static final double[] AUTOCORRELATIONS = {0, 0.3, 0.6, 0.9};
    private static final double[] DISPERSIONS = {1, 3};
    private static final int OTHERS = AUTOCORRELATIONS.length * DISPERSIONS.length;
    private static final int CELLS = SPREADS * OTHERS;

    /** Counts of this mean say half as much about their variance as Gaussian values. */
    private static final double SKEWED = 3;

    /** See {@link #mayExceed}. */
    private static final double LEAST_ADDED = 0.75;

    /** Between neighbours of the grid the logarithm of the posterior is interpolated, so many cells to a step. */
    private static final int FINE = 4;

    private static final int FINE_CELLS = (SPREADS - 1) * FINE + 1;
    private static final double FINE_STEP = STEP / FINE;

    /** Before so many factors could leave the range of a number, their product becomes a logarithm. */
    private static final int FACTORS = 16;

    private static final double[] PRIOR = new double[SPREADS];
    private static final double[] VARIANCE = new double[CELLS];
    private static final double[] AUTOCORRELATION = new double[CELLS];
    private static final double[] DISPERSION = new double[CELLS];

    static {
        for (int spread = 0; spread < SPREADS; spread++) {
            double s = LEAST_SPREAD * Math.exp(STEP * spread);
            // The density times the width of the cell, which grows with the spread.
            PRIOR[spread] = s / (1 + s * s / (PRIOR_MEDIAN * PRIOR_MEDIAN));
            for (int other = 0; other < OTHERS; other++) {
                int cell = spread * OTHERS + other;
                AUTOCORRELATION[cell] = AUTOCORRELATIONS[other / DISPERSIONS.length];
                DISPERSION[cell] = DISPERSIONS[other % DISPERSIONS.length];
                VARIANCE[cell] = s * s / unforeseen(AUTOCORRELATION[cell]);
            }
        }
    }

    /** By fine cell, summing to 1. */
    private final double[] weights;

    private SpreadPosterior(double[] weights) {
        this.weights = weights;
    }

    /** The share of the swings' variance that the mean of the next counts keeps, given the last swing. */
    private static double unforeseen(double autocorrelation) {
        double sum = 0;
        double effect = 0;
        for (int j = 0; j < AHEAD; j++) {
            effect = 1 + autocorrelation * effect;
            sum += effect * effect;
        }
        return sum * (1 - autocorrelation * autocorrelation) / (AHEAD * AHEAD);
    }

    /**
     * The posterior after a series.
     *
     * @param counts consecutive counts, real and not negative, of which not all with exposure are 0
     * @param exposures one or more, each what the counts may have arisen from, as long as {@code counts}; 0 in each for a count that
     *     says nothing
     * @return what is known of the spread
     * @throws IllegalArgumentException if a value is negative or not finite, lengths differ, or no count with exposure is positive
     */
    public static SpreadPosterior of(double[] counts, List<double[]> exposures) {
        double[][] logLikelihoods = new double[exposures.size()][];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logLikelihoods.length; i++) {
            logLikelihoods[i] = logLikelihoods(Series.of(counts, exposures.get(i)));
            highest = Math.max(highest, Arrays.stream(logLikelihoods[i]).max().orElseThrow());
        }
        double mean = mean(counts, exposures.get(0));
        double[] logs = new double[SPREADS];
        for (int spread = 0; spread < SPREADS; spread++) {
            double sum = 0;
            for (double[] byCell : logLikelihoods) {
                for (int other = 0; other < OTHERS; other++) {
                    sum += Math.exp((byCell[spread * OTHERS + other] - highest) * mean / (mean + SKEWED));
                }
            }
            logs[spread] = Math.log(Math.max(Double.MIN_NORMAL, PRIOR[spread] * sum));
        }
        double[] weights = new double[FINE_CELLS];
        Arrays.setAll(weights, cell -> Math.exp(interpolated(logs, (double) cell / FINE)));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, cell -> weights[cell] / sum);
        return new SpreadPosterior(weights);
    }

    private static double mean(double[] counts, double[] exposure) {
        double count = 0;
        int used = 0;
        for (int t = 0; t < counts.length; t++) {
            if (exposure[t] > 0) {
                count += counts[t];
                used++;
            }
        }
        return count / used;
    }

    /** Lagrange's cubic through the four nearest values. */
    private static double interpolated(double[] values, double position) {
        int first = Math.max(0, Math.min(values.length - 4, (int) position - 1));
        double t = position - first;
        return -values[first] * (t - 1) * (t - 2) * (t - 3) / 6
                + values[first + 1] * t * (t - 2) * (t - 3) / 2
                - values[first + 2] * t * (t - 1) * (t - 3) / 2
                + values[first + 3] * t * (t - 1) * (t - 2) / 6;
    }

    /**
     * Whether the spread may be above a value with a probability that decides anything, by less effort than the posterior: not where
     * the counts, by one of the exposures, vary by less than three quarters of what independent swings of that size add to chance.
     *
     * @param counts as in {@link #of}
     * @param exposures as in {@link #of}
     * @param spread a fraction of the mean, above 0
     */
    public static boolean mayExceed(double[] counts, List<double[]> exposures, double spread) {
        double added = LEAST_ADDED * AHEAD * spread * spread * mean(counts, exposures.get(0));
        return exposures.stream().allMatch(exposure -> dispersion(counts, exposure) > 1 + added);
    }

    /** Pearson's chi-squared over its degrees of freedom. */
    private static double dispersion(double[] counts, double[] exposures) {
        double count = 0;
        double exposure = 0;
        double squares = 0;
        int used = 0;
        for (int t = 0; t < counts.length; t++) {
            if (exposures[t] > 0) {
                count += counts[t];
                exposure += exposures[t];
                squares += counts[t] * counts[t] / exposures[t];
                used++;
            }
        }
        return (squares * exposure / count - count) / (used - 1);
    }

    /** The Kalman filter of all cells at once, so that the processor can work on several of them. */
    private static double[] logLikelihoods(Series series) {
        double[] level = new double[CELLS];
        double[] regressor = new double[CELLS];
        double[] variance = VARIANCE.clone();
        double[] ofValue = new double[CELLS];
        double[] ofBoth = new double[CELLS];
        double[] ofOne = new double[CELLS];
        double[] product = new double[CELLS];
        double[] logs = new double[CELLS];
        Arrays.fill(product, 1);
        int factors = 0;
        for (int t = 0; t < series.value.length; t++) {
            if (series.noise[t] > 0) {
                double value = series.value[t];
                double noise = series.noise[t];
                for (int cell = 0; cell < CELLS; cell++) {
                    double total = variance[cell] + DISPERSION[cell] * noise;
                    double precision = 1 / total;
                    double gain = variance[cell] * precision;
                    double v = value - level[cell];
                    double w = 1 - regressor[cell];
                    ofValue[cell] += v * v * precision;
                    ofBoth[cell] += v * w * precision;
                    ofOne[cell] += w * w * precision;
                    product[cell] *= total;
                    level[cell] += gain * v;
                    regressor[cell] += gain * w;
                    variance[cell] *= 1 - gain;
                }
                factors++;
                if (factors % FACTORS == 0) {
                    takeLogs(product, logs);
                }
            }
            for (int cell = 0; cell < CELLS; cell++) {
                double rho = AUTOCORRELATION[cell];
                level[cell] *= rho;
                regressor[cell] *= rho;
                variance[cell] = rho * rho * variance[cell] + (1 - rho * rho) * VARIANCE[cell];
            }
        }
        takeLogs(product, logs);
        for (int cell = 0; cell < CELLS; cell++) {
            double residual = ofValue[cell] - ofBoth[cell] * ofBoth[cell] / ofOne[cell];
            logs[cell] = -(logs[cell] + Math.log(ofOne[cell]) + residual) / 2 - series.logScale;
        }
        return logs;
    }

    private static void takeLogs(double[] product, double[] logs) {
        for (int cell = 0; cell < CELLS; cell++) {
            logs[cell] += Math.log(product[cell]);
            product[cell] = 1;
        }
    }

    /**
     * The probability that the spread is above a value.
     *
     * @param spread a fraction of the mean, above 0
     * @throws IllegalArgumentException if it is not
     */
    public double probabilityAbove(double spread) {
        double position = (Math.log(Check.positive(spread, "spread") / LEAST_SPREAD) + FINE_STEP / 2) / FINE_STEP;
        double above = 0;
        for (int cell = FINE_CELLS - 1; cell >= 0 && cell + 1 > position; cell--) {
            above += weights[cell] * Math.min(1, cell + 1 - position);
        }
        return above;
    }

    /**
     * The median, with an interval.
     *
     * @param level the probability between the bounds, above 0 and below 1
     * @throws IllegalArgumentException if the level is none
     */
    public Interval interval(double level) {
        double tail = (1 - Check.level(level)) / 2;
        return new Interval(quantile(0.5), quantile(tail), quantile(1 - tail), level);
    }

    /** Within a cell of the grid evenly in logarithms. */
    private double quantile(double q) {
        double below = 0;
        int cell = 0;
        while (cell < FINE_CELLS - 1 && below + weights[cell] < q) {
            below += weights[cell];
            cell++;
        }
        double within = weights[cell] > 0 ? Math.min(1, (q - below) / weights[cell]) : 0.5;
        return LEAST_SPREAD * Math.exp(FINE_STEP * (cell + within - 0.5));
    }

    /**
     * Counts relative to the usual rate.
     *
     * @param value by count, about 1
     * @param noise by count the variance of its chance at a dispersion of 1; 0 where it says nothing
     * @param logScale what makes likelihoods of several exposures comparable
     */
    private record Series(double[] value, double[] noise, double logScale) {

        static Series of(double[] counts, double[] exposures) {
            Check.sameLength(counts, exposures, "counts and exposures");
            double count = 0;
            double exposure = 0;
            for (int t = 0; t < counts.length; t++) {
                Check.nonNegative(counts[t], "counts");
                if (Check.nonNegative(exposures[t], "exposures") > 0) {
                    count += counts[t];
                    exposure += exposures[t];
                }
            }
            Check.positive(count, "counts with exposure in sum");
            int most = farthest(counts, exposures, count / exposure, -1);
            double rate =
                    count > counts[most] ? (count - counts[most]) / (exposure - exposures[most]) : count / exposure;
            int next = farthest(counts, exposures, rate, most);
            double[] value = new double[counts.length];
            double[] noise = new double[counts.length];
            double logScale = 0;
            for (int t = 0; t < counts.length; t++) {
                if (exposures[t] > 0) {
                    double expected = rate * exposures[t];
                    value[t] = counts[t] / expected;
                    noise[t] = 1 / expected;
                    logScale += Math.log(expected);
                }
            }
            if (next >= 0) {
                double bound = Math.sqrt(departure(counts[next], rate * exposures[next]) * noise[most]);
                value[most] = Math.max(1 - bound, Math.min(1 + bound, value[most]));
            }
            return new Series(value, noise, logScale);
        }

        /** The count that departs most from its expectation, one left out; -1 if there is none. */
        private static int farthest(double[] counts, double[] exposures, double rate, int but) {
            int farthest = -1;
            double most = -1;
            for (int t = 0; t < counts.length; t++) {
                double departure = exposures[t] > 0 && t != but ? departure(counts[t], rate * exposures[t]) : -1;
                if (departure > most) {
                    most = departure;
                    farthest = t;
                }
            }
            return farthest;
        }

        /** Pearson's, squared. */
        private static double departure(double count, double expected) {
            return (count - expected) * (count - expected) / expected;
        }
    }
}
