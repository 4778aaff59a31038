package dev.leadline;

import dev.leadline.platform.command.CommandLine;
import dev.leadline.platform.database.EmbeddedDatabase;
import dev.leadline.platform.database.EmbeddedDatabaseException;
import dev.leadline.platform.http.AddressCheck;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Starts the service, and before it an embedded PostgreSQL if no database is configured. With arguments it runs the command
 * they name instead, on the same database, whether the service is running or not. The database's directory is
 * {@code LEADLINE_DATA_DIR} or {@code -Dleadline.data-dir}, by default {@code .leadline} in the user's home.
 */
@QuarkusMain
public class LeadlineApplication {

    private static final Logger LOG = Logger.getLogger(LeadlineApplication.class);

    private static final String DATABASE_URL = "quarkus.datasource.jdbc.url";
    private static final String HTTP_HOST = "quarkus.http.host";

    /** A command answers no requests, changes no tables, asks no provider, and says nothing but its result. */
    private static final Map<String, String> COMMAND_SETTINGS = Map.of(
            "leadline.serving", "false",
            "leadline.oidc.enabled", "false",
            "quarkus.http.host-enabled", "false",
            "quarkus.flyway.migrate-at-start", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "WARN",
            "quarkus.log.console.stderr", "true");

    /** Runs the service until it is told to stop, or the command that the arguments name. */
    public static void main(String... arguments) {
        boolean serving = arguments.length == 0;
        if (!serving) {
            COMMAND_SETTINGS.forEach(System::setProperty);
        }
        System.setProperty(AddressCheck.OWN_CHECK_OFF, "true");
        // Set by the first start, the URL also keeps a live reload in development on the database that runs already.
        if (setting(DATABASE_URL).isEmpty()) {
            try {
                useEmbeddedDatabase(dataDirectory(), serving);
            } catch (EmbeddedDatabaseException e) {
                System.err.println("Leadline cannot use its embedded database.\n" + e.getMessage());
                System.exit(1);
            }
        }
        if (serving) {
            Quarkus.run();
        } else {
            Quarkus.run(CommandLine.class, arguments);
        }
    }

    private static void useEmbeddedDatabase(Path dataDirectory, boolean serving) {
        var starting = new CompletableFuture<EmbeddedDatabase>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheService(starting), "embedded database stop"));
        try {
            var database = serving ? EmbeddedDatabase.start(dataDirectory) : EmbeddedDatabase.join(dataDirectory);
            System.setProperty(DATABASE_URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.username());
            System.setProperty("quarkus.datasource.password", database.password());
            System.setProperty("leadline.database.embedded", "true");
            if (setting(HTTP_HOST).isEmpty()) {
                System.setProperty(HTTP_HOST, "127.0.0.1");
            }
            starting.complete(database);
            if (serving) {
                LOG.infof("No database is configured: using the embedded PostgreSQL in %s", dataDirectory);
            }
        } catch (RuntimeException e) {
            starting.complete(null);
            throw e;
        }
    }

    /** Shutdown hooks run side by side, Quarkus's own among them: this one waits for the service to end first. */
    private static void stopAfterTheService(CompletableFuture<EmbeddedDatabase> starting) {
        var database = starting.join();
        var service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        if (database != null) {
            database.close();
        }
    }

    private static Path dataDirectory() {
        return setting("leadline.data-dir")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".leadline"));
    }

    /** A setting by its system property or its environment variable; configuration files are not read this early. */
    private static Optional<String> setting(String property) {
        var variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
