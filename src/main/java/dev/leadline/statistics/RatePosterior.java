package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The posterior of a segment's conversion rate p over the horizon, given cohorts that have shown only a part of it:
 * proportional to p^(alpha + D - 1) (1 - p)^(beta - 1) prod (1 - p w_j)^(m_j), with D deals and m_j inquiries without
 * a deal that have shown the share w_j of their conversion.
 *
 * <p>Computed on an even grid of logit(p) that spans all but a share of about e^-25 of the posterior with at least
 * sixteen steps to the nearer point where the density has fallen by e^-2. On that scale the density is analytic and
 * dies off at both ends, so that the trapezoid rule is exact to many digits; between nodes the distribution function
 * is a cubic of the fourth order. Right for no deals, for nothing but deals, and for any number of inquiries.
 */
public final class RatePosterior {

    /** By how much the logarithm of the density falls to the ends of the grid, and to the points that its step is measured by. */
    private static final double TAIL_DROP = 25;

    private static final double CORE_DROP = 2;
    /** From the mode to the nearer of those points. */
    private static final int STEPS_PER_CORE = 16;
    /** With levels in the mixture, which are much wider than the rest: a share of 6e-6 of one is left out, and so many steps do. */
    private static final double TAIL_DROP_OF_LEVELS = 12;

    private static final int STEPS_PER_CORE_WITH_LEVELS = 8;
    /** Where nearly all of the grid is core. */
    private static final int FEWEST_STEPS = 100;
    /** The points of the rate that would lie a standard deviation from the middle were it normal. */
    private static final double ONE_BELOW = 0.16;

    private static final double ONE_ABOVE = 0.84;
    /** A quantile is found to this part of a step of the grid. */
    private static final double PRECISION = 1e-9;

    private final double first;
    private final double step;
    private final double[] rates;
    private final double[] weights;
    /** Density per unit of logit at the nodes, and the distribution function there. */
    private final double[] density;

    private final double[] cumulative;
    private final double mean;
    private final double logSpread;

    private RatePosterior(double first, double step, double[] rates, double[] density) {
        int nodes = density.length;
        this.first = first;
        this.step = step;
        this.density = density;
        this.rates = rates;
        this.weights = new double[nodes];
        double mass = 0;
        for (double value : density) {
            mass += value;
        }
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            weights[i] = density[i] / mass;
            density[i] = weights[i] / step;
            sum += weights[i] * rates[i];
        }
        this.mean = sum;
        this.cumulative = cumulate(density, step);
        this.logSpread = (Math.log(quantile(ONE_ABOVE)) - Math.log(quantile(ONE_BELOW))) / 2;
    }

    /**
     * What is known of a window of cohorts if the timing is one of several.
     *
     * @param weight the probability of that timing, above 0
     * @param prior the prior of the rate by it
     * @param exposure what the window has shown by it
     */
    public record Case(double weight, BetaPrior prior, ConversionExposure exposure) {

        /** @throws IllegalArgumentException if the weight is not finite and above 0 */
        public Case {
            Check.positive(weight, "weight");
        }

        /** The same where the window has shown something else. */
        public Case with(ConversionExposure other) {
            return new Case(weight, prior, other);
        }
    }

    /**
     * What the rate is if its level has changed lately, known by the cohorts since.
     *
     * @param weight the probability of that change, above 0 and below 1
     * @param rate the posterior of the level since
     */
    public record Level(double weight, BetaPrior rate) {

        /** @throws IllegalArgumentException if the weight is not above 0 and below 1 */
        public Level {
            Check.probability(weight, "weight");
        }
    }

    /**
     * The posterior of a window of cohorts where the timing itself is uncertain: the posteriors by each plausible timing,
     * mixed by weight.
     *
     * @param dispersion phi, how much more than by chance the deals of cohorts vary, at least 1: all evidence counts for
     *     1/phi of what it is (a quasi-likelihood; P. McCullagh 1983)
     * @param cases what is known by each plausible timing, at least one; see {@link MatureConversion#plausible()}
     * @return the posterior
     * @throws IllegalArgumentException if there is no case or the dispersion is below 1
     */
    public static RatePosterior mixture(double dispersion, List<Case> cases) {
        return mixture(dispersion, cases, List.of());
    }

    /**
     * The same where the level of the rate may have changed lately: the posterior of the rate as it is now.
     *
     * @param dispersion as above
     * @param cases what is known by each plausible timing if it has not changed, at least one
     * @param levels what it is if it has, for each time at which it may have; their weights sum to less than 1
     * @return the posterior
     * @throws IllegalArgumentException if there is no case or the dispersion is below 1
     */
    public static RatePosterior mixture(double dispersion, List<Case> cases, List<Level> levels) {
        Check.argument(!cases.isEmpty(), "cases", "at least one", 0);
        Check.argument(dispersion >= 1 && Double.isFinite(dispersion), "dispersion", "at least 1", dispersion);
        double steady =
                (1 - sum(levels)) / cases.stream().mapToDouble(Case::weight).sum();
        return of(
                cases.stream()
                        .map(c -> new LogitDensity(
                                c.prior(),
                                c.exposure().deals() / dispersion,
                                c.exposure().shares(),
                                divided(c.exposure().nonConverted(), dispersion)))
                        .toList(),
                cases.stream().mapToDouble(c -> steady * c.weight()).toArray(),
                levels);
    }

    private static double sum(List<Level> levels) {
        return levels.stream().mapToDouble(Level::weight).sum();
    }

    /**
     * A bound from below of the probability that the rate of a {@link #mixture} is so high at least, without the posterior itself.
     *
     * <p>1 - p w is at least (1 - p)^w, by so much more the higher p is. So each posterior is stochastically above the beta
     * distribution that has every inquiry without a deal count as w of one that has shown everything, and of that Cantelli's
     * inequality tells from mean m and variance s^2: P(p &lt; x) is at most s^2 / (s^2 + (m - x)^2).
     *
     * @param dispersion as of the mixture
     * @param cases as of the mixture, their weights of sum 1
     * @param levels as of the mixture
     * @param least a rate
     * @return the bound, 0 to 1
     */
    public static double leastProbability(double dispersion, List<Case> cases, List<Level> levels, double least) {
        double steady = 0;
        for (Case c : cases) {
            steady += c.weight() * leastProbability(c.prior().updated(c.exposure(), dispersion), least);
        }
        double probability = (1 - sum(levels)) * steady;
        for (Level level : levels) {
            probability += level.weight() * leastProbability(level.rate(), least);
        }
        return probability;
    }

    private static double leastProbability(BetaPrior rate, double least) {
        double above = rate.mean() - least;
        return above <= 0 ? 0 : above * above / (rate.variance() + above * above);
    }

    private static double[] divided(double[] values, double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
        return values;
    }

    /** The mixture of densities on one grid, fine enough for the narrowest and wide enough for all. */
    static RatePosterior of(List<LogitDensity> densities, double[] weights) {
        return of(densities, weights, TAIL_DROP, STEPS_PER_CORE);
    }

    private static RatePosterior of(List<LogitDensity> steady, double[] weights, List<Level> levels) {
        if (levels.isEmpty()) {
            return of(steady, weights);
        }
        List<LogitDensity> densities = new ArrayList<>(steady);
        double[] all = Arrays.copyOf(weights, weights.length + levels.size());
        for (int i = 0; i < levels.size(); i++) {
            densities.add(LogitDensity.of(levels.get(i).rate()));
            all[weights.length + i] = levels.get(i).weight();
        }
        return of(densities, all, TAIL_DROP_OF_LEVELS, STEPS_PER_CORE_WITH_LEVELS);
    }

    private static RatePosterior of(List<LogitDensity> densities, double[] weights, double tailDrop, int stepsPerCore) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double widest = Double.POSITIVE_INFINITY;
        double[] peaks = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            LogitDensity density = densities.get(c);
            double mode = density.mode();
            peaks[c] = density.at(mode);
            double core = Math.min(
                    mode - density.pointOfDrop(mode, peaks[c], -1, CORE_DROP),
                    density.pointOfDrop(mode, peaks[c], 1, CORE_DROP) - mode);
            left = Math.min(left, density.pointOfDrop(mode, peaks[c], -1, tailDrop));
            right = Math.max(right, density.pointOfDrop(mode, peaks[c], 1, tailDrop));
            widest = Math.min(widest, core / stepsPerCore);
        }
        int steps = (int) Math.ceil((right - left) / Math.min(widest, (right - left) / FEWEST_STEPS));
        double step = (right - left) / steps;
        double[] rates = new double[steps + 1];
        double[] softplus = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            rates[i] = LogitDensity.rate(left + i * step);
            softplus[i] = LogitDensity.softplus(left + i * step);
        }
        double[] mixed = new double[steps + 1];
        double[] one = new double[steps + 1];
        for (int c = 0; c < weights.length; c++) {
            double mass = 0;
            for (int i = 0; i <= steps; i++) {
                one[i] = Math.exp(densities.get(c).at(left + i * step, softplus[i], rates[i]) - peaks[c]);
                mass += one[i];
            }
            for (int i = 0; i <= steps; i++) {
                mixed[i] += weights[c] * one[i] / mass;
            }
        }
        return new RatePosterior(left, step, rates, mixed);
    }

    /** Integral up to each node, by the cubic through four neighbours. */
    private static double[] cumulate(double[] density, double step) {
        int nodes = density.length;
        double[] cumulative = new double[nodes];
        for (int i = 0; i + 1 < nodes; i++) {
            double before = i == 0 ? 0 : density[i - 1];
            double after = i + 2 == nodes ? 0 : density[i + 2];
            double cell = step / 24 * (13 * (density[i] + density[i + 1]) - before - after);
            cumulative[i + 1] = cumulative[i] + Math.max(0, cell);
        }
        double total = cumulative[nodes - 1];
        for (int i = 0; i < nodes; i++) {
            cumulative[i] /= total;
        }
        return cumulative;
    }

    /** @return the mean of the rate */
    public double mean() {
        return mean;
    }

    /**
     * @param x any number
     * @return the probability that the rate is at most x
     * @throws IllegalArgumentException if x is NaN
     */
    public double probabilityAtMost(double x) {
        Check.argument(!Double.isNaN(x), "x", "a number", x);
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double position = (Math.log(x) - Math.log1p(-x) - first) / step;
        if (position <= 0) {
            return 0;
        }
        if (position >= density.length - 1) {
            return 1;
        }
        int cell = (int) position;
        return within(cell, position - cell);
    }

    /** The distribution function inside a cell: the cubic with its values and slopes at both ends. */
    private double within(int cell, double t) {
        double rise = cumulative[cell + 1] - cumulative[cell];
        double start = density[cell] * step;
        double end = density[cell + 1] * step;
        double curve = t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)));
        return cumulative[cell] + Math.min(rise, Math.max(0, curve));
    }

    /**
     * @param q a probability, above 0 and below 1
     * @return the rate that is not exceeded with probability q
     * @throws IllegalArgumentException if q is no probability
     */
    public double quantile(double q) {
        Check.probability(q, "q");
        int found = Arrays.binarySearch(cumulative, q);
        if (found >= 0) {
            return rates[found];
        }
        int cell = Math.min(Math.max(0, -found - 2), density.length - 2);
        double low = 0;
        double high = 1;
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (within(cell, middle) < q) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return LogitDensity.rate(first + (cell + (low + high) / 2) * step);
    }

    /**
     * @param level the probability between the bounds, above 0 and below 1
     * @return the median with the interval of equal tails; the median, because the mean of few deals lies well above what most
     *     often comes true
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(double level) {
        double tail = (1 - Check.level(level)) / 2;
        return new Interval(quantile(0.5), quantile(tail), quantile(1 - tail), level);
    }

    /** About the standard deviation of the logarithm of the rate. */
    double logSpread() {
        return logSpread;
    }

    /** How many nodes the grid has. */
    int size() {
        return rates.length;
    }

    /** The rate at a node, from 0 on, the lowest first. */
    double rate(int node) {
        return rates[node];
    }

    /** The probability that a node stands for; they sum to 1. */
    double weight(int node) {
        return weights[node];
    }
}
