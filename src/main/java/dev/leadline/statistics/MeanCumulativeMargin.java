package dev.leadline.statistics;

/**
 * Mean cumulative margin per inquiry by lag: M(k) = sum over j &lt;= k of (margin at lag j / inquiries), both over
 * the cohorts observed at lag j. Repeat orders and negative margins come naturally; no distribution is assumed.
 *
 * <p>Beyond the last observed lag M is flat, and a lag at which no inquiry is observed adds nothing.
 *
 * <p>Source: W. Nelson (1988), Graphical analysis of system repair data, Journal of Quality Technology 20, 24-35.
 */
public final class MeanCumulativeMargin {

    private static final double DAYS_OF_YEAR = 365;

    private final double[] increments;
    private final double[] cumulative;

    private MeanCumulativeMargin(double[] increments, double[] cumulative) {
        this.increments = increments;
        this.cumulative = cumulative;
    }

    /**
     * Computes the curve in time proportional to days and events.
     *
     * @param table the cohorts, possibly none
     * @return the curve
     */
    public static MeanCumulativeMargin fit(CohortTable table) {
        int lags = table.days();
        double[] margin = new double[lags];
        SparseEvents events = table.marginEvents();
        for (int e = 0; e < events.size(); e++) {
            margin[events.lag(e)] += events.amount(e);
        }
        long[] change = new long[lags + 1];
        for (int i = 0; i < lags; i++) {
            if (table.firstObservedLag(i) <= table.lastObservedLag(i)) {
                change[table.firstObservedLag(i)] += table.inquiries(i);
                change[table.lastObservedLag(i) + 1] -= table.inquiries(i);
            }
        }
        double[] increments = new double[lags];
        double[] cumulative = new double[lags];
        long observed = 0;
        double sum = 0;
        for (int k = 0; k < lags; k++) {
            observed += change[k];
            increments[k] = observed == 0 ? 0 : margin[k] / observed;
            sum += increments[k];
            cumulative[k] = sum;
        }
        return new MeanCumulativeMargin(increments, cumulative);
    }

    /** @return the last lag of the table, -1 if it is empty */
    public int lastLag() {
        return cumulative.length - 1;
    }

    /**
     * @param lag any lag in days
     * @return M(lag) in money per inquiry: 0 below lag 0, flat beyond the last lag
     */
    public double at(int lag) {
        return lag < 0 || cumulative.length == 0 ? 0 : cumulative[Math.min(lag, lastLag())];
    }

    /**
     * M(lag) with the margin of each lag j discounted by (1 + rate)^(-j/365).
     *
     * @param lag any lag in days
     * @param yearlyRate the discount rate of a year, above -1
     * @return money per inquiry
     * @throws IllegalArgumentException if the rate is not finite or at most -1
     */
    public double discountedAt(int lag, double yearlyRate) {
        Check.argument(yearlyRate > -1 && yearlyRate < Double.POSITIVE_INFINITY, "yearlyRate", "above -1", yearlyRate);
        double daily = Math.log1p(yearlyRate) / DAYS_OF_YEAR;
        double sum = 0;
        for (int j = 0; j <= Math.min(lag, lastLag()); j++) {
            sum += increments[j] * Math.exp(-daily * j);
        }
        return sum;
    }
}
