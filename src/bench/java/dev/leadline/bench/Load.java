package dev.leadline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** What came of a load by several connections at once, each doing the next thing as soon as the one before is done. */
record Load(double perSecond, double medianMillis, double p99Millis) {

    static final int CONNECTIONS = 16;

    private static final double MILLION = 1e6;
    private static final double P99 = 0.99;

    /** One connection at work. */
    @FunctionalInterface
    interface Worker {

        /**
         * Works until a time of {@link System#nanoTime()}.
         *
         * @return how long each thing took, in nanoseconds
         */
        long[] until(long end) throws Exception;
    }

    /** Lets all connections work for a while. */
    static Load of(Duration duration, Worker worker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long end = System.nanoTime() + duration.toNanos();
            List<Future<long[]>> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(threads.submit(() -> worker.until(end)));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> connection : connections) {
                all = LongStream.concat(all, Arrays.stream(connection.get()));
            }
            return of(duration, all.toArray());
        } finally {
            threads.shutdownNow();
        }
    }

    /** @param nanos how long each thing took, in any order */
    static Load of(Duration duration, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Load(
                sorted.length * 1e3 / duration.toMillis(),
                sorted[sorted.length / 2] / MILLION,
                sorted[(int) (sorted.length * P99)] / MILLION);
    }
}
