package dev.leadline;

import dev.leadline.bench.ServiceBenchmark;

/** Runs the benchmark of the service, or those of the pure part. */
public final class Benchmarks {

    private static final String SERVICE = "service";

    private Benchmarks() {}

    /** @param args {@code service}, or which benchmarks of the pure part to run: a regular expression */
    public static void main(String[] args) throws Exception {
        if (args[0].equals(SERVICE)) {
            ServiceBenchmark.run();
        } else {
            Microbenchmarks.run(args[0]);
        }
    }
}
