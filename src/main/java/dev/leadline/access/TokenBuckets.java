package dev.leadline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Token buckets by name, all of one size, each refilled evenly over the window. Kept in this process only and bounded: of
 * very many names those that are little used are forgotten, and so begin with a full bucket. A bucket that is not used for a
 * window is full anyway.
 */
final class TokenBuckets {

    private static final int MOST_NAMES = 20_000;

    private final Cache<String, Bucket> buckets;
    private final long capacity;
    private final Duration window;
    private final TimeMeter time;

    /**
     * @param capacity how many tokens a bucket holds, above 0
     * @param window in which an empty one is filled, above 0
     */
    TokenBuckets(long capacity, Duration window, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterAccess(window)
                .ticker(time::currentTimeNanos)
                .build();
        this.capacity = capacity;
        this.window = window;
        this.time = time;
    }

    Bucket of(String name) {
        return buckets.get(name, this::filled);
    }

    private Bucket filled(String name) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Whole seconds to wait, at least one. */
    static long seconds(long nanos) {
        return Math.max(1, (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
    }
}
