package dev.leadline;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the pure part and prints one table of them, as docs/performance.md shows it. */
final class Microbenchmarks {

    private static final double MEGABYTE = 1e6;

    private Microbenchmarks() {}

    /** @param which benchmarks to run: a regular expression */
    static void run(String which) throws RunnerException {
        System.out.printf("Java %s, %s%n", Runtime.version(), System.getProperty("os.arch"));
        System.out.println("Measuring takes some three minutes ...");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(which)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        System.out.println();
        System.out.println("| Benchmark | Of | ms | +- | MB allocated |");
        System.out.println("|---|---|---|---|---|");
        results.forEach(Microbenchmarks::print);
    }

    private static void print(RunResult result) {
        var time = result.getPrimaryResult();
        double allocated =
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.0f |%n",
                name(result.getParams()),
                parameters(result.getParams()),
                time.getScore(),
                time.getStatistics().getStandardDeviation(),
                allocated / MEGABYTE);
    }

    private static String name(BenchmarkParams params) {
        String[] parts = params.getBenchmark().split("\\.");
        return parts[parts.length - 2].replace("Benchmark", "") + ": " + parts[parts.length - 1];
    }

    private static String parameters(BenchmarkParams params) {
        return params.getParamsKeys().stream()
                .map(key -> key + " " + params.getParam(key))
                .reduce((a, b) -> a + ", " + b)
                .orElse("-");
    }
}
