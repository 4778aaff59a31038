package dev.leadline.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.database.PostgresPrograms;
import dev.leadline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and its embedded database, as processes. */
@Timeout(Patience.TEST_SECONDS)
class PackagedServiceIT {

    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that asks a process to end")
    void given_a_running_service_when_it_is_terminated_then_its_database_ends_after_it() throws Exception {
        try (var service = PackagedService.ready(directory)) {
            var database = service.database();

            service.terminate();

            database.onExit().get();
            assertFalse(Files.exists(directory.resolve("postgresql/postmaster.pid")));
            assertTrue(service.output().contains("stopped in"), "Quarkus ended in good order: " + service.output());
            assertTrue(Files.readString(directory.resolve("postgresql.log")).contains("database system is shut down"));
        }
    }

    @Test
    void given_a_running_service_when_another_starts_on_its_directory_then_it_ends_with_the_reason_and_no_stack_trace()
            throws Exception {
        try (var service = PackagedService.ready(directory)) {
            var second = PackagedService.launch(directory, Map.of());

            assertEquals(1, second.awaitEnd());

            assertTrue(second.output().contains("another Leadline service is running"), second.output());
            assertFalse(second.output().contains("\tat "), second.output());
            assertTrue(service.database().isAlive());
        }
    }

    @Test
    void given_a_configured_database_when_started_then_no_embedded_one_is_made() throws Exception {
        var unused = directory.resolve("unused");
        try (var database = PostgresPrograms.start(directory.resolve("given"));
                var service = PackagedService.ready(
                        unused,
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                                "QUARKUS_DATASOURCE_PASSWORD", database.password()))) {
            assertFalse(Files.exists(unused), service.output());
        }
    }
}
