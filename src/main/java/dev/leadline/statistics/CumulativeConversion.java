package dev.leadline.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cumulative conversion by lag: F(k), the share of inquiries with a deal at a lag of at most k days, estimated from
 * cohorts of any age (grouped Kaplan-Meier estimate with delayed entry).
 *
 * <p>At lag k the cohorts with k0_i &lt;= k &lt;= a_i are used. At risk are r_k = sum of n_i (1 - F(k0_i - 1)) less
 * the deals recorded for them at earlier lags; h_k = (their deals at lag k) / r_k; F(k) = 1 - prod (1 - h_j). Where
 * delayed entry leaves fewer at risk than there are deals, h_k is 1. A lag at which nobody is at risk adds nothing.
 *
 * <p>Beyond the last observed lag F is flat. That is a lower bound of the truth, not an estimate of it; {@link
 * #lastSupportedLag()} says how far the data carries.
 *
 * <p>Sources: E. L. Kaplan and P. Meier (1958), Nonparametric estimation from incomplete observations, JASA 53,
 * 457-481; M. Greenwood (1926) for the variance; J. D. Kalbfleisch and R. L. Prentice (1980) for the log-log
 * interval.
 */
public final class CumulativeConversion implements TimingCurve {

    /** At least this many inquiries followed support a lag; beyond, the estimate rests on a handful. */
    public static final int SUPPORT = 50;

    /** So many deals late in the record a curve rests on before a model takes over. */
    private static final int WORTH = 20;

    /** Numbers of inquiries, or shares, that differ by less are the same but for rounding. */
    private static final double ROUNDING = 1e-9;

    private final double[] cumulative;
    private final double[] greenwood;
    private final double[] atRisk;
    /** The first lag at which F is 1; the number of lags if there is none. */
    private final int exhaustedLag;

    private CumulativeConversion(double[] cumulative, double[] greenwood, double[] atRisk, int exhaustedLag) {
        this.cumulative = cumulative;
        this.greenwood = greenwood;
        this.atRisk = atRisk;
        this.exhaustedLag = exhaustedLag;
    }

    /**
     * Fits the curve in time proportional to days and events.
     *
     * @param table the cohorts, possibly none
     * @return the curve; 0 throughout where there are no deals
     */
    public static CumulativeConversion fit(CohortTable table) {
        return fit(FollowUp.of(table));
    }

    /** The same of several tables together. */
    static CumulativeConversion fit(FollowUp all) {
        int lags = all.lags();
        double[] deals = all.deals();
        double[] cumulative = new double[lags];
        double[] greenwood = new double[lags];
        double[] atRisk = new double[lags];
        double[] leaving = all.waiting().clone();
        List<FollowUp.Late> late = all.late().stream()
                .sorted(Comparator.comparingInt(FollowUp.Late::first))
                .toList();
        int next = 0;
        int exhausted = lags;
        double survival = 1;
        double variance = 0;
        double risk = all.started();
        for (int k = 0; k < lags; k++) {
            for (; next < late.size() && late.get(next).first() == k; next++) {
                // What the survivors of a cohort count for when it enters: n_i (1 - F(k0_i - 1)).
                double entered = late.get(next).size() * survival;
                risk += entered;
                leaving[late.get(next).last()] += entered - late.get(next).deals();
            }
            atRisk[k] = risk < ROUNDING ? 0 : risk;
            if (deals[k] > 0) {
                if (deals[k] < risk - ROUNDING) {
                    survival *= 1 - deals[k] / risk;
                    variance += deals[k] / (risk * (risk - deals[k]));
                } else {
                    survival = 0;
                    exhausted = Math.min(exhausted, k);
                }
            }
            cumulative[k] = 1 - survival;
            greenwood[k] = variance;
            risk -= deals[k] + leaving[k];
        }
        return new CumulativeConversion(cumulative, greenwood, atRisk, exhausted);
    }

    /** @return the last lag of the table, -1 if it is empty */
    public int lastLag() {
        return cumulative.length - 1;
    }

    /**
     * @param lag any lag in days
     * @return F(lag): 0 below lag 0, flat beyond the last lag
     */
    @Override
    public double at(int lag) {
        return lag < 0 || cumulative.length == 0 ? 0 : cumulative[Math.min(lag, lastLag())];
    }

    /** Greenwood's variance of -ln(1 - F). */
    double variance(int lag) {
        return lag < 0 || cumulative.length == 0 ? 0 : greenwood[Math.min(lag, lastLag())];
    }

    /**
     * The interval of F at a lag, on the scale of log(-log(1 - F)), so that its bounds stay between 0 and 1.
     *
     * <p>Where that scale has no value an exact binomial bound takes its place: before the first deal the high bound
     * is 1 - (alpha/2)^(1/r) with r the fewest at risk so far; where F is 1 the low bound multiplies what was left
     * before by 1 - (alpha/2)^(1/r) of the last step.
     *
     * @param lag any lag in days
     * @param level the probability between the bounds, above 0 and below 1
     * @return the interval; 0 to 1 where nothing is known
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(int lag, double level) {
        double tail = (1 - Check.level(level)) / 2;
        if (lag < 0) {
            return new Interval(0, 0, 0, level);
        }
        int k = Math.min(lag, lastLag());
        double share = at(lag);
        if (share <= 0) {
            return new Interval(0, 0, exactStep(fewestAtRisk(k), tail), level);
        }
        if (k >= exhaustedLag) {
            Interval before = interval(exhaustedLag - 1, level);
            double left = exhaustedLag == 0 ? 1 : 1 - before.low();
            return new Interval(1, 1 - left * exactStep(atRisk[exhaustedLag], tail), 1, level);
        }
        double logSurvival = Math.log1p(-share);
        double quantile = -StandardNormal.quantile(tail);
        double spread = Math.exp(quantile * Math.sqrt(greenwood[k]) / -logSurvival);
        return new Interval(share, -Math.expm1(logSurvival / spread), -Math.expm1(logSurvival * spread), level);
    }

    /**
     * The share that can still convert unseen when none of {@code risk} did; by symmetry the rest when all of them
     * did.
     */
    private static double exactStep(double risk, double tail) {
        return risk <= 0 ? 1 : -Math.expm1(Math.log(tail) / risk);
    }

    private double fewestAtRisk(int lag) {
        double fewest = lag < 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int k = 0; k <= lag; k++) {
            fewest = Math.min(fewest, atRisk[k]);
        }
        return fewest;
    }

    /**
     * K, how far the data carries: the last lag up to which at least {@value #SUPPORT} inquiries have been followed, those at
     * risk and with them those already converted, r_k / (1 - F(k - 1)). So a single deal moves F by a fiftieth at most. Where
     * few convert that is the number at risk; where most do, few are left at risk of however many followed.
     *
     * @return K; -1 if there is none
     */
    public int lastSupportedLag() {
        int k = lastLag();
        while (k >= 0 && (atRisk[k] <= 0 || atRisk[k] < SUPPORT * (1 - at(k - 1)) - ROUNDING)) {
            k--;
        }
        return k;
    }

    /**
     * How far the estimate goes before a model takes over: within K, or where no lag is supported the last with anyone at risk, as
     * long as those followed are worth {@value #WORTH} deals, so that a single deal late moves F by little of itself; in a thin
     * record, half as many as they are worth at best.
     */
    int carriedLag() {
        int last = lastSupportedLag() >= 0 ? lastSupportedLag() : lastLag();
        double most = 0;
        for (int k = 0; k <= last; k++) {
            most = Math.max(most, worth(k));
        }
        while (last >= 0 && (atRisk[last] <= 0 || worth(last) < Math.min(WORTH, most / 2) - ROUNDING)) {
            last--;
        }
        return last;
    }

    /** The deals by a lag of as many inquiries as have been followed to it. */
    private double worth(int lag) {
        return at(lag) >= 1 ? Double.POSITIVE_INFINITY : at(lag) * atRisk[lag] / (1 - at(lag - 1));
    }

    /**
     * How far within a horizon the data carries: beyond {@link #lastSupportedLag} the estimate rests on a handful and may
     * jump anywhere.
     *
     * @param horizon a lag in days
     * @return the horizon, or the last supported lag if that comes before; the horizon itself where no lag is supported at
     *     all, for then there is nothing better
     */
    public int supported(int horizon) {
        int last = lastSupportedLag();
        return last < 0 ? horizon : Math.min(horizon, last);
    }

    /**
     * The lag by which a share of the conversions of a horizon have come: the smallest lag at which F reaches share x
     * F(horizon).
     *
     * @param share above 0, at most 1: 0.5 for the median, 0.9 for the 90 % point
     * @param horizon the horizon in days, not negative
     * @return the lag, empty where F(horizon) is 0
     * @throws IllegalArgumentException if an argument is out of its domain
     */
    public OptionalInt quantileLag(double share, int horizon) {
        Check.argument(share > 0 && share <= 1, "share", "above 0 and at most 1", share);
        Check.argument(horizon >= 0, "horizon", "not negative", horizon);
        double goal = share * at(horizon);
        if (goal <= 0) {
            return OptionalInt.empty();
        }
        int lag = 0;
        while (cumulative[lag] < goal - ROUNDING) {
            lag++;
        }
        return OptionalInt.of(lag);
    }

    /**
     * @param horizon the horizon in days, not negative
     * @return the lag by which half of the conversions of the horizon have come, empty where there are none
     */
    public OptionalInt medianLag(int horizon) {
        return quantileLag(0.5, horizon);
    }
}
