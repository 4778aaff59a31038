package dev.leadline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the packaged service and prints its tables, which {@code target/bench/service.md} keeps. It ends by itself: what takes
 * too long is given up, and whatever way it ends, no process and no database is left.
 */
public final class ServiceBenchmark {

    private static final Path DIRECTORY = Path.of("target", "bench");

    private ServiceBenchmark() {}

    /** Runs what the system properties {@code bench.*} say. */
    public static void run() throws Exception {
        Settings settings = Settings.ofProperties();
        Path scratch = DIRECTORY.resolve("scratch").toAbsolutePath();
        delete(scratch);
        Files.createDirectories(scratch);
        Installation installation = new Installation(scratch.resolve("data"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(installation, scratch), "clean up"));
        giveUpAfter(settings);
        Report report = new Report(DIRECTORY.resolve("service.md"));
        Growth growth = new Growth();
        for (String part : settings.parts()) {
            switch (part) {
                case "ingest" -> {
                    Ingest ingest = new Ingest(installation, settings, scratch);
                    ingest.measure(report, growth);
                    ingest.measureHeap(report);
                }
                case "single" -> new Single(installation, settings, scratch).measure(report);
                case "analysis" -> new Analysis(installation, settings, scratch).measure(report, growth);
                case "new" -> new NewWorkspace(installation, settings, scratch).measure(report);
                case "start" -> new Start(installation, settings, scratch).measure(report);
                default -> throw new IllegalArgumentException("bench.parts has no " + part);
            }
        }
        growth.report(report, settings.plot());
    }

    private static void giveUpAfter(Settings settings) {
        Thread limit = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(settings.limit().toSeconds());
                        System.err.println("Given up after " + settings.limit());
                        System.exit(1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "time limit");
        limit.setDaemon(true);
        limit.start();
    }

    private static void cleanUp(Installation installation, Path scratch) {
        try {
            installation.close();
            delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
