package dev.leadline.statistics;

/**
 * The posterior of eta = mu + sigma^2 / 2, the logarithm of a log-normal mean: eta = middle + scale (exp(skew z) - 1)
 * / skew with z standard normal, which for no skew is middle + scale z. The three are chosen so that the 10 %, 50 %
 * and 90 % points are those of the exact posterior, a normal distribution mixed over the posterior of sigma^2.
 *
 * @param middle the median
 * @param scale the slope at the median, above 0
 * @param skew the growth of the slope per unit of z; negative where the bound on sigma cuts the upper side
 * @param logOfMean the logarithm of the exact posterior's mean of exp(eta)
 */
record LogOfMean(double middle, double scale, double skew, double logOfMean) {

    /**
     * While the centre of the log-sd is at most 1.6, single draws of it may reach 1.75: with a bound of 1.6 on these
     * too, intervals of 8 to 20 deals with a true log-sd of 1.5 end below the truth in 8 to 10 % of simulated cases
     * instead of 6 to 7 %.
     */
    private static final double LARGEST_VARIANCE = 1.75 * 1.75;

    private static final double STEP = 0.25;
    private static final int STEPS = 16;
    /** The score of the 90 % point. */
    private static final double BOUND = 1.2815515655446004;

    private static final double NO_SKEW = 1e-6;
    /** Farther from the centre than this, in spreads, no point asked for can lie. */
    private static final double REACH = 20;

    static LogOfMean of(LogMoments moments) {
        double[] variances = new double[2 * STEPS + 1];
        double[] weights = new double[2 * STEPS + 1];
        double mean = variances(moments, variances, weights);
        double factor = (1 + 1 / moments.meanDeals()) / 2;
        double growth = 0;
        for (int i = 0; i < variances.length; i++) {
            growth += weights[i] * Math.exp(factor * (variances[i] - mean));
        }
        double centre = moments.mean() + mean / 2;
        double spread = Math.sqrt(mean / moments.meanDeals()) + mean;
        double[] points = new double[3];
        for (int i = 0; i < points.length; i++) {
            double q = StandardNormal.cumulative((i - 1) * BOUND);
            points[i] = centre
                    + spread
                            * RisingRoot.of(
                                    u -> mixed(moments, variances, weights, centre + u * spread) - q, -REACH, REACH);
        }
        double logOfMean = moments.mean() + factor * mean + Math.log(growth);
        return through(points[0], points[1], points[2], logOfMean);
    }

    /**
     * Even normal scores of the variance's posterior, by Wilson and Hilferty's cube root of chi-squared; returns
     * their mean.
     */
    private static double variances(LogMoments moments, double[] variances, double[] weights) {
        double spread = 2 / (9 * moments.varianceDeals());
        double mass = 0;
        double mean = 0;
        for (int i = 0; i < variances.length; i++) {
            double z = (i - STEPS) * STEP;
            double root = Math.max(0, 1 - spread + z * Math.sqrt(spread));
            variances[i] = Math.min(LARGEST_VARIANCE, moments.variance() / (root * root * root));
            weights[i] = StandardNormal.density(z);
            mass += weights[i];
            mean += weights[i] * variances[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= mass;
        }
        return mean / mass;
    }

    private static double mixed(LogMoments moments, double[] variances, double[] weights, double eta) {
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            double spread = Math.sqrt(variances[i] / moments.meanDeals());
            sum += weights[i] * StandardNormal.cumulative((eta - moments.mean() - variances[i] / 2) / spread);
        }
        return sum;
    }

    private static LogOfMean through(double low, double middle, double high, double logOfMean) {
        double skew = Math.log((high - middle) / (middle - low)) / BOUND;
        double scale = Math.abs(skew) < NO_SKEW
                ? (high - low) / (2 * BOUND)
                : (high - middle) * skew / Math.expm1(skew * BOUND);
        return new LogOfMean(middle, scale, Math.abs(skew) < NO_SKEW ? 0 : skew, logOfMean);
    }

    double atScore(double z) {
        return middle + scale * (skew == 0 ? z : Math.expm1(skew * z) / skew);
    }

    /** The score of a value: minus or plus infinity beyond the end of a skewed posterior. */
    double score(double eta) {
        double steps = (eta - middle) / scale;
        if (skew == 0) {
            return steps;
        }
        double grown = 1 + skew * steps;
        return grown > 0 ? Math.log(grown) / skew : skew > 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
