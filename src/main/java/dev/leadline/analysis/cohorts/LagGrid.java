package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.bucket.Week;
import java.util.stream.IntStream;

/** The lags that cohorts are shown at: every 7 days for weeks, every 30 for months, and the horizon. */
final class LagGrid {

    private static final int DAYS_OF_MONTH = 30;

    private final int step;
    private final int horizon;

    LagGrid(BucketLength length, int horizon) {
        this.step = length == BucketLength.WEEK ? Week.DAYS : DAYS_OF_MONTH;
        this.horizon = horizon;
    }

    int size() {
        return (horizon + step - 1) / step;
    }

    /** The lag of a point; the last one's is the horizon. */
    int lag(int point) {
        return Math.min(horizon, (point + 1) * step);
    }

    /** The first point that includes a lag; {@link #size()} for a lag beyond the horizon. */
    int pointOf(int lag) {
        return lag > horizon ? size() : Math.max(0, (lag + step - 1) / step - 1);
    }

    IntStream points() {
        return IntStream.range(0, size());
    }
}
