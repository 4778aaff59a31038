package dev.leadline.statistics;

/**
 * The posterior of eta = mu + sigma^2 / 2, the logarithm of a log-normal mean: eta = shift + scale exp(skew z) with z standard
 * normal, the three chosen so that mean, variance and skewness are the exact posterior's. Where that is not skewed: eta = shift +
 * scale z.
 *
 * @param shift see above
 * @param scale see above, above 0
 * @param skew see above, 0 where the posterior is not skewed
 * @param logOfMean the logarithm of the mean of exp(eta), from the exact posterior
 */
record LogOfMean(double shift, double scale, double skew, double logOfMean) {

    private static final double STEP = 0.25;
    private static final int STEPS = 16;
    private static final double LEAST_SKEWNESS = 1e-3;

    /** Moments over even normal scores of the variance's posterior (Wilson and Hilferty's cube root of chi-squared). */
    static LogOfMean of(LogMoments moments, double addedVariance) {
        double spread = 2 / (9 * moments.varianceDeals());
        double[] variances = new double[2 * STEPS + 1];
        double[] weights = new double[2 * STEPS + 1];
        double mass = 0;
        double mean = 0;
        for (int i = 0; i < variances.length; i++) {
            double z = (i - STEPS) * STEP;
            double root = Math.max(0, 1 - spread + z * Math.sqrt(spread));
            variances[i] = Math.min(LogMoments.LARGEST_VARIANCE, moments.variance() / (root * root * root));
            weights[i] = StandardNormal.density(z);
            mass += weights[i];
            mean += weights[i] * variances[i];
        }
        mean /= mass;
        double second = 0;
        double third = 0;
        double growth = 0;
        double factor = (1 + 1 / moments.meanDeals()) / 2;
        for (int i = 0; i < variances.length; i++) {
            double gap = variances[i] - mean;
            second += weights[i] / mass * gap * gap;
            third += weights[i] / mass * gap * gap * gap;
            growth += weights[i] / mass * Math.exp(factor * gap);
        }
        double variance = mean / moments.meanDeals() + second / 4 + addedVariance;
        double skewness = (1.5 * second / moments.meanDeals() + third / 8) / Math.pow(variance, 1.5);
        double logOfMean = moments.mean() + factor * mean + Math.log(growth) + addedVariance / 2;
        return matching(moments.mean() + mean / 2, variance, skewness, logOfMean);
    }

    /** The log-normal with a shift that has these moments, in closed form (a cubic in exp(skew^2)). */
    private static LogOfMean matching(double mean, double variance, double skewness, double logOfMean) {
        if (!(skewness > LEAST_SKEWNESS)) {
            return new LogOfMean(mean, Math.sqrt(variance), 0, logOfMean);
        }
        double half = 1 + skewness * skewness / 2;
        double root = Math.cbrt(half + Math.sqrt(half * half - 1));
        double omega = root + 1 / root - 1;
        double skew = Math.sqrt(Math.log(omega));
        double scale = Math.sqrt(variance / (omega * (omega - 1)));
        return new LogOfMean(mean - scale * Math.sqrt(omega), scale, skew, logOfMean);
    }

    double atScore(double z) {
        return skew == 0 ? shift + scale * z : shift + scale * Math.exp(skew * z);
    }

    double cumulative(double eta) {
        if (skew == 0) {
            return StandardNormal.cumulative((eta - shift) / scale);
        }
        return eta <= shift ? 0 : StandardNormal.cumulative(Math.log((eta - shift) / scale) / skew);
    }
}
