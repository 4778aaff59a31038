package dev.leadline.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded draws for simulations. It takes only raw 64-bit words from {@link SplittableRandom} and does the rest with
 * {@link StrictMath}, so that one seed gives one history on every JDK and platform. Not safe for use by two threads.
 */
public final class RandomSource {

    /** Long means are drawn in steps of this size, which keeps exp(-mean) far from underflow. */
    private static final double POISSON_STEP = 16;

    private final SplittableRandom words;

    private RandomSource(SplittableRandom words) {
        this.words = words;
    }

    /** A source whose draws depend on {@code seed} alone. */
    public static RandomSource seeded(long seed) {
        return new RandomSource(new SplittableRandom(seed));
    }

    /** A source independent of this one, so that drawing more from one leaves the other's history as it was. */
    public RandomSource split() {
        return new RandomSource(words.split());
    }

    /** A number strictly between 0 and 1. */
    public double uniform() {
        return ((words.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** True with probability {@code probability}. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A whole number from 0 to {@code bound - 1}, each alike. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** One of the values, by its weight; {@code shares} is not empty. */
    public String pick(List<Share> shares) {
        double left = uniform() * Share.totalOf(shares);
        for (Share share : shares) {
            left -= share.weight();
            if (left < 0) {
                return share.value();
            }
        }
        return shares.get(shares.size() - 1).value();
    }

    /** A standard normal number (polar method: Marsaglia and Bray 1964). */
    public double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** A log-normal number with the given median and standard deviation of its logarithm. */
    public double logNormal(double median, double logSd) {
        return median * StrictMath.exp(logSd * normal());
    }

    /** An exponential number with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(uniform());
    }

    /** A gamma number with mean {@code shape * scale}; shape and scale positive (Marsaglia and Tsang 2000). */
    public double gamma(double shape, double scale) {
        if (shape < 1) {
            return gamma(shape + 1, scale) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                if (StrictMath.log(uniform()) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                    return d * v * scale;
                }
            }
        }
    }

    /** A Poisson count; exact, in time proportional to {@code mean} (0 or more). */
    public int poisson(double mean) {
        int count = 0;
        double left = mean;
        while (left > POISSON_STEP) {
            count += smallPoisson(POISSON_STEP);
            left -= POISSON_STEP;
        }
        return count + smallPoisson(left);
    }

    private int smallPoisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /**
     * An over-dispersed count: negative binomial, that is Poisson with a gamma mean, with the given mean and variance
     * {@code dispersion * mean}. The sum of such counts of one dispersion has that dispersion again. A dispersion of 1
     * is Poisson.
     */
    public int count(double mean, double dispersion) {
        if (mean <= 0) {
            return 0;
        }
        return dispersion <= 1 ? poisson(mean) : poisson(gamma(mean / (dispersion - 1), dispersion - 1));
    }
}
