package dev.leadline.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * A family of distributions of a delay t, G(t). Each is a fixed distribution of z = (ln t - location) / scale, so that one
 * optimiser serves all. Only the generalised gamma has a shape q besides: 1 is the Weibull, 0 the log-normal (R. L. Prentice
 * 1974, A log gamma model and its maximum likelihood estimation, Biometrika 61, 539-544).
 */
enum DelayFamily {
    /** G = 1 - exp(-exp z) with the scale 1. */
    EXPONENTIAL("exponential", 2) {
        @Override
        double cumulativeProbability(double z, double q) {
            return -Math.expm1(-Math.exp(z));
        }

        @Override
        double survivalProbability(double z, double q) {
            return Math.exp(-Math.exp(z));
        }

        @Override
        double density(double z, double q) {
            return Math.exp(z - Math.exp(z));
        }
    },
    /** G = 1 - exp(-exp z). */
    WEIBULL("Weibull", 3) {
        @Override
        double cumulativeProbability(double z, double q) {
            return EXPONENTIAL.cumulativeProbability(z, q);
        }

        @Override
        double survivalProbability(double z, double q) {
            return EXPONENTIAL.survivalProbability(z, q);
        }

        @Override
        double density(double z, double q) {
            return EXPONENTIAL.density(z, q);
        }
    },
    /** G is the standard normal distribution function. */
    LOG_NORMAL("log-normal", 3) {
        @Override
        double cumulativeProbability(double z, double q) {
            return StandardNormal.cumulative(z);
        }

        @Override
        double survivalProbability(double z, double q) {
            return StandardNormal.cumulative(-z);
        }

        @Override
        double density(double z, double q) {
            return StandardNormal.density(z);
        }
    },
    /** G = 1 / (1 + exp(-z)). */
    LOG_LOGISTIC("log-logistic", 3) {
        @Override
        double cumulativeProbability(double z, double q) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        double survivalProbability(double z, double q) {
            return 1 / (1 + Math.exp(z));
        }

        @Override
        double density(double z, double q) {
            return cumulativeProbability(z, q) * survivalProbability(z, q);
        }
    },
    /** For q above 0 G is the regularised gamma function P(1/q^2, exp(qz)/q^2), below 0 its complement. */
    GENERALISED_GAMMA("generalised gamma", 4) {
        @Override
        double cumulativeProbability(double z, double q) {
            return Math.abs(q) < NORMAL_SHAPE ? LOG_NORMAL.cumulativeProbability(z, q) : gamma(z, q, q > 0);
        }

        @Override
        double survivalProbability(double z, double q) {
            return Math.abs(q) < NORMAL_SHAPE ? LOG_NORMAL.survivalProbability(z, q) : gamma(z, q, q < 0);
        }

        private double gamma(double z, double q, boolean lower) {
            if (q * z > MOST) {
                return lower ? 1 : 0;
            }
            double shape = 1 / (q * q);
            double x = shape * Math.exp(q * z);
            return lower ? RegularizedGamma.P.value(shape, x) : RegularizedGamma.Q.value(shape, x);
        }

        @Override
        double density(double z, double q) {
            if (Math.abs(q) < NORMAL_SHAPE) {
                return LOG_NORMAL.density(z, q);
            }
            double shape = 1 / (q * q);
            double log = shape * (Math.log(shape) + q * z - Math.exp(q * z)) - LogGamma.value(shape);
            return Math.abs(q) * Math.exp(log);
        }
    };

    /** Of a mixture-cure model: the share of those who convert, location, scale and shape; only one family has the last. */
    static final int MOST_PARAMETERS = 4;

    /** Nearer to 0 the shape makes no difference that can be computed. */
    private static final double NORMAL_SHAPE = 1e-3;

    /** Logarithm of the argument of the gamma function, over its shape, from which on nothing is left. */
    private static final double MOST = 20;

    private final String words;
    private final int parameters;

    DelayFamily(String words, int parameters) {
        this.words = words;
        this.parameters = parameters;
    }

    /** The name as a reader knows it. */
    String words() {
        return words;
    }

    /** How many parameters a mixture-cure model of the family has, the share of those who convert among them. */
    int parameters() {
        return parameters;
    }

    /**
     * G at a finite z.
     *
     * @param q the shape, of meaning for the generalised gamma only
     */
    abstract double cumulativeProbability(double z, double q);

    /** 1 - G at a finite z, without loss of digits where it is small. */
    abstract double survivalProbability(double z, double q);

    /** dG/dz at a finite z. */
    abstract double density(double z, double q);
}
