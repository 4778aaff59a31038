package dev.leadline.statistics;

import java.util.Arrays;

/**
 * How much of its conversion a window of cohorts has had time to show: what the posterior of a segment's rate is
 * built from.
 *
 * <p>With timing F pooled over a wider scope, b_i = min(a_i, H) and w_i = max(0, F(b_i) - F(k0_i - 1)) / F(H), cohort
 * i has shown the share w_i of what it will show by the horizon H. Cohorts are put into bins of equal w (a bin keeps
 * its mean w), so the cost of using this does not grow with days.
 *
 * <p>Where F(H) is 0 no timing is known, and only cohorts observed over the whole horizon count (w = 1).
 */
public final class ConversionExposure {

    private static final int BINS = 25;

    private final long inquiries;
    private final long deals;
    private final double exposure;
    private final double maturity;
    private final double[] shares;
    private final double[] nonConverted;

    private ConversionExposure(
            long inquiries, long deals, double exposure, double maturity, double[] shares, double[] nonConverted) {
        this.inquiries = inquiries;
        this.deals = deals;
        this.exposure = exposure;
        this.maturity = maturity;
        this.shares = shares;
        this.nonConverted = nonConverted;
    }

    /**
     * Measures a window of cohorts.
     *
     * @param table the cohorts of the segment
     * @param timing the curve of the scope whose timing is used (only its shape matters)
     * @param horizon the horizon H in days, not negative
     * @param fromIndex the first cohort day of the window; days outside the table have no inquiries
     * @param toIndex the last cohort day of the window, included; below {@code fromIndex} the window is empty
     * @return the exposure
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static ConversionExposure of(
            CohortTable table, TimingCurve timing, int horizon, int fromIndex, int toIndex) {
        Check.argument(horizon >= 0, "horizon", "not negative", horizon);
        int from = Math.max(0, fromIndex);
        int to = Math.min(toIndex, table.days() - 1);
        long[] dealsByCohort = dealsByCohort(table, horizon, from, to);
        double atHorizon = timing.at(horizon);
        long n = 0;
        long d = 0;
        double exposed = 0;
        double ripe = 0;
        double[] weight = new double[BINS + 1];
        double[] weightedShare = new double[BINS + 1];
        for (int i = from; i <= to; i++) {
            long size = table.inquiries(i);
            if (size == 0) {
                continue;
            }
            int last = Math.min(table.lastObservedLag(i), horizon);
            double shown = shownShare(timing, atHorizon, horizon, table.firstObservedLag(i), last);
            long converted = dealsByCohort[i - from];
            n += size;
            d += converted;
            exposed += size * shown;
            ripe += size * shownShare(timing, atHorizon, horizon, 0, last);
            if (shown > 0) {
                int bin = (int) (shown * BINS);
                weight[bin] += size - converted;
                weightedShare[bin] += (size - converted) * shown;
            }
        }
        double[] shares = new double[BINS + 1];
        double[] kept = new double[BINS + 1];
        int bins = 0;
        for (int bin = 0; bin <= BINS; bin++) {
            if (weight[bin] > 0) {
                shares[bins] = Math.min(1, weightedShare[bin] / weight[bin]);
                kept[bins++] = weight[bin];
            }
        }
        double maturity = n == 0 ? 0 : Math.min(1, ripe / n);
        return new ConversionExposure(n, d, exposed, maturity, Arrays.copyOf(shares, bins), Arrays.copyOf(kept, bins));
    }

    private static double shownShare(TimingCurve timing, double atHorizon, int horizon, int first, int last) {
        if (first > last) {
            return 0;
        }
        if (atHorizon <= 0) {
            return first == 0 && last == horizon ? 1 : 0;
        }
        return Math.min(1, Math.max(0, timing.at(last) - timing.at(first - 1)) / atHorizon);
    }

    private static long[] dealsByCohort(CohortTable table, int horizon, int from, int to) {
        long[] deals = new long[Math.max(0, to - from + 1)];
        SparseEvents events = table.firstDealEvents();
        for (int e = 0; e < events.size(); e++) {
            int cohort = events.cohort(e);
            if (cohort >= from && cohort <= to && events.lag(e) <= horizon) {
                deals[cohort - from] += (long) events.amount(e);
            }
        }
        return deals;
    }

    /** @return n, the inquiries of the window */
    public long inquiries() {
        return inquiries;
    }

    /** @return D, the first deals of the window at observed lags up to the horizon */
    public long deals() {
        return deals;
    }

    /** @return E = sum of n_i w_i, in inquiries: D / E estimates the rate over the horizon */
    public double exposure() {
        return exposure;
    }

    /**
     * @return sum of n_i F(b_i) / (n F(H)), 0 to 1: how much of the outcome has had time to come; 0 without inquiries
     */
    public double maturity() {
        return maturity;
    }

    /** @return w of each bin, above 0 and at most 1; a copy */
    public double[] shares() {
        return shares.clone();
    }

    /** @return the inquiries without a deal of each bin, n_i - D_i summed; a copy */
    public double[] nonConverted() {
        return nonConverted.clone();
    }
}
