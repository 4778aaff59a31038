package dev.leadline.calibration;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How long a converting inquiry takes: the shape of the delay; its median is given besides. */
public enum DelayLaw {
    WEIBULL_EARLY(0.75),
    WEIBULL_LATE(1.4),
    LOG_NORMAL(1),
    LOG_LOGISTIC(1.8);

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final double shape;

    /** @param shape of Weibull and log-logistic; the standard deviation of the log of the log-normal */
    DelayLaw(double shape) {
        this.shape = shape;
    }

    /** The share of the deals that take less than some days. */
    public double below(double days, double median) {
        double ratio = days / median;
        return switch (this) {
            case WEIBULL_EARLY, WEIBULL_LATE -> -Math.expm1(-Math.log(2) * Math.pow(ratio, shape));
            case LOG_NORMAL -> STANDARD.cumulativeProbability(Math.log(ratio) / shape);
            case LOG_LOGISTIC -> 1 / (1 + Math.pow(ratio, -shape));
        };
    }

    /** The days that a share of the deals stays below. */
    public double quantile(double share, double median) {
        return median
                * switch (this) {
                    case WEIBULL_EARLY, WEIBULL_LATE -> Math.pow(-Math.log1p(-share) / Math.log(2), 1 / shape);
                    case LOG_NORMAL -> Math.exp(shape * STANDARD.inverseCumulativeProbability(share));
                    case LOG_LOGISTIC -> Math.pow(share / (1 - share), 1 / shape);
                };
    }
}
