package dev.leadline.statistics;

/**
 * Log density of a conversion rate's posterior per unit of theta = logit(p), up to a constant; see {@link
 * RatePosterior}.
 */
final class LogitDensity {

    /** Neither the mode nor, from it, an end of the grid is sought beyond; twice this far a rate is still above 0. */
    private static final double FARTHEST = 300;

    /** Up to this rate the powers of p below leave out less than 1e-14 of the counts. */
    private static final double SMALL_RATE = 0.1;

    private static final int POWERS = 12;

    /** The mode is sought within so many of the posterior's standard deviations at first, and to a part of that. */
    private static final double REACH_IN_DEVIATIONS = 4;

    private static final double MODE_PRECISION = 1.0 / 200;
    /** An end of the grid is found to this part of its distance from the mode. */
    private static final double END_PRECISION = 0.05;

    private final double successes;
    /** The prior's beta with every inquiry that has shown its whole conversion: both are powers of 1 - p. */
    private final double failures;

    private final double[] shares;
    private final double[] counts;
    /** Sum of m_j w_j^k / k at k - 1: sum of m_j ln(1 - p w_j) is minus the sum over k of these times p^k. */
    private final double[] series = new double[POWERS];

    /**
     * @param prior of the rate
     * @param deals that have come, not negative
     * @param shares of its conversion that each group of inquiries has had time to show, 0 to 1
     * @param nonConverted inquiries of each group without a deal, not negative; as long as {@code shares}
     * @throws IllegalArgumentException if a value is out of its domain, or the lengths differ
     */
    LogitDensity(BetaPrior prior, double deals, double[] shares, double[] nonConverted) {
        Check.nonNegative(deals, "deals");
        Check.sameLength(shares, nonConverted, "shares and nonConverted");
        double whole = prior.beta();
        for (int j = 0; j < shares.length; j++) {
            Check.argument(shares[j] >= 0 && shares[j] <= 1, "shares", "0 to 1", shares[j]);
            whole += Check.nonNegative(nonConverted[j], "nonConverted") * (shares[j] == 1 ? 1 : 0);
        }
        this.successes = prior.alpha() + deals;
        this.failures = whole;
        this.shares = shares.clone();
        this.counts = nonConverted.clone();
        for (int j = 0; j < shares.length; j++) {
            if (shares[j] == 1) {
                counts[j] = 0;
            }
            double power = counts[j];
            for (int k = 1; k <= POWERS; k++) {
                power *= shares[j];
                series[k - 1] += power / k;
            }
        }
    }

    /** Of a rate of which nothing more is known than its prior. */
    static LogitDensity of(BetaPrior prior) {
        return new LogitDensity(prior, 0, new double[0], new double[0]);
    }

    /** The rate whose logit is theta: 1 / (1 + exp(-theta)). */
    static double rate(double theta) {
        return 1 / (1 + Math.exp(-theta));
    }

    /** The log density at a logit, up to a constant. */
    double at(double theta) {
        return at(theta, softplus(theta), rate(theta));
    }

    /** The same where ln(1 + exp(theta)) and the rate are known already. */
    double at(double theta, double softplus, double rate) {
        return successes * (theta - softplus) - failures * softplus + logPending(rate);
    }

    /** ln(1 + exp(theta)). Not by log1p, which takes several times as long: what is lost is 1e-16 of the counts. */
    static double softplus(double theta) {
        return Math.max(0, theta) + Math.log(1 + Math.exp(-Math.abs(theta)));
    }

    /** The sum of m_j ln(1 - p w_j). */
    private double logPending(double rate) {
        double sum = 0;
        if (rate <= SMALL_RATE) {
            for (int k = POWERS; k >= 1; k--) {
                sum = (sum - series[k - 1]) * rate;
            }
            return sum;
        }
        for (int j = 0; j < shares.length; j++) {
            if (counts[j] > 0) {
                sum += counts[j] * Math.log(1 - rate * shares[j]);
            }
        }
        return sum;
    }

    /** The slope divided by p (1 - p): falls throughout, so that the mode is its only root. */
    private boolean isRising(double theta) {
        double rate = rate(theta);
        double rest = rate(-theta);
        double slope = successes * rest - failures * rate;
        for (int j = 0; j < shares.length; j++) {
            slope -= counts[j] * shares[j] * rate * rest / (1 - rate * shares[j]);
        }
        return slope > 0;
    }

    /** The mode, to within a small part of the posterior's width. */
    double mode() {
        double exposed = failures;
        for (int j = 0; j < shares.length; j++) {
            exposed += counts[j] * shares[j];
        }
        double start = Math.log(successes / exposed);
        double reach = REACH_IN_DEVIATIONS / Math.sqrt(Math.min(successes, exposed) + 1);
        double low = start - reach;
        double high = start + reach;
        for (double move = reach; !isRising(low) && low > -FARTHEST; move *= 2) {
            high = low;
            low -= move;
        }
        for (double move = reach; isRising(high) && high < FARTHEST; move *= 2) {
            low = high;
            high += move;
        }
        double precision = reach * MODE_PRECISION;
        while (high - low > precision) {
            double middle = (low + high) / 2;
            if (isRising(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * Where the density, going from its mode in a direction, has fallen by a drop; to within some percent of the
     * distance.
     */
    double pointOfDrop(double mode, double peak, int direction, double drop) {
        double near = 0;
        double far = Math.sqrt(drop / Math.min(successes, Math.max(failures, 1)));
        while (peak - at(mode + direction * far) < drop && far < FARTHEST) {
            near = far;
            far *= 2;
        }
        while (far - near > END_PRECISION * far) {
            double middle = (near + far) / 2;
            if (peak - at(mode + direction * middle) < drop) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return mode + direction * Math.min(far, FARTHEST);
    }
}
