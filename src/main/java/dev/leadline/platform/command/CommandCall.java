package dev.leadline.platform.command;

import dev.leadline.platform.database.DatabaseSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** What somebody at this machine types to run a command on the database of this service. */
@ApplicationScoped
public class CommandCall {

    private static final String PROGRAM = "quarkus-run.jar";

    private final DatabaseSettings settings;

    CommandCall(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** The call of the command, for a shell in the directory in which the service was started. */
    public String of(String command) {
        String running = System.getProperty("java.class.path");
        String program = running.endsWith(PROGRAM) ? running : "target/quarkus-app/" + PROGRAM;
        String directory = settings.dataDir()
                .filter(given -> settings.database().embedded())
                .map(given -> quoted("-Dleadline.data-dir=" + Path.of(given).toAbsolutePath()) + " ")
                .orElse("");
        return "java " + directory + "-jar " + quoted(program) + " " + command;
    }

    private static String quoted(String word) {
        return word.contains(" ") ? '"' + word + '"' : word;
    }
}
