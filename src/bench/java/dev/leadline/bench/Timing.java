package dev.leadline.bench;

import java.util.ArrayList;
import java.util.List;

/** Wall clock, in seconds. */
final class Timing {

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static final double NANOS = 1e9;

    private Timing() {}

    static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS;
    }

    static double median(int repeats, Work work) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            seconds.add(seconds(work));
        }
        return median(seconds);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
