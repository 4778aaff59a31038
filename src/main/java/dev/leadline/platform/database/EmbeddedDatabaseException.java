package dev.leadline.platform.database;

import java.nio.file.Path;

/**
 * The embedded database cannot be had. The message is for the person who starts the service: it names the directory and
 * the remedy, and can be shown without a stack trace.
 */
public final class EmbeddedDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(Path place, String problem, String remedy) {
        this(place, problem, remedy, null);
    }

    EmbeddedDatabaseException(Path place, String problem, String remedy, Throwable cause) {
        super(place + ": " + problem + "\n" + remedy, cause);
    }
}
