package dev.leadline.packaged;

import dev.leadline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the packaged program, run to its end.
 *
 * @param status how it ended
 * @param output what it said on the standard output, without the last line's end
 * @param errors what it said on the standard error
 */
record PackagedCommand(int status, String output, String errors) {

    /** Runs the command with a data directory. */
    static PackagedCommand run(Path dataDirectory, String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("command", ".out");
        Path errors = Files.createTempFile("command", ".err");
        try {
            List<String> line = new ArrayList<>(PackagedService.PROGRAM);
            line.addAll(List.of(words));
            var builder =
                    new ProcessBuilder(line).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("LEADLINE_DATA_DIR", dataDirectory.toString());
            Process process = builder.start();
            if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end within " + Patience.LIMIT);
            }
            return new PackagedCommand(
                    process.exitValue(), Files.readString(output).strip(), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
