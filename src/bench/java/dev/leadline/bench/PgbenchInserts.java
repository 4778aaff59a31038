package dev.leadline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** By pgbench, prepared. */
final class PgbenchInserts implements SingleInserts {

    private static final long NANOS_PER_MICRO = 1_000;

    private final Installation installation;
    private final Path scratch;

    PgbenchInserts(Installation installation, Path scratch) {
        this.installation = installation;
        this.scratch = scratch;
    }

    static boolean isInstalled() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return "pgbench -M prepared";
    }

    @Override
    public Load run(Duration duration) throws Exception {
        SingleInserts.prepare(installation);
        Path script = scratch.resolve("insert.sql");
        Files.writeString(
                script, "\\set number random(1, 4000000000000000000)\n" + String.format(STATEMENT, ":number") + ";\n");
        Path log = scratch.resolve("pgbench");
        Path said = scratch.resolve("pgbench.output");
        String connections = Integer.toString(Load.CONNECTIONS);
        String seconds = Long.toString(duration.toSeconds());
        String port = Integer.toString(installation.databasePort());
        ProcessBuilder pgbench = new ProcessBuilder(List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        connections,
                        "-j",
                        "2",
                        "-T",
                        seconds,
                        "-f",
                        script.toString(),
                        "--log",
                        "--log-prefix=" + log,
                        "-h",
                        "127.0.0.1",
                        "-p",
                        port,
                        "-U",
                        "postgres",
                        "leadline"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        pgbench.environment().put("PGPASSWORD", installation.databasePassword());
        Process process = pgbench.start();
        try {
            if (!process.waitFor(duration.toSeconds() + 60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("pgbench failed: " + Files.readString(said));
            }
        } finally {
            process.destroyForcibly();
        }
        return Load.of(duration, latencies());
    }

    /** In nanoseconds: the third column of what it logs, which is in microseconds. */
    private long[] latencies() throws IOException {
        LongStream all = LongStream.empty();
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("pgbench\\.\\d.*"))
                    .toList()) {
                all = LongStream.concat(
                        all,
                        Files.readAllLines(file).stream()
                                .mapToLong(line -> Long.parseLong(line.split(" ")[2]) * NANOS_PER_MICRO));
                Files.delete(file);
            }
        }
        return all.toArray();
    }
}
