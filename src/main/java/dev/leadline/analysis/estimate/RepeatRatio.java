package dev.leadline.analysis.estimate;

import dev.leadline.statistics.RelativeRates;

/**
 * All margin to first-deal margin of a segment.
 *
 * @param mean of the ratio, not negative
 * @param relativeVariance its variance in terms of the square of its mean
 */
record RepeatRatio(double mean, double relativeVariance) {

    /**
     * @param ofWorkspace the workspace's ratio
     * @param rate how much more often the segment's customers come back
     */
    static RepeatRatio of(double ofWorkspace, RelativeRates.Relative rate) {
        double more = ofWorkspace - 1;
        double mean = Math.max(0, 1 + more * rate.mean());
        return new RepeatRatio(mean, mean == 0 ? 0 : more * more * rate.variance() / (mean * mean));
    }
}
