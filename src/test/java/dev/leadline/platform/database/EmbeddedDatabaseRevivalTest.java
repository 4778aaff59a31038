package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A database whose server is killed while the service goes on. */
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class EmbeddedDatabaseRevivalTest {

    @TempDir
    Path directory;

    @Test
    void given_the_server_is_killed_then_it_is_started_again_on_the_same_port_with_its_records() throws Exception {
        try (var database = TestDatabase.start(directory)) {
            TestDatabase.execute(database, "create table kept as select 42 as number");
            var killed = server();

            killed.destroyForcibly();
            killed.onExit().join();

            awaitRecord(database);
            assertTrue(server().pid() != killed.pid());
        }
        assertFalse(Files.exists(pidFile()), "what was started again is stopped in the end");
    }

    /** By trying, since a connection is what shows it. */
    private static void awaitRecord(EmbeddedDatabase database) {
        while (true) {
            try {
                TestDatabase.execute(database, "select number from kept");
                return;
            } catch (SQLException e) {
                assertTrue(e.getSQLState().matches("(08|57).*"), e.getMessage());
                Thread.onSpinWait();
            }
        }
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0)))
                .orElseThrow();
    }

    private Path pidFile() {
        return directory.resolve("postgresql/postmaster.pid");
    }
}
