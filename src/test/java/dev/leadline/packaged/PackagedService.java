package dev.leadline.packaged;

import dev.leadline.platform.database.PostgresPrograms;
import dev.leadline.testing.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged service as a process of its own, on a free port, as an operator runs it. Signals go through the process's
 * handle, since those of {@link Process} also close the output, and with it the last words.
 */
public final class PackagedService implements AutoCloseable {

    /** The key of the workspace {@code default}, unless the environment says otherwise. */
    public static final String ADMIN_KEY = "packaged-service-administrator";

    private static final Path PACKAGE =
            Path.of(System.getProperty("leadline.package", "target/quarkus-app/quarkus-run.jar"));
    /** The command that runs the program, with Java's options for tests, which end it soon; otherwise as an operator has it. */
    static final List<String> PROGRAM = Stream.of(
                    Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                            .toString()),
                    Pattern.compile(" ")
                            .splitAsStream(System.getProperty("leadline.package.options", ""))
                            .filter(option -> !option.isEmpty()),
                    Stream.of("-jar", PACKAGE.toString()))
            .flatMap(part -> part)
            .toList();

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:\\s]+:(\\d+)");

    private final Path dataDirectory;
    private final Process process;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private PackagedService(Path dataDirectory, Process process) {
        this.dataDirectory = dataDirectory;
        this.process = process;
        this.reader = new Thread(this::read, "output of the packaged service");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the service on the data directory and returns when it is ready. */
    public static PackagedService ready(Path dataDirectory) throws IOException, InterruptedException {
        return ready(dataDirectory, Map.of());
    }

    /** As {@link #ready(Path)}, with more environment variables. */
    public static PackagedService ready(Path dataDirectory, Map<String, String> environment)
            throws IOException, InterruptedException {
        var service = launch(dataDirectory, environment);
        try {
            service.awaitReady();
            return service;
        } catch (AssertionError e) {
            service.close();
            throw e;
        }
    }

    /** Starts the process and does not wait for it. PostgreSQL's programs are there already, as after an earlier start. */
    public static PackagedService launch(Path dataDirectory, Map<String, String> environment) throws IOException {
        if (!environment.containsKey("QUARKUS_DATASOURCE_JDBC_URL")) {
            PostgresPrograms.lend(dataDirectory);
        }
        return launchAsDownloaded(dataDirectory, environment);
    }

    /** As {@link #launch}, but it unpacks PostgreSQL's programs itself. */
    static PackagedService launchAsDownloaded(Path dataDirectory, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(PROGRAM).redirectErrorStream(true);
        builder.environment().put("LEADLINE_DATA_DIR", dataDirectory.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("LEADLINE_DEMO", "false");
        builder.environment().put("LEADLINE_ADMIN_KEY", ADMIN_KEY);
        builder.environment().putAll(environment);
        return new PackagedService(dataDirectory, builder.start());
    }

    /** The address of a path of the service. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port.join() + path);
    }

    /** What the service has said so far, on both of its streams. */
    public String output() {
        return output.toString();
    }

    /** The process of the service. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The process of the service's embedded PostgreSQL. */
    public ProcessHandle database() throws IOException {
        var pidFile = dataDirectory.resolve("postgresql").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)))
                .orElseThrow();
    }

    /** Asks the service to end (SIGTERM), and does not wait for it. */
    public void askToEnd() {
        process.toHandle().destroy();
    }

    /** Asks the service to end (SIGTERM), waits for it, and returns its exit status. */
    public int terminate() throws InterruptedException {
        askToEnd();
        return awaitEnd();
    }

    /** Waits until something holds. */
    public void await(String what, BooleanSupplier holds) throws InterruptedException {
        var deadline = Instant.now().plus(Patience.LIMIT);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("no " + what + " within " + Patience.LIMIT + ":\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Ends the service with no chance to clean up (SIGKILL). Its database goes on running. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Waits for the process to end by itself, and returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the service did not end within " + Patience.LIMIT + ":\n" + output());
        }
        reader.join(Patience.LIMIT.toMillis());
        return process.exitValue();
    }

    /** Leaves nothing running: ends the service if it still runs, and a database that outlived it. */
    @Override
    public void close() throws IOException {
        process.toHandle().destroy();
        process.onExit().orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        if (Files.exists(dataDirectory.resolve("postgresql").resolve("postmaster.pid"))) {
            database().destroyForcibly();
        }
    }

    /** Waits until the service is ready. */
    public void awaitReady() throws InterruptedException {
        try {
            port.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the service does not listen:\n" + output(), e);
        }
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(uri("/q/health/ready"))
                .timeout(Patience.LIMIT)
                .build();
        await("readiness", () -> statusOf(client, request) == 200);
    }

    private static int statusOf(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        process.inputReader().lines().forEach(line -> {
            output.append(line).append('\n');
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                port.complete(Integer.valueOf(listening.group(1)));
            }
        });
        port.completeExceptionally(new IOException("the service ended"));
    }
}
