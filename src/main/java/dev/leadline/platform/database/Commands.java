package dev.leadline.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own programs, one at a time.
 *
 * @param output the file that takes what the last program said; a file and not a pipe, since on some systems a server
 *     that was started in the background inherits the pipe and never closes it
 */
record Commands(Path output) {

    /**
     * The environment that programs need, on Windows too. The rest may have the service's secrets; and PGDATA, PGPORT and
     * their like would speak of another server.
     */
    private static final Set<String> PASSED_ON =
            Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT", "COMSPEC", "TEMP", "TMP");

    /** How a program ended: its exit status and what it said. */
    record Result(int status, String said) {
        boolean succeeded() {
            return status == 0;
        }
    }

    Result run(List<String> command, Duration limit) {
        return run(command, "", limit);
    }

    /** Runs the program to its end, or kills it at the limit, which counts as a failure. */
    Result run(List<String> command, String input, Duration limit) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !isPassedOn(name));
            // Messages are to be in one language.
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!endsWithin(limit, process)) {
                process.destroyForcibly();
                return new Result(-1, command.get(0) + " did not end within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), Files.readString(output).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPassedOn(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return PASSED_ON.contains(name) || name.startsWith("LC_");
    }

    private static boolean endsWithin(Duration limit, Process process) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
