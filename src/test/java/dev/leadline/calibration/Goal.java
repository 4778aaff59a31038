package dev.leadline.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is asked of the 90 % intervals of a figure: 86 to 94 % hold the truth, at most 8 % miss it on either side. Of what is
 * judged by its outcome only the least is asked. On average an estimate is off by at most 5 %.
 */
final class Goal {

    private static final double LEAST_COVERED = 0.86;
    private static final double MOST_COVERED = 0.94;
    private static final double MOST_ON_A_SIDE = 0.08;
    private static final double MOST_BIAS = 0.05;

    private final Estimator estimator;
    private final Coverage seen;
    private final double errors;

    private Goal(Estimator estimator, Coverage seen, double errors) {
        this.estimator = estimator;
        this.seen = seen;
        this.errors = errors;
    }

    /**
     * What is missed, in words; nothing if the goal is met.
     *
     * @param errors how many standard errors are allowed for chance, with the market as the unit
     */
    static List<String> missed(Estimator estimator, Coverage seen, double errors) {
        return new Goal(estimator, seen, errors).missed();
    }

    private List<String> missed() {
        List<String> missed = new ArrayList<>();
        check(missed, "covered", seen.covered(), LEAST_COVERED - chance(LEAST_COVERED), 1);
        if (estimator != Estimator.PROJECTED_ROI) {
            check(missed, "covered", seen.covered(), 0, MOST_COVERED + chance(MOST_COVERED));
            check(missed, "too high", seen.tooHigh(), 0, MOST_ON_A_SIDE + chance(MOST_ON_A_SIDE));
            check(missed, "too low", seen.tooLow(), 0, MOST_ON_A_SIDE + chance(MOST_ON_A_SIDE));
        }
        double bias = MOST_BIAS + errors * seen.biasError();
        check(missed, "bias", seen.bias(), -bias, bias);
        return missed;
    }

    private double chance(double share) {
        return errors * Math.sqrt(share * (1 - share) / seen.markets());
    }

    private void check(List<String> missed, String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            missed.add(String.format(
                    Locale.ROOT, "%s: %s %.4f, allowed %.4f to %.4f", estimator.apiName(), what, value, least, most));
        }
    }
}
