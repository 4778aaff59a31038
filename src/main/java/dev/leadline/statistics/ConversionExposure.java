package dev.leadline.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How much of its conversion a window of cohorts has had time to show: what the posterior of a segment's rate is
 * built from.
 *
 * <p>With timing F pooled over a wider scope, cohort i has shown the share w_i of what it will show by the horizon H; see {@link
 * CohortMaturity}. Cohorts are put into bins of equal w (a bin keeps its mean w), so the cost of using this does not grow with
 * days.
 */
public final class ConversionExposure {

    /** So a bin is 0.04 wide; and as it keeps its mean, what is lost is of the second order of that. */
    private static final int BINS = 25;

    /** What is left of a bin after a subtraction may be off by rounding. */
    private static final double ROUNDING = 1e-9;

    private final long inquiries;
    private final long deals;
    private final double exposure;
    /** Inquiries times the share of their outcome that has had time to come. */
    private final double ripe;
    /** By bin of w the inquiries without a deal, and the sum of their w. */
    private final double[] weight;

    private final double[] weightedShare;

    private ConversionExposure(
            long inquiries, long deals, double exposure, double ripe, double[] weight, double[] weightedShare) {
        this.inquiries = inquiries;
        this.deals = deals;
        this.exposure = exposure;
        this.ripe = ripe;
        this.weight = weight;
        this.weightedShare = weightedShare;
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
        int from = Math.max(0, fromIndex);
        int to = Math.min(toIndex, table.days() - 1);
        return of(table, CohortMaturity.of(table, timing, horizon, from, to), from, to);
    }

    /**
     * Measures a window of cohorts where it is known what share each day has shown.
     *
     * @param table the cohorts of the segment
     * @param shares of the days of the window, for a table of the same days
     * @param fromIndex the first cohort day of the window; days outside the table have no inquiries
     * @param toIndex the last cohort day of the window, included; below {@code fromIndex} the window is empty
     * @return the exposure
     * @throws IllegalArgumentException if the shares are not those of the window
     */
    public static ConversionExposure of(CohortTable table, CohortMaturity shares, int fromIndex, int toIndex) {
        int from = Math.max(0, fromIndex);
        int to = Math.min(toIndex, table.days() - 1);
        Check.argument(shares.cover(from, to), "shares", "of the days of the window", to);
        long[] dealsBefore = table.firstDealsBefore(shares.horizon());
        // Most cohorts have shown all they ever will, and are summed at once.
        int wholeTo = from < shares.wholeFrom() ? from - 1 : Math.min(to, shares.wholeTo());
        long whole = table.inquiries(from, wholeTo);
        long wholeDeals = deals(dealsBefore, from, wholeTo);
        double exposed = whole;
        double ripe = whole;
        double[] weight = new double[BINS + 1];
        double[] weightedShare = new double[BINS + 1];
        weight[BINS] = whole - wholeDeals;
        weightedShare[BINS] = whole - wholeDeals;
        for (int i = Math.max(from, wholeTo + 1); i <= to; i++) {
            long size = table.inquiries(i);
            double shown = shares.observed(i);
            exposed += size * shown;
            ripe += size * shares.elapsed(i);
            if (shown > 0) {
                int bin = (int) (shown * BINS);
                long without = size - deals(dealsBefore, i, i);
                weight[bin] += without;
                weightedShare[bin] += without * shown;
            }
        }
        return new ConversionExposure(
                table.inquiries(from, to), deals(dealsBefore, from, to), exposed, ripe, weight, weightedShare);
    }

    private static long deals(long[] before, int from, int to) {
        return from > to ? 0 : before[to + 1] - before[from];
    }

    /**
     * The exposure without a part of its cohorts, to see what rests on them.
     *
     * @param part the exposure of some of these cohorts, by the same timing and horizon
     * @return the exposure of the others
     * @throws IllegalArgumentException if the part has more inquiries or deals than the whole
     */
    public ConversionExposure minus(ConversionExposure part) {
        Check.argument(part.inquiries <= inquiries && part.deals <= deals, "part", "of these cohorts", part.inquiries);
        double[] weightLeft = new double[weight.length];
        double[] shareLeft = new double[weight.length];
        for (int bin = 0; bin < weight.length; bin++) {
            double left = weight[bin] - part.weight[bin];
            if (left > ROUNDING) {
                weightLeft[bin] = left;
                shareLeft[bin] = Math.max(0, weightedShare[bin] - part.weightedShare[bin]);
            }
        }
        double exposed = exposure - part.exposure;
        return new ConversionExposure(
                inquiries - part.inquiries,
                deals - part.deals,
                exposed > ROUNDING ? exposed : 0,
                Math.max(0, ripe - part.ripe),
                weightLeft,
                shareLeft);
    }

    /**
     * The same inquiries without a deal, and fewer with one.
     *
     * @param some how many deals less, with their inquiries; not more than there are
     * @return the exposure
     * @throws IllegalArgumentException if there are not so many
     */
    public ConversionExposure withoutDeals(long some) {
        Check.argument(some >= 0 && some <= deals, "some", "0 to " + deals, some);
        return new ConversionExposure(inquiries - some, deals - some, exposure, ripe, weight, weightedShare);
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
        return inquiries == 0 ? 0 : Math.min(1, ripe / inquiries);
    }

    /** Sum of (n_i - D_i) w_i: the inquiries without a deal, each by what it has shown. */
    double exposedWithoutDeal() {
        double sum = 0;
        for (double share : weightedShare) {
            sum += share;
        }
        return sum;
    }

    /** @return w of each bin, above 0 and at most 1; a copy */
    public double[] shares() {
        return filled(bin -> Math.min(1, weightedShare[bin] / weight[bin]));
    }

    /** @return the inquiries without a deal of each bin, n_i - D_i summed; a copy */
    public double[] nonConverted() {
        return filled(bin -> weight[bin]);
    }

    private double[] filled(IntToDoubleFunction value) {
        double[] filled = new double[weight.length];
        int size = 0;
        for (int bin = 0; bin < weight.length; bin++) {
            if (weight[bin] > 0) {
                filled[size++] = value.applyAsDouble(bin);
            }
        }
        return Arrays.copyOf(filled, size);
    }
}
