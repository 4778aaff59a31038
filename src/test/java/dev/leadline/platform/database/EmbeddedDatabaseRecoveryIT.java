package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process holds the database, and lives or is killed. */
@Timeout(Patience.TEST_SECONDS)
class EmbeddedDatabaseRecoveryIT {

    @TempDir
    Path directory;

    private Process holder;

    @BeforeEach
    void givenAnotherProcessThatHoldsADatabaseWithARecord() throws IOException {
        holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=" + System.getProperty("java.util.logging.manager"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseHolder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = holder.inputReader().readLine();
        assertEquals(EmbeddedDatabaseHolder.READY, line);
    }

    @AfterEach
    void endTheOtherProcess() throws Exception {
        holder.destroyForcibly().waitFor();
        if (Files.exists(pidFile())) {
            var server = postmaster();
            server.destroy();
            // It writes to its directory until it has gone, which is then removed.
            server.onExit().get();
        }
    }

    @Test
    void when_it_is_killed_and_a_database_is_started_there_then_the_old_server_is_stopped_and_the_record_is_there()
            throws Exception {
        var orphan = postmaster();
        holder.destroyForcibly().waitFor();
        assertTrue(orphan.isAlive(), "PostgreSQL outlives a kill of its service");

        try (var database = TestDatabase.start(directory)) {
            orphan.onExit().get();
            assertNotEquals(orphan.pid(), postmaster().pid());
            assertEquals("42", TestDatabase.query(database, "select number from kept"));
        }
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void when_it_lives_and_a_database_is_started_there_then_refused_at_once_and_it_lives_on() throws Exception {
        var before = postmaster();

        var refusal = assertThrows(EmbeddedDatabaseException.class, () -> TestDatabase.start(directory));

        assertTrue(refusal.getMessage().contains("another Leadline service is running"), refusal.getMessage());
        assertTrue(holder.isAlive());
        assertTrue(before.isAlive());
        assertEquals(before.pid(), postmaster().pid());
    }

    @Test
    void when_it_and_its_server_are_killed_at_once_then_the_next_start_recovers() throws Exception {
        var server = postmaster();
        holder.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().get();

        try (var database = TestDatabase.start(directory)) {
            assertEquals("42", TestDatabase.query(database, "select number from kept"));
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(pidFile()).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }

    private Path pidFile() {
        return directory.resolve("postgresql/postmaster.pid");
    }
}
