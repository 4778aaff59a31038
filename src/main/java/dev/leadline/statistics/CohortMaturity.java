package dev.leadline.statistics;

/**
 * By cohort day, the share of its conversion over the horizon that a cohort has had time to show. It depends on the day alone,
 * so the segments of a workspace, whose tables span the same days, have it in common.
 *
 * <p>With timing F and b_i = min(a_i, H) that is w_i = max(0, F(b_i) - F(k0_i - 1)) / F(H). Where F(H) is 0 no timing is known,
 * and only cohorts observed over the whole horizon count (w = 1).
 */
public final class CohortMaturity {

    private final int horizon;
    private final int from;
    private final double[] observed;
    private final double[] elapsed;
    /** The first of the days in a row that have shown everything, and the last. */
    private final int wholeFrom;

    private final int wholeTo;

    private CohortMaturity(int horizon, int from, double[] observed, double[] elapsed) {
        this.horizon = horizon;
        this.from = from;
        this.observed = observed;
        this.elapsed = elapsed;
        int first = 0;
        while (first < observed.length && !isWhole(first)) {
            first++;
        }
        int end = first;
        while (end < observed.length && isWhole(end)) {
            end++;
        }
        this.wholeFrom = from + first;
        this.wholeTo = from + end - 1;
    }

    private boolean isWhole(int i) {
        return observed[i] == 1 && elapsed[i] == 1;
    }

    /**
     * @param table a table of the days; whose inquiries it holds does not matter
     * @param timing the curve of the scope whose timing is used (only its shape matters)
     * @param horizon the horizon H in days, not negative
     * @return the shares of all days of the table
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static CohortMaturity of(CohortTable table, TimingCurve timing, int horizon) {
        return of(table, timing, horizon, 0, table.days() - 1);
    }

    /** The shares of some days of a table, both included. */
    static CohortMaturity of(CohortTable table, TimingCurve timing, int horizon, int from, int to) {
        Check.argument(horizon >= 0, "horizon", "not negative", horizon);
        double atHorizon = timing.at(horizon);
        double[] observed = new double[Math.max(0, to - from + 1)];
        double[] elapsed = new double[observed.length];
        for (int i = 0; i < observed.length; i++) {
            int last = Math.min(table.lastObservedLag(from + i), horizon);
            observed[i] = share(timing, atHorizon, horizon, table.firstObservedLag(from + i), last);
            elapsed[i] = share(timing, atHorizon, horizon, 0, last);
        }
        return new CohortMaturity(horizon, from, observed, elapsed);
    }

    private static double share(TimingCurve timing, double atHorizon, int horizon, int first, int last) {
        if (first > last) {
            return 0;
        }
        if (atHorizon <= 0) {
            return first == 0 && last == horizon ? 1 : 0;
        }
        return Math.min(1, Math.max(0, timing.at(last) - timing.at(first - 1)) / atHorizon);
    }

    /** H in days. */
    int horizon() {
        return horizon;
    }

    /** The first of the cohorts in a row that have shown all they will; behind {@link #wholeTo} if there is none. */
    int wholeFrom() {
        return wholeFrom;
    }

    /** The last of them. */
    int wholeTo() {
        return wholeTo;
    }

    /** Whether the shares of all cohorts from one to another, both included, are known; of none they are. */
    boolean cover(int first, int last) {
        return first > last || first >= from && last < from + observed.length;
    }

    /** w_i: of what a cohort will have shown by the horizon, the part at lags at which it was observed. */
    double observed(int cohort) {
        return observed[cohort - from];
    }

    /** The same had its deals been on record from the first day: F(b_i) / F(H). */
    double elapsed(int cohort) {
        return elapsed[cohort - from];
    }
}
