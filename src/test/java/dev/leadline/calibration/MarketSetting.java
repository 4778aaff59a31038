package dev.leadline.calibration;

/**
 * A market to simulate: the middle of its peer group of segments, and what they share.
 *
 * @param seed of its draws
 * @param volume inquiries a day of a segment
 * @param rate share of inquiries that ever becomes a deal
 * @param medianDelay days from inquiry to deal that half of the deals take
 * @param dispersion variance of a day's inquiries over their mean
 * @param logSd standard deviation of the log of an order's margin
 * @param spread standard deviation of the logs of the segments' rates, and of their mean margins
 * @param trackedFrom first day from which deals are on record; 0: all are
 * @param handled whether serving an inquiry costs something and later margin counts less
 */
record MarketSetting(
        long seed,
        double volume,
        double rate,
        double medianDelay,
        double dispersion,
        double logSd,
        double spread,
        DelayLaw delay,
        Drift drift,
        int trackedFrom,
        int horizonDays,
        boolean handled) {

    /** The days simulated; the last is the as-of day. */
    static final int DAYS = 730;

    /** First cohort day of the window that is judged; its last is the as-of day, so that young cohorts are in it. */
    static final int WINDOW_FROM = 365;
}
