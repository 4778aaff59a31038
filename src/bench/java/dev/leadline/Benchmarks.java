package dev.leadline;

import dev.leadline.bench.ServiceBenchmark;
import dev.leadline.bench.WorkSharing;

/** Runs the benchmark of the service, that of shared work, or those of the pure part. */
public final class Benchmarks {

    private static final String SERVICE = "service";
    private static final String SHARING = "sharing";

    private Benchmarks() {}

    /** @param args {@code service}, {@code sharing}, or which benchmarks of the pure part to run: a regular expression */
    public static void main(String[] args) throws Exception {
        if (args[0].equals(SERVICE)) {
            ServiceBenchmark.run();
        } else if (args[0].equals(SHARING)) {
            WorkSharing.run();
        } else {
            Microbenchmarks.run(args[0]);
        }
    }
}
