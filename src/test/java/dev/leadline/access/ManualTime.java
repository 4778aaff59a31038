package dev.leadline.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time that passes when the test says so. */
final class ManualTime implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
