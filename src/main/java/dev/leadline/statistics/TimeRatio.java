package dev.leadline.statistics;

/**
 * What is known of how much longer a segment's deals take than is usual: the logarithm of the ratio is about normal.
 *
 * @param logMean of ln(ratio); 0 if they take as long as usual, ln 2 if twice as long
 * @param logSd the standard deviation of ln(ratio), not negative
 */
public record TimeRatio(double logMean, double logSd) {

    /** @throws IllegalArgumentException if a value is not finite, or the deviation negative */
    public TimeRatio {
        Check.finite(logMean, "logMean");
        Check.nonNegative(logSd, "logSd");
    }

    /**
     * @param score how many standard deviations from the mean
     * @return the ratio there
     */
    public double at(double score) {
        return Math.exp(logMean + score * logSd);
    }

    /**
     * A timing whose every lag takes longer by this ratio.
     *
     * @param usual the timing in units of what is usual
     * @param score how many standard deviations from the mean the ratio is
     * @return the timing in days; between whole units it is linear
     */
    public TimingCurve applied(TimingCurve usual, double score) {
        double ratio = at(score);
        return lag -> {
            if (lag < 0) {
                return 0;
            }
            double end = (lag + 1) / ratio;
            int whole = (int) end;
            double before = usual.at(whole - 1);
            return before + (end - whole) * (usual.at(whole) - before);
        };
    }
}
