package dev.leadline.statistics;

/** Even bins of the logarithm of days, from a hundredth of a day to a century. */
final class LogLagBins {

    /** How many bins there are. */
    static final int COUNT = 160;
    /** The bin that begins at one day. */
    static final int ONE_DAY = 50;

    /** The logarithm at which the first bin begins, and the width of each: about a tenth of the time. */
    private static final double FIRST = -5;

    private static final double WIDTH = 0.1;

    private LogLagBins() {}

    /** The logarithm of days at which a bin begins. */
    static double start(int bin) {
        return FIRST + bin * WIDTH;
    }

    /** Where among the starts of the bins a logarithm of days lies, 0 to {@link #COUNT}. */
    static double position(double log) {
        return Math.min(COUNT, Math.max(0, (log - FIRST) / WIDTH));
    }

    /** What so many bins are as a logarithm of days. */
    static double width(int bins) {
        return bins * WIDTH;
    }
}
